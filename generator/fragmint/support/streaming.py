"""A response whose body is taken as it comes in, by one who blocks or awaits."""

from __future__ import annotations

from collections.abc import (
    AsyncGenerator,
    AsyncIterator,
    Awaitable,
    Callable,
    Iterator,
    Mapping,
)
from contextlib import suppress
from os import PathLike
from pathlib import Path
from types import TracebackType
from typing import Any, Generic, Protocol, Self, TypeVar

from .decoders import as_anything
from .http import AsyncIncoming, HttpResponse, Incoming
from .notes import Validation
from .receiving import Decompressed, Limits
from .requests import Decoders, Request, items_read
from .streams import Items, Lines, ServerSentEvent

__all__ = ["AsyncStream", "Stream"]

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

    def __init__(
        self, request: Request[Any], limits: Limits, validation: Validation
    ) -> None:
        self._request = request
        self._limits = limits
        self._validation: Validation = validation
        self._head: HttpResponse | Incoming | AsyncIncoming | None = None

    @property
    def status(self) -> int:
        """The status code."""
        return self._opened().status

    @property
    def headers(self) -> Mapping[str, str]:
        """The headers, by names in lower case."""
        return self._opened().headers

    def _opened(self) -> HttpResponse | Incoming | AsyncIncoming:
        if self._head is None:
            raise RuntimeError("the request is not sent yet: use a `with` statement")
        return self._head

    def _accept(self, answer: HttpResponse | Incoming | AsyncIncoming) -> None:
        if isinstance(answer, HttpResponse) and not 200 <= answer.status < 300:
            self._request.read(answer)  # raises what the description calls an error
        self._head = answer

    def _decompressed(self) -> Decompressed:
        operation, head = type(self._request).__name__, self._opened()
        assert not isinstance(head, HttpResponse)
        return Decompressed(operation, head, _UNBOUNDED)

    def _parser(self) -> _Parser[Any]:
        """What makes the items of what comes in."""
        decoders, done = items_read(type(self._request))
        return self._raw(decoders or {**_EVENTS, **_JSON}, done)

    def _raw(self, decoders: Decoders, done: str | None = None) -> _Parser[Any]:
        operation, limit = type(self._request).__name__, self._limits.item
        answer, validation = self._opened(), self._validation
        return Items(operation, answer, decoders, limit, done, validation)

    def __repr__(self) -> str:
        status = "not sent yet" if self._head is None else self._head.status
        return f"<{type(self).__name__} of {type(self._request).__name__}, {status}>"


