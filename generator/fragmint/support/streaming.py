"""A response whose body is taken as it comes in, by one who blocks or awaits."""

from __future__ import annotations

from collections.abc import (
    AsyncGenerator,
    AsyncIterator,
    Awaitable,
    Callable,
    Generator,
    Iterator,
    Mapping,
)
from contextlib import aclosing, contextmanager
from os import PathLike, urandom
from pathlib import Path
from types import TracebackType
from typing import IO, Any, Generic, Protocol, Self, TypeVar

from .decoders import as_anything
from .errors import ClientError
from .http import Answer, AsyncIncoming, HttpResponse, Incoming
from .notes import Validation
from .receiving import Decompressed, Limits
from .requests import Request
from .streams import Decoders, Items, Lines, ServerSentEvent, items_read

Item = TypeVar("Item")
T = TypeVar("T")
T_co = TypeVar("T_co", covariant=True)

_CLOSED = "the body can be taken once, and within the `with` statement"
_UNBOUNDED = Limits(received=None, decompressed=None)
_EVENTS: Decoders = {"text/event-stream": as_anything}
_JSON: Decoders = {"application/jsonl": as_anything}


class _Parser(Protocol[T_co]):
    @property
    def ended(self) -> bool: ...
    def feed(self, piece: bytes) -> Iterator[T_co]: ...
    def end(self) -> Iterator[T_co]: ...


class _Writable(Protocol):
    def write(self, data: bytes, /) -> object: ...


class _Streamed:
    """What both have: what to make of what comes in."""

    _with = "with"
    _head: Answer | None = None
    _taken = False

    def __init__(
        self,
        request: Request[Any],
        answer: Callable[[], Any],
        limits: Limits,
        validation: Validation = "warn",
    ) -> None:
        self._request = request
        self._answer = answer
        self._operation = type(request).__name__
        self._limits = limits
        self._validation: Validation = validation

    @property
    def status(self) -> int:
        """The status code."""
        return self._opened().status

    @property
    def headers(self) -> Mapping[str, str]:
        """The headers, by names in any case."""
        return self._opened().headers

    def _opened(self) -> Answer:
        if self._head is None:
            raise RuntimeError(
                f"{self._operation} is not sent yet: use a `with` statement, such as"
                f" `{self._with} client.stream({self._operation}(…)) as stream:`"
            )
        return self._head

    def _body(self) -> Answer:
        """The answer, whose body is taken by who asks for it."""
        head = self._opened()
        if self._taken:
            raise RuntimeError(_CLOSED)
        self._taken = True
        return head

    def _accept(self, answer: Answer) -> None:
        if isinstance(answer, HttpResponse) and not 200 <= answer.status < 300:
            self._request.read(answer)  # raises what the description calls an error
        self._head = answer

    def _decompressed(self, head: Incoming | AsyncIncoming) -> Decompressed:
        return Decompressed(self._operation, head, _UNBOUNDED)

    def _parser(self, decoders: Decoders, done: str | None = None) -> _Parser[Any]:
        """What makes the items of what comes in."""
        limit, head = self._limits.item, self._opened()
        return Items(self._operation, head, decoders, limit, done, self._validation)

    def __repr__(self) -> str:
        status = "not sent yet" if self._head is None else self._head.status
        return f"<{type(self).__name__} of {self._operation}, {status}>"


class Stream(_Streamed, Generic[Item]):
    """A response whose body is taken as it comes in: `client.stream`.

    Use it in a `with` statement: its beginning sends the request, and its end closes
    the connection. Iterating over it gives the items of the body as the description has
    them; where it says nothing, an event stream has events and JSON lines have values.
    The body can be taken once. Whatever takes it raises

        TransportError: it does not come to its end, or nothing came for too long.
        InvalidResponse: it is not compressed as it says, or an item cannot be read.
        TypeError: neither the description nor the media type says what an item is.
        RuntimeError: it is taken already, or not within the `with` statement.
    """

    _answer: Callable[[], HttpResponse | Incoming]
    _items: Iterator[Item] | None = None

    def iter_bytes(self) -> Iterator[bytes]:
        """The body in pieces, decompressed."""
        return self._pieces(self._body())

    def iter_lines(self) -> Iterator[str]:
        """The body in lines, without their ends; it is taken for UTF-8."""
        return self._through(_TextLines(self._limits.item))

    def events(self) -> Iterator[ServerSentEvent[str]]:
        """The events of a text/event-stream, as they came."""
        return self._through(self._parser(_EVENTS))

    def json_lines(self) -> Iterator[Any]:
        """The values of a stream of JSON texts, as they came."""
        return self._through(self._parser(_JSON))

    def write_to(self, file: _Writable) -> int:
        """Write the body to `file`, open in binary mode; returns how many bytes."""
        size = 0
        for piece in self.iter_bytes():
            file.write(piece)
            size += len(piece)
        return size

    def save_to(self, path: str | PathLike[str]) -> int:
        """Make the file `path` of the body; returns how many bytes.

        The file is there, or replaced, when all of it is.
        """
        with _saved(path) as file:
            return self.write_to(file)

    def close(self) -> None:
        """Want no more of it; can be called again."""
        self._items, self._taken = None, True
        if isinstance(self._head, Incoming):
            self._head.close()

    def _pieces(self, head: Answer) -> Iterator[bytes]:
        if isinstance(head, HttpResponse):
            yield head.body
            return
        assert isinstance(head, Incoming)
        plain = self._decompressed(head)
        for chunk in head.chunks:
            yield from plain.feed(chunk)
        plain.end()

    def _through(self, parser: _Parser[T]) -> Iterator[T]:
        return _parsed(parser, self.iter_bytes())

    def __iter__(self) -> Iterator[Item]:
        return self

    def __next__(self) -> Item:
        if self._items is None:
            self._items = self._through(self._parser(*items_read(type(self._request))))
        try:
            return next(self._items)
        except ClientError as raised:
            error = raised.with_traceback(None)  # which shows what came
        raise error

    def __enter__(self) -> Self:
        if self._head is None:
            self._accept(self._answer())
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()


