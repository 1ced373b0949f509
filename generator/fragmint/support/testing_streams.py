"""`testing`, for clients that can take a response as it comes in."""

from __future__ import annotations

from collections.abc import AsyncGenerator, AsyncIterable, Generator, Iterable
from typing import TYPE_CHECKING, Any, Generic, NamedTuple, TypeAlias, TypeVar

from .errors import ApiError, InvalidResponse
from .formats import is_list
from .http import AsyncIncoming, HttpRequest, HttpResponse, Incoming, Timeout
from .json_bodies import json_body
from .notes import noting
from .plain import answered
from .requests import Request
from .streams import ItemsRequest, ServerSentEvent, items_of, items_read
from .testing import Operations as Operations
from .testing import Resources as _Resources
from .testing import Strategies as Strategies
from .testing import Strategy as Strategy
from .testing import Unanswered as Unanswered
from .testing import factory as factory
from .testing import made as made
from .testing_answers import GOOD, UNDESCRIBED, plain_response, what_is_read
from .testing_answers import Answers as _Answers

Q = TypeVar("Q", bound=Request[Any])
R = TypeVar("R")
T = TypeVar("T")
Item = TypeVar("Item")
Pieces: TypeAlias = Iterable[T | BaseException] | AsyncIterable[T | BaseException]


class Answers(_Answers[Q, R]):
    """What one operation answers; what is said last holds.

    Where several are given, each is the answer to one call, in their order.
    """

    _others = f".streams, {_Answers._others}"

    def streams(self, *bodies: Pieces[bytes]) -> None:
        """As `returns`, with bodies that come in pieces: for `stream` of a client.

        An error among the pieces is raised in its place. What answers all calls is
        iterated over for each. An async client takes what is iterated over so, too.
        """
        self._each([Streamed(self._kind, one) for one in bodies])

    def _put(self, answer: object, kinds: list[str]) -> Any:
        items = items_read(self._kind)[0]
        if isinstance(answer, Streamed):
            kind = next(iter(items), kinds[0])
            answers = (plain_response(status, kind, b"") for status in GOOD)
            fitting = (one.status for one in answers if not self._fails(one))
            return answer._replace(kind=kind, status=next(fitting, 200))
        whole = [one for one in kinds if self._is_listed or one not in items]
        return super()._put(answer, whole)

    def _bodies(self, answer: object, kind: str) -> list[bytes]:
        items = items_read(self._kind)[0]
        if is_list(answer) and self._is_listed and kind in items:
            return [b"".join(_item(self._kind, kind, one) for one in answer)]
        return super()._bodies(answer, kind)

    @property
    def _is_listed(self) -> bool:
        return issubclass(self._kind, ItemsRequest)

    def _fails(self, response: HttpResponse) -> bool:
        read = what_is_read(self._kind, response)
        return read is UNDESCRIBED or isinstance(read, ApiError)


class StreamAnswers(Answers[Q, R], Generic[Q, R, Item]):
    """What an operation answers whose answer can come item by item."""

    if TYPE_CHECKING:

        def streams(self, *bodies: Pieces[Item | bytes]) -> None:
            """As `returns`, item by item: for `stream` of a client.

            Bytes go as they are, an error is raised in its place. What answers all
            calls is iterated over for each. An async client takes what is iterated
            over so, too.
            """


class Streamed(NamedTuple):
    """An answer to `request` in pieces, which are items of this `kind`, or bytes."""

    request: type[Request[Any]]
    pieces: Pieces[Any]
    kind: str = ""
    status: int = 200

    def incoming(self) -> Incoming:
        """The answer to a client that blocks."""
        chunks = self._chunks(self.pieces)
        return Incoming(self.status, self._headers, chunks, chunks.close)

    def async_incoming(self) -> AsyncIncoming:
        """The answer to one that is awaited."""
        chunks = self._async_chunks()
        return AsyncIncoming(self.status, self._headers, chunks, chunks.aclose)

    @property
    def _headers(self) -> dict[str, str]:
        return {"content-type": self.kind}

    def _chunks(self, pieces: Any) -> Generator[bytes]:
        for one in pieces:
            if isinstance(one, BaseException):
                raise one
            raw = isinstance(one, bytes)
            yield one if raw else _item(self.request, self.kind, one)

    async def _async_chunks(self) -> AsyncGenerator[bytes]:
        if isinstance(self.pieces, AsyncIterable):
            async for one in self.pieces:
                for chunk in self._chunks([one]):
                    yield chunk
        else:
            for chunk in self._chunks(self.pieces):
                yield chunk


class Resources(_Resources):
    """The resources of a client, each an attribute, as tests have them."""

    def _answers(self, kind: type[Request[Any]], name: str) -> Answers[Any, Any]:
        return Answers(kind, name, self._sent)


class Fake(Resources):
    """A transport for a client that blocks."""

    def send(self, request: HttpRequest, timeout: Timeout) -> HttpResponse | Incoming:
        """Keep the request, and answer it as the test says."""
        answer = self._respond(request)
        return answer.incoming() if isinstance(answer, Streamed) else answer


class AsyncFake(Resources):
    """A transport for one that is awaited."""

    async def send(
        self, request: HttpRequest, timeout: Timeout
    ) -> HttpResponse | AsyncIncoming:
        """As `Fake.send`."""
        answer = self._respond(request)
        return answer.async_incoming() if isinstance(answer, Streamed) else answer


def _item(request: type[Request[Any]], kind: str, item: Any) -> bytes:
    """The bytes that are read as `item`, one of the items of a stream."""
    close: bytes | None = None
    for written in _item_bodies(kind, item):
        try:
            with noting():
                (read,) = items_of(request, plain_response(200, kind, written))
        except (InvalidResponse, ValueError):
            continue
        if read == item:
            return written
        if type(read) is type(item):
            close = close or written
    if close is None:
        what = f"no item of {request.__name__} is read as {type(item).__name__}"
        raise TypeError(what)
    return close


def _item_bodies(kind: str, item: Any) -> list[bytes]:
    if kind != "text/event-stream":
        mark = b"\x1e" if kind.endswith("json-seq") else b""
        return [mark + json_body(answered(item)) + b"\n"]
    if not issubclass(type(item), ServerSentEvent):
        return []
    data = answered(item.data)
    texts = [data] if isinstance(data, str) else []
    said = {"event": item.event, "id": item.id, "retry": item.retry}
    fields = "".join(f"{name}: {value}\n" for name, value in said.items() if value)
    texts.append(json_body(data).decode())
    lines = ("".join(f"data: {line}\n" for line in one.split("\n")) for one in texts)
    return [f"{fields}{one}\n".encode() for one in lines]
