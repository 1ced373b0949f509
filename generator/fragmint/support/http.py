"""A request as it goes out and a response as it came in: data, no behaviour."""

from __future__ import annotations

import re
from collections.abc import (
    AsyncIterator,
    Awaitable,
    Callable,
    Iterable,
    Iterator,
    Mapping,
)
from dataclasses import field, replace
from typing import NamedTuple, Self, TypeAlias
from urllib.parse import urlsplit

from .models import Model, model


def is_json(media_type: str) -> bool:
    """Whether `media_type` is JSON: by name, or by its suffix (RFC 6839 §3.1)."""
    kind = media_type.partition(";")[0].strip().lower()
    return kind.endswith(("/json", "+json"))


_PLACE = re.compile(r"((?:[A-Za-z][A-Za-z0-9+.-]*:)?(?://)?)([^/?#\\]*)")


def shown(url: str) -> str:
    """Where `url` leads to, as it may be told: secrets can stand in all the rest."""
    found = _PLACE.match(url)
    assert found is not None  # it can be of nothing
    start, host = found.groups()
    if start.endswith("//"):
        return f"{start}{host.rpartition('@')[2]}"
    return start.rstrip(":") or "…"


def origin(url: str) -> tuple[object, ...]:
    """The origin of `url` (RFC 6454 §4), to compare it with others.

    Raises:
        ValueError: It has a port that is none, or an unclosed bracket.
    """
    parts = urlsplit(url)
    scheme = parts.scheme.lower()
    port = parts.port or {"http": 80, "https": 443}.get(scheme)
    # What stands before an @ would be sent as credentials.
    return scheme, parts.hostname, port, parts.username, parts.password


class _HttpRequest(NamedTuple):
    method: str
    url: str
    headers: Mapping[str, str]
    body: bytes | Iterable[bytes] = b""


class HttpRequest(_HttpRequest):
    """One request, ready to send.

    A body that is not bytes is sent piece by piece as it is asked for, and only once.
    `operation` is the parameter model that it was made of, when a client sends it, or
    the credentials that it asks a token for. The repr shows no path, query, header or
    body, since all can hold secrets.
    """

    operation: object = None

    def of(self, operation: object) -> Self:
        """This request, made of `operation`."""
        self.operation = operation
        return self

    def __str__(self) -> str:
        made_of = self.operation
        name = "" if made_of is None else f" ({type(made_of).__name__})"
        return f"{self.method} {shown(self.url)}{name}"

    def __repr__(self) -> str:
        size = f"{len(self.body)} bytes" if isinstance(self.body, bytes) else "a stream"
        return f"<HttpRequest {self}, {size}>"


class Headers(Mapping[str, str]):
    """What came as headers, looked up by their names in any case (RFC 9110 §5.1).

    What came more than once is one list (§5.3), but for ``Set-Cookie``, a line each.
    """

    def __init__(self, named: Mapping[str, str]) -> None:
        self._named = {name.lower(): value for name, value in named.items()}

    def __getitem__(self, name: str) -> str:
        return self._named[name.lower()]

    def __iter__(self) -> Iterator[str]:
        return iter(self._named)

    def __len__(self) -> int:
        return len(self._named)

    def __repr__(self) -> str:
        return repr(self._named)


def add_header(headers: dict[str, str], name: str, value: str) -> None:
    """Add a header that came, by its name in lower case, to those that came before."""
    if name in headers:
        between = "\n" if name == "set-cookie" else ", "
        value = f"{headers[name]}{between}{value}"
    headers[name] = value


@model
class HttpResponse:
    """One response, read to its end. A client gives its `headers` as `Headers`."""

    status: int
    headers: Mapping[str, str]
    body: bytes

    @property
    def media_type(self) -> str:
        """The content type without its parameters, in lower case; "" if none came."""
        return self.headers.get("content-type", "").partition(";")[0].strip().lower()

    def __repr__(self) -> str:
        kind = self.media_type or "no content type"
        return f"<HttpResponse {self.status}, {kind}, {len(self.body)} bytes>"


class Incoming(NamedTuple):
    """A response whose body is still to come, as it is on the wire.

    `chunks` is in its Content-Encoding (RFC 9110 §8.4), and raises what a transport
    does. `close` is called when no more is wanted, and can be called again.
    """

    status: int
    headers: Mapping[str, str]
    chunks: Iterator[bytes]
    close: Callable[[], None]

    def __repr__(self) -> str:
        return f"<Incoming {self.status}>"


class AsyncIncoming(NamedTuple):
    """`Incoming` in a task."""

    status: int
    headers: Mapping[str, str]
    chunks: AsyncIterator[bytes]
    close: Callable[[], Awaitable[None]]

    def __repr__(self) -> str:
        return f"<AsyncIncoming {self.status}>"


Answer: TypeAlias = HttpResponse | Incoming | AsyncIncoming


def with_headers(answer: Answer) -> Answer:
    """`answer` of a transport, whose headers may be in any mapping, with `Headers`."""
    headers = Headers(answer.headers)
    if isinstance(answer, Incoming | AsyncIncoming):
        return answer._replace(headers=headers)
    return HttpResponse(status=answer.status, headers=headers, body=answer.body)


@model
class Redirect(Model):
    """An answer that sends elsewhere: what an operation that promises it returns.

    `location` is as it came: relative to the URL that was called, or not.
    """

    status: int
    location: str | None = None


@model
class Timeout:
    """How long to wait, in seconds; None is without end.

    `connect` bounds the making of a connection, `read` the wait for the next bytes, and
    `total` the whole call, with all that is sent again. If `streamed`, as `stream` of a
    client has it, `total` ends when the headers of a success (2xx) are there. `_given`
    is the total of which this one is what is left.
    """

    connect: float | None = 5.0
    read: float | None = 30.0
    total: float | None = 30.0
    streamed: bool = False
    _given: float | None = field(default=None, compare=False)

    @property
    def whole(self) -> float | None:
        """The total as it was given."""
        return self.total if self._given is None else self._given

    def after(self, seconds: float) -> Timeout:
        """What is left of it when so many seconds have passed."""
        if self.total is None:
            return self
        return replace(self, total=max(self.total - seconds, 0.001), _given=self.whole)

    def in_body(self, status: int) -> Timeout:
        """What is left of it once the headers of an answer are there: see above."""
        if self.streamed and 200 <= status < 300:
            return replace(self, total=None, _given=None)
        return self

    def __repr__(self) -> str:
        bounds = f"connect={self.connect}, read={self.read}, total={self.total}"
        return f"Timeout({bounds})"
