"""What a fake answers: models, in the bytes that a server would send."""

from __future__ import annotations

from collections.abc import (
    AsyncGenerator,
    AsyncIterable,
    Callable,
    Generator,
    Iterable,
    Iterator,
    Mapping,
    Sequence,
)
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Generic, NamedTuple, TypeAlias, TypeVar, cast

from .errors import ApiError, InvalidResponse
from .formats import is_list
from .http import AsyncIncoming, HttpResponse, Incoming, Redirect
from .json_bodies import json_body
from .notes import noting
from .plain import answered
from .requests import ItemsRequest, Request, items_read
from .streams import ServerSentEvent, items_of

__all__ = ["Answers", "StreamAnswers", "Streamed", "Unanswered"]

Q = TypeVar("Q", bound=Request[Any])
R = TypeVar("R")
T = TypeVar("T")
Item = TypeVar("Item")
Pieces: TypeAlias = Iterable[T | BaseException] | AsyncIterable[T | BaseException]
_NONE: Mapping[str, str] = MappingProxyType({})


class Unanswered(AssertionError):
    """An operation was called that the test has no answer for."""


class Answers(Generic[Q, R]):
    """What one operation answers; what is said last holds.

    Where several are given, each is the answer to one call, in their order.
    """

    def __init__(self, kind: type[Q], name: str, calls: list[Request[Any]]) -> None:
        self._kind = kind
        self._name = name
        self._calls = calls
        self._answer: Callable[[Q], object] = self._unanswered
        self._fitting = (0, "")
        self._items = items_read(kind)[0]
        self._is_listed = issubclass(kind, ItemsRequest)

    @property
    def calls(self) -> list[Q]:
        """The requests so far, equal to those that were sent, in their order."""
        return [one for one in self._calls if type(one) is self._kind]

    def returns(self, *answers: R | HttpResponse) -> None:
        """Answer with these, one each call; a single one answers all of them.

        An `HttpResponse` goes as it is.
        """
        self._each(answers)

    def streams(self, *bodies: Pieces[bytes]) -> None:
        """As `returns`, with bodies that come in pieces: for `stream` of a client.

        An error among the pieces is raised in its place. What answers all calls is
        iterated over for each. An async client takes what is iterated over so, too.
        """
        self._each([Streamed(self._kind, one) for one in bodies])

    def raises(self, error: BaseException | type[BaseException]) -> None:
        """Raise `error` in place of an answer, as a transport does."""
        self._each([error])

    def answers(self, function: Callable[[Q], R | HttpResponse]) -> None:
        """Answer with what `function` makes of the request; it may raise, too."""
        self._answer = function

    def fails(
        self, status: int, error: object = None, headers: Mapping[str, str] = _NONE
    ) -> None:
        """Answer with an error: its status, and the model of what is in its body.

        Raises:
            TypeError: The description has no such error.
        """
        body = b"" if error is None else json_body(answered(error))
        kind = {"content-type": "application/json"} if body else {}
        named = {name.lower(): value for name, value in headers.items()}
        response = HttpResponse(status=status, headers={**kind, **named}, body=body)
        read = _read(self._kind, response)
        why = f"its answer {status} is no error"
        if isinstance(read, ApiError):
            if error is None or type(read.error) is type(error):
                return self._each([response])
            known, wanted = type(read.error).__name__, type(error).__name__
            why = f"its error {status} is read as {known}, not {wanted}"
            if read.error is None:
                why = f"no {wanted} is described as its error {status}"
            why += f"; .returns(HttpResponse(status={status}, …)) says anything"
        raise TypeError(f"{self._kind.__name__}: {why}")

    def in_turn(self, *answers: R | HttpResponse | BaseException) -> None:
        """Answer each call with the next of these; an exception is raised."""
        rest = iter([_object(one) for one in answers])

        def following(request: Q) -> object:
            for answer in rest:
                return answer
            raise Unanswered(
                f"{self._name} was called more often than it has answers: it has"
                f" {len(answers)}. Give it more, or one answer for all calls"
            )

        self._answer = following

    def _each(self, answers: Sequence[Any]) -> None:
        if len(answers) == 1:
            answer = _object(answers[0])
            self._answer = lambda _: answer
        else:
            self.in_turn(*answers)

    def _unanswered(self, request: Q) -> object:
        raise Unanswered(
            f"{self._kind.__name__} was sent, and has no answer: write {self._right},"
            " or .streams, .raises, .answers, .fails or .in_turn"
        )

    @property
    def _right(self) -> str:
        """How an answer is given that is as described."""
        reader: Any = self._kind.read
        model = reader.__annotations__["return"]
        if model == "None":
            return f"{self._name}.returns(None)"
        return f"{self._name}.returns(…) with {model} in it"

    def respond(self, request: Q, accept: str) -> HttpResponse | Streamed:
        """The answer to `request`, of one of the media types that are accepted."""
        answer = self._answer(request)
        if isinstance(answer, BaseException):
            raise answer
        if isinstance(answer, HttpResponse):
            return answer
        kinds = [one.partition(";")[0].strip() for one in accept.split(",")]
        kinds = [*map(_concrete, filter(None, kinds)), *_KINDS]
        if isinstance(answer, Streamed):
            kind = next(iter(self._items), kinds[0])
            answers = (_response(status, kind, b"") for status in _GOOD)
            fitting = (one.status for one in answers if not self._fails(one))
            return answer._replace(kind=kind, status=next(fitting, 200))
        whole = [one for one in kinds if self._is_listed or one not in self._items]
        return self._written(answer, whole)

    def _written(self, answer: object, kinds: list[str]) -> HttpResponse:
        """The response that is read as `answer`."""
        close: HttpResponse | None = None
        for response in self._possible(answer, kinds):
            read = _read(self._kind, response)
            if type(read) is type(answer):
                if read == answer:
                    self._fitting = response.status, response.media_type
                    return response
                close = close or response
        if close is None:
            raise TypeError(
                f"{self._name}: no answer of {self._kind.__name__} is read as"
                f" {type(answer).__name__}: write {self._right}"
            )
        return close

    def _possible(self, answer: object, kinds: list[str]) -> Iterator[HttpResponse]:
        """What may be read as `answer`; first what the one before was."""
        if isinstance(answer, Redirect):
            location = {} if answer.location is None else {"location": answer.location}
            yield HttpResponse(status=answer.status, headers=location, body=b"")
            return
        tried = [self._fitting] if self._fitting[0] else []
        tried += [(204, "")] if answer is None else []
        tried += [(status, kind) for status in _GOOD for kind in kinds]
        for status, kind in tried:
            for body in self._bodies(answer, kind):
                yield _response(status, kind, body)

    def _bodies(self, answer: object, kind: str) -> list[bytes]:
        if self._is_listed and kind in self._items and is_list(answer):
            return [b"".join(_item(self._kind, kind, one) for one in answer)]
        if answer is None:
            return [b"", b"null"]
        if isinstance(answer, bytes):
            return [answer, json_body(answered(answer))]
        if isinstance(answer, str):
            return [json_body(answer), answer.encode()]
        return [json_body(answered(answer))]

    def _fails(self, response: HttpResponse) -> bool:
        read = _read(self._kind, response)
        return read is _UNDESCRIBED or isinstance(read, ApiError)


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


