"""What comes item by item: events, and JSON texts, out of the pieces that arrive.

Nothing here does I/O. What has `feed` and `end` is given the pieces one after another,
and that there are no more.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from types import MappingProxyType
from typing import Any, ClassVar, Generic, TypeAlias, TypeVar

from .decoders import as_anything
from .errors import InvalidResponse
from .http import Answer, HttpResponse
from .mismatches import Mismatch
from .models import Model, model
from .notes import READING, Note, Validation, noting
from .requests import Request
from .unreadable import Unreadable

Item = TypeVar("Item")
Item_co = TypeVar("Item_co", covariant=True)
R_co = TypeVar("R_co", covariant=True)
T = TypeVar("T")
Decoders: TypeAlias = Mapping[str, Callable[[Any], Any]]
"""By media type, what makes an item of an event, or of a JSON value."""


class StreamRequest(Request[R_co], Generic[R_co, Item_co]):
    """A request whose response can come item by item, each an `Item_co`.

    `_items` has by media type what reads an item, and `_done` is what the last one
    says, if that is no item.
    """

    __slots__ = ()
    _items: ClassVar[Decoders] = MappingProxyType({})
    _done: ClassVar[str | None] = None


def items_read(request: type[Request[Any]]) -> tuple[Decoders, str | None]:
    """How the items of its responses are read, and what ends them."""
    kind: Any = request
    if not issubclass(request, StreamRequest):
        return {}, None
    return kind._items, kind._done


@model
class ServerSentEvent(Model, Generic[T]):
    """An event of a text/event-stream (HTML Standard §9.2.6).

    `id` is the last one that the server gave, by which it knows where to go on
    (``Last-Event-ID``); `retry` is how many milliseconds it asks to wait before that.
    """

    data: T
    event: str = "message"
    id: str = ""
    retry: int | None = None


def json_data(
    decode: Callable[[Any], T],
) -> Callable[[ServerSentEvent[str]], ServerSentEvent[T]]:
    """What reads the data of an event as JSON, and makes of it what `decode` does."""
    return lambda event: _with(event, decode(json.loads(event.data)))


def text_data(
    decode: Callable[[Any], T],
) -> Callable[[ServerSentEvent[str]], ServerSentEvent[T]]:
    """As `json_data`, of data that is a text and no JSON."""
    return lambda event: _with(event, decode(event.data))


def by_event(
    named: Mapping[str, Callable[[ServerSentEvent[str]], Any]],
    otherwise: Callable[[ServerSentEvent[str]], Any],
) -> Callable[[ServerSentEvent[str]], Any]:
    """What reads an event as the one of `named` does that its name stands for."""
    return lambda event: named.get(event.event, otherwise)(event)


def _with(event: ServerSentEvent[str], data: T) -> ServerSentEvent[T]:
    return ServerSentEvent(data=data, event=event.event, id=event.id, retry=event.retry)


class _Unfit(Exception):
    """Why the next item is none."""


class _Gathered:
    """The bytes of one item, up to a limit."""

    def __init__(self, limit: int | None) -> None:
        self._limit = limit
        self._came = bytearray()  # as a list of what drips is many times its size

    def add(self, piece: bytes) -> None:
        if self._limit is not None and len(self._came) + len(piece) > self._limit:
            raise _Unfit(
                f"it has more than the {self._limit} bytes that are allowed; if that is"
                " right, give the client larger Limits"
            )
        self._came += piece

    def take(self) -> bytes:
        whole = bytes(self._came)
        self._came.clear()
        return whole

    def __bool__(self) -> bool:
        return bool(self._came)


class Lines:
    """Lines, which end with CR, LF or both, as in an event stream."""

    def __init__(self, limit: int | None) -> None:
        self._rest = _Gathered(limit)
        self._after_cr = False

    def feed(self, piece: bytes) -> Iterator[bytes]:
        if not piece:
            return
        if self._after_cr and piece[:1] == b"\n":
            piece = piece[1:]
        self._after_cr = piece[-1:] == b"\r"
        for line in piece.splitlines(keepends=True):
            self._rest.add(line)
            if line[-1:] in (b"\r", b"\n"):
                yield self._rest.take().rstrip(b"\r\n")

    def end(self) -> Iterator[bytes]:
        if self._rest:
            yield self._rest.take()


class _Events:
    """The events of a text/event-stream (HTML Standard §9.2.6)."""

    def __init__(self, limit: int | None) -> None:
        self._lines = Lines(limit)
        self._data = _Gathered(limit)
        self._begun = False
        self._event = self._id = ""
        self._retry: int | None = None

    def feed(self, piece: bytes) -> Iterator[ServerSentEvent[str]]:
        for line in self._lines.feed(piece):
            if not self._begun:
                self._begun = True
                line = line.removeprefix(b"\xef\xbb\xbf")
            if line:
                self._field(line)
                continue
            name, self._event = self._event, ""
            if self._data:
                data = _text(self._data.take()[:-1])
                yield ServerSentEvent(
                    data=data, event=name or "message", id=self._id, retry=self._retry
                )

    def end(self) -> Iterator[ServerSentEvent[str]]:
        return iter(())  # what no empty line ended is no event

    def _field(self, line: bytes) -> None:
        name, _, value = line.partition(b":")
        value = value.removeprefix(b" ")
        if name == b"data":
            self._data.add(value + b"\n")
        elif name == b"event":
            self._event = _text(value)
        elif name == b"id" and b"\0" not in value:
            self._id = _text(value)
        elif name == b"retry" and value.isdigit() and len(value) < 16:
            self._retry = int(value)


class _Texts:
    """JSON texts: one a line, or each behind a record separator (RFC 7464 §2)."""

    def __init__(self, limit: int | None, mark: bytes) -> None:
        self._rest = _Gathered(limit)
        self._mark = mark
        self._tried = mark == b"\n"

    def feed(self, piece: bytes) -> Iterator[bytes]:
        first, *others = piece.split(self._mark)
        self._rest.add(first)
        for one in others:
            yield from self.end()
            self._rest.add(one)
            self._tried = self._mark == b"\n"
        if not self._tried and piece[-1:] == b"\n":
            # The next separator can be a long time in coming. Once is enough: who
            # writes a text over several lines waits for it.
            self._tried = True
            text = self._rest.take()
            if _is_json(text):
                yield text
            else:
                self._rest.add(text)

    def end(self) -> Iterator[bytes]:
        text = self._rest.take()
        if self._mark != b"\n" and text[-1:].isalnum():
            raise _Unfit("it is cut off")  # 12 may have been 123 (RFC 7464 §2.4)
        if text.strip():
            yield text


def _is_json(text: bytes) -> bool:
    try:
        json.loads(text)
    except (ValueError, RecursionError):
        return False
    return True


def _text(data: bytes) -> str:
    return data.decode("utf-8", "replace")


_EVENTS = "text/event-stream"
_MARKS = {"jsonl": b"\n", "jsonlines": b"\n", "ndjson": b"\n", "json-seq": b"\x1e"}


def _mark(media_type: str) -> bytes | None:
    """What stands between JSON texts in a `media_type`, if it is known."""
    return next((m for end, m in _MARKS.items() if media_type.endswith(end)), None)


class Items:
    """The items of one response, read by `decoders`; those of other kinds are refused.

    Without decoders they are taken as they come, if their media type has items at all:
    else it is a TypeError, as it is nothing that the server did. `limit` bounds each of
    them, in bytes. `done` is what the last one says, which counts for none.
    `validation` says what is done about one that is not as described.
    """

    def __init__(
        self,
        operation: str,
        answer: Answer,
        decoders: Decoders,
        limit: int | None,
        done: str | None = None,
        validation: Validation = "warn",
    ) -> None:
        self._operation = operation
        self._answer = answer
        self._done = done
        self._validation = validation
        self._number = 0
        self.ended = False
        kind = answer.headers.get("content-type", "").partition(";")[0].strip().lower()
        if not decoders:
            if kind != _EVENTS and _mark(kind) is None:
                raise TypeError(
                    f"{operation}: neither the description nor the media type,"
                    f" {kind or 'which none is'}, says what an item of the answer is:"
                    " take its bytes, by iter_bytes() or save_to(path), or have it as"
                    " lines, by iter_lines() or json_lines()"
                )
            decoders = {kind: as_anything}
        alike = [
            one for one in decoders if not kind or (one == _EVENTS) == (kind == _EVENTS)
        ]
        if not alike:
            said = f"its media type is {kind or 'not said'}"
            wanted = " or ".join(decoders)
            raise self._error("cannot be read", f"{said}, and not {wanted}")
        # What is no event stream is taken for what it should be.
        chosen = kind if kind in decoders else alike[0]
        self._decode = decoders[chosen]
        self._parser: _Events | _Texts
        if chosen == _EVENTS:
            self._parser = _Events(limit)
        else:
            self._parser = _Texts(limit, _mark(kind) or _mark(chosen) or b"\n")

    def feed(self, piece: bytes) -> Iterator[Any]:
        """The items that are whole with `piece`.

        Raises:
            InvalidResponse: one of them cannot be read, is too large, or is not as
                described.
        """
        return self._read(self._parser.feed(piece))

    def end(self) -> Iterator[Any]:
        """The item that the end makes whole, if there is one; as `feed` otherwise."""
        return self._read(self._parser.end())

    def _read(self, found: Iterator[ServerSentEvent[str] | bytes]) -> Iterator[Any]:
        while not self.ended:
            raw = self._next(found)
            if raw is None:
                return
            self._number += 1
            data = raw if isinstance(raw, bytes) else raw.data.encode()
            if self._done is not None and data.strip() == self._done.encode():
                self.ended = True
            else:
                yield self._decoded(raw, data)

    def _next(
        self, found: Iterator[ServerSentEvent[str] | bytes]
    ) -> ServerSentEvent[str] | bytes | None:
        try:
            return next(found, None)
        except _Unfit as error:
            why = str(error)
        raise self._error(f"cannot be read: item {self._number + 1}", why)

    def _decoded(self, raw: ServerSentEvent[str] | bytes, data: bytes) -> Any:
        operation = READING.set(self._operation)
        try:
            value: Any = raw
            if isinstance(raw, bytes):
                value = json.loads(raw.decode("utf-8").removeprefix("\ufeff"))
            if self._validation == "warn":
                return self._decode(value)
            with noting() as notes:
                item = self._decode(value)
        except Unreadable as error:
            why = f"{error}" if error.path else f"it is not {error.kind}"
        except RecursionError:
            why = "it nests too deep"
        except ValueError as error:
            why = f"it is not JSON ({error})"
        else:
            if self._validation == "strict":
                self._insist(item, value, data, notes)
            return item
        finally:
            READING.reset(operation)
        raise self._error(f"cannot be read: item {self._number}", why, data)

    def _insist(self, item: Any, value: Any, data: bytes, notes: list[Note]) -> None:
        """See that `item`, which was made of `value`, is as described."""
        from .strict import mismatches  # only who asks for it needs it

        if isinstance(value, ServerSentEvent):
            item = item.data
            try:
                value = json.loads(data)
            except ValueError:
                return  # it is no JSON, and was not read as such
        found = mismatches(item, value, notes)
        if found:
            what = f"is not as described: item {self._number}"
            raise self._error(what, "", data, found)

    def _error(
        self,
        what: str,
        why: str,
        data: bytes = b"",
        mismatches: tuple[Mismatch, ...] = (),
    ) -> InvalidResponse:
        status, headers = self._answer.status, self._answer.headers
        said = f"{self._operation}: the answer {status} {what}"
        answer = HttpResponse(status=status, headers=headers, body=data)
        return InvalidResponse(f"{said}: {why}" if why else said, answer, mismatches)


def items_of(
    request: type[Request[Any]],
    response: HttpResponse,
    validation: Validation = "warn",
) -> list[Any]:
    """All items of a response that is there.

    Raises:
        InvalidResponse: one of them cannot be read, or is not as described.
    """
    decoders, done = items_read(request)
    items = Items(request.__name__, response, decoders, None, done, validation)
    return [*items.feed(response.body), *items.end()]


def _insist(
    operation: type[Request[Any]], _: object, response: HttpResponse, __: Iterable[Note]
) -> None:
    items_of(operation, response, "strict")


class ItemsRequest(StreamRequest[list[Item], Item]):
    """A request whose response has nothing but items: `client.send` lists them."""

    __slots__ = ()
    _insist = staticmethod(_insist)