class AsyncStream(_Streamed, Generic[Item]):
    """`Stream` in a task, for an `async with` statement."""

    _with = "async with"

    _answer: Callable[[], Awaitable[HttpResponse | AsyncIncoming]]
    _items: AsyncIterator[Item] | None = None
    _taking: Any = None

    def iter_bytes(self) -> AsyncIterator[bytes]:
        """As `Stream.iter_bytes`."""
        self._taking = pieces = self._pieces(self._body())
        return pieces

    def iter_lines(self) -> AsyncIterator[str]:
        """As `Stream.iter_lines`."""
        return self._through(_TextLines(self._limits.item))

    def events(self) -> AsyncIterator[ServerSentEvent[str]]:
        """As `Stream.events`."""
        return self._through(self._parser(_EVENTS))

    def json_lines(self) -> AsyncIterator[Any]:
        """As `Stream.json_lines`."""
        return self._through(self._parser(_JSON))

    async def write_to(self, file: _Writable) -> int:
        """As `Stream.write_to`; what it writes at a time is little."""
        size = 0
        async for piece in self.iter_bytes():
            file.write(piece)
            size += len(piece)
        return size

    async def save_to(self, path: str | PathLike[str]) -> int:
        """As `Stream.save_to`; what it writes at a time is little."""
        with _saved(path) as file:
            return await self.write_to(file)

    async def aclose(self) -> None:
        """Want no more of it; can be called again."""
        taking, self._taking = self._taking, None
        self._items, self._taken = None, True
        try:
            if isinstance(self._head, AsyncIncoming):
                await self._head.close()
        finally:  # trio warns of what is neither closed nor taken to its end
            if taking is not None and not taking.ag_running:
                await taking.aclose()

    async def _pieces(self, head: Answer) -> AsyncGenerator[bytes, None]:
        if isinstance(head, HttpResponse):
            yield head.body
            return
        assert isinstance(head, AsyncIncoming)
        plain = self._decompressed(head)
        async for chunk in head.chunks:
            for piece in plain.feed(chunk):
                yield piece
        plain.end()

    def _through(self, parser: _Parser[T]) -> AsyncIterator[T]:
        self._taking = taken = _aparsed(parser, self._pieces(self._body()))
        return taken

    def __aiter__(self) -> AsyncIterator[Item]:
        return self

    async def __anext__(self) -> Item:
        if self._items is None:
            self._items = self._through(self._parser(*items_read(type(self._request))))
        try:
            return await anext(self._items)
        except ClientError as raised:
            error = raised.with_traceback(None)  # as of `Stream`
        raise error

    async def __aenter__(self) -> Self:
        if self._head is None:
            self._accept(await self._answer())
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        await self.aclose()


def _parsed(parser: _Parser[T], pieces: Iterator[bytes]) -> Iterator[T]:
    for piece in pieces:
        yield from parser.feed(piece)
        if parser.ended:
            return
    yield from parser.end()


async def _aparsed(
    parser: _Parser[T], pieces: AsyncGenerator[bytes, None]
) -> AsyncGenerator[T, None]:
    async with aclosing(pieces):
        async for piece in pieces:
            for item in parser.feed(piece):
                yield item
            if parser.ended:
                return
    for item in parser.end():
        yield item


class _TextLines:
    """Lines as texts; what cannot be read in them is U+FFFD."""

    ended = False

    def __init__(self, limit: int | None) -> None:
        self._lines = Lines(limit)

    def feed(self, piece: bytes) -> Iterator[str]:
        return (line.decode("utf-8", "replace") for line in self._lines.feed(piece))

    def end(self) -> Iterator[str]:
        return (line.decode("utf-8", "replace") for line in self._lines.end())


@contextmanager
def _saved(path: str | PathLike[str]) -> Generator[IO[bytes], None, None]:
    """A file that is written beside its place, and put there when it is whole."""
    place = Path(path)
    # Not by tempfile, whose files nobody else may read.
    beside = place.with_name(f".{urandom(8).hex()}.part")
    try:
        with beside.open("xb") as file:
            yield file
        beside.replace(place)
    except BaseException:
        beside.unlink(missing_ok=True)
        raise