def _object(answer: Any) -> Any:
    """`answer`, or an error of that class.

    Raises:
        TypeError: It is a class of something else.
    """
    if not isinstance(answer, type):
        return answer
    if issubclass(answer, BaseException):
        return answer()
    name = cast("type[Any]", answer).__name__
    raise TypeError(f"{name} is a class: give an object of it, as factories make them")


def _item(request: type[Request[Any]], kind: str, item: Any) -> bytes:
    """The bytes that are read as `item`, one of the items of a stream."""
    close: bytes | None = None
    for written in _item_bodies(kind, item):
        try:
            with noting():
                (read,) = items_of(request, _response(200, kind, written))
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


_GOOD = (200, 201, 202, 204, 203, 206, 207, 205, 208, 226, *range(300, 309))
_KINDS = ("application/json", "text/plain", "application/octet-stream")
_RANGES = {"*": "application/octet-stream", "image": "image/png"}


def _concrete(kind: str) -> str:
    """A media type for a range of such."""
    first, _, second = kind.partition("/")
    return _RANGES.get(first, f"{first}/plain") if second == "*" else kind


def _response(status: int, kind: str, body: bytes) -> HttpResponse:
    headers = {"content-type": kind} if kind else {}
    return HttpResponse(status=status, headers=headers, body=body)


_UNDESCRIBED = object()


def _read(kind: type[Request[Any]], response: HttpResponse) -> object:
    """What `response` says, or the error that it is."""
    with noting() as notes:
        try:
            read: object = kind.read(response)
        except (ApiError, InvalidResponse) as error:
            read = error
    return _UNDESCRIBED if any(one.holder is response for one in notes) else read