class Stream(_Streamed, Generic[Item]):
    """A response whose body is taken as it comes in: `client.stream`.

    Use it in a `with` statement, the end of which closes the connection. Iterating over
    it gives the items of the body as the description has them; where it says nothing,
    an event stream has events and everything else a JSON value a line. The body can be
    taken once. Whatever takes it raises

        TransportError: it does not come to its end, or nothing came for too long.
        InvalidResponse: it is not compressed as it says, or an item cannot be read.
    """

    def __init__(
        self,
        request: Request[Any],
        answer: Callable[[], HttpResponse | Incoming],
        limits: Limits,
        validation: Validation = "warn",
    ) -> None:
        super().__init__(request, limits, validation)
        self._answer = answer
        self._bytes: Iterator[bytes] | None = None
        self._items: Iterator[Item] | None = None

    def iter_bytes(self) -> Iterator[bytes]:
        """The body in pieces, decompressed."""
        self._open()
        if self._bytes is None:
            raise RuntimeError(_CLOSED)
        return self._bytes

    def iter_lines(self) -> Iterator[str]:
        """The body in lines, without their ends; it is taken for UTF-8."""
        return self._through(_TextLines(self._limits.item))

    def events(self) -> Iterator[ServerSentEvent[str]]:
        """The events of a text/event-stream, as they came."""
        self._open()
        return self._through(self._raw(_EVENTS))

    def json_lines(self) -> Iterator[Any]:
        """The values of a stream of JSON texts, as they came."""
        self._open()
        return self._through(self._raw(_JSON))

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
        with _Saved(path) as file:
            return self.write_to(file)

    def close(self) -> None:
        """Want no more of it; can be called again."""
        self._bytes = None
        if isinstance(self._head, Incoming):
            self._head.close()

    def _open(self) -> None:
        if self._head is None:
            self._accept(self._answer())
            self._bytes = self._pieces()

    def _pieces(self) -> Iterator[bytes]:
        head = self._opened()
        if isinstance(head, HttpResponse):
            yield head.body
            return
        assert isinstance(head, Incoming)
        try:
            plain = self._decompressed()
            for chunk in head.chunks:
                yield from plain.feed(chunk)
            plain.end()
        finally:
            head.close()

    def _through(self, parser: _Parser[T]) -> Iterator[T]:
        try:
            for piece in self.iter_bytes():
                yield from parser.feed(piece)
                if parser.ended:
                    return
            yield from parser.end()
        finally:
            self.close()

    def __iter__(self) -> Iterator[Item]:
        return self

    def __next__(self) -> Item:
        if self._items is None:
            self._open()
            self._items = self._through(self._parser())
        return next(self._items)

    def __enter__(self) -> Self:
        self._open()
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

    def __init__(
        self,
        request: Request[Any],
        answer: Callable[[], Awaitable[HttpResponse | AsyncIncoming]],
        limits: Limits,
        validation: Validation = "warn",
    ) -> None:
        super().__init__(request, limits, validation)
        self._answer = answer
        self._bytes: AsyncGenerator[bytes] | None = None
        self._items: AsyncGenerator[Item] | None = None

    async def iter_bytes(self) -> AsyncIterator[bytes]:
        """As `Stream.iter_bytes`."""
        await self._open()
        if self._bytes is None:
            raise RuntimeError(_CLOSED)
        async for piece in self._bytes:
            yield piece

    def iter_lines(self) -> AsyncIterator[str]:
        """As `Stream.iter_lines`."""
        return self._through(lambda: _TextLines(self._limits.item))

    def events(self) -> AsyncIterator[ServerSentEvent[str]]:
        """As `Stream.events`."""
        return self._through(lambda: self._raw(_EVENTS))

    def json_lines(self) -> AsyncIterator[Any]:
        """As `Stream.json_lines`."""
        return self._through(lambda: self._raw(_JSON))

    async def write_to(self, file: _Writable) -> int:
        """As `Stream.write_to`; what it writes at a time is little."""
        size = 0
        async for piece in self.iter_bytes():
            file.write(piece)
            size += len(piece)
        return size

    async def save_to(self, path: str | PathLike[str]) -> int:
        """As `Stream.save_to`; what it writes at a time is little."""
        with _Saved(path) as file:
            return await self.write_to(file)

    async def aclose(self) -> None:
        """Want no more of it; can be called again."""
        begun = (self._items, self._bytes)
        self._bytes = None
        if isinstance(self._head, AsyncIncoming):
            await self._head.close()
        for one in begun:
            if one is not None:
                with suppress(RuntimeError):  # it is the one that calls this
                    await one.aclose()

    async def _open(self) -> None:
        if self._head is None:
            self._accept(await self._answer())
            self._bytes = self._pieces()

    async def _pieces(self) -> AsyncGenerator[bytes]:
        head = self._opened()
        if isinstance(head, HttpResponse):
            yield head.body
            return
        assert isinstance(head, AsyncIncoming)
        try:
            plain = self._decompressed()
            async for chunk in head.chunks:
                for piece in plain.feed(chunk):
                    yield piece
            plain.end()
        finally:
            await head.close()

    async def _through(self, parser_of: Callable[[], _Parser[T]]) -> AsyncGenerator[T]:
        await self._open()
        try:
            parser = parser_of()
            async for piece in self.iter_bytes():
                for item in parser.feed(piece):
                    yield item
                if parser.ended:
                    return
            for item in parser.end():
                yield item
        finally:
            await self.aclose()

    def __aiter__(self) -> AsyncIterator[Item]:
        return self

    async def __anext__(self) -> Item:
        if self._items is None:
            self._items = self._through(self._parser)
        return await anext(self._items)

    async def __aenter__(self) -> Self:
        await self._open()
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        await self.aclose()


class _TextLines:
    """Lines as texts; what cannot be read in them is U+FFFD."""

    ended = False

    def __init__(self, limit: int | None) -> None:
        self._lines = Lines(limit)

    def feed(self, piece: bytes) -> Iterator[str]:
        return (line.decode("utf-8", "replace") for line in self._lines.feed(piece))

    def end(self) -> Iterator[str]:
        return (line.decode("utf-8", "replace") for line in self._lines.end())


class _Saved:
    """A file that is written beside its place, and put there when it is whole."""

    def __init__(self, path: str | PathLike[str]) -> None:
        self._path = Path(path)
        self._beside = self._path.with_name(f"{self._path.name}.part")

    def __enter__(self) -> Any:
        self._file = self._beside.open("wb")
        return self._file

    def __exit__(self, kind: type[BaseException] | None, *rest: object) -> None:
        self._file.close()
        if kind is None:
            self._beside.replace(self._path)
        else:
            self._beside.unlink(missing_ok=True)
