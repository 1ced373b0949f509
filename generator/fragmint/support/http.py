"""A request as it goes out and a response as it came in: data, no behaviour."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from .models import Model, model

__all__ = ["HttpRequest", "HttpResponse", "Redirect", "Timeout", "is_json", "shown"]


def is_json(media_type: str) -> bool:
    """Whether `media_type` is JSON: by name, or by its suffix (RFC 6839 §3.1)."""
    kind = media_type.partition(";")[0].strip().lower()
    return kind.endswith(("/json", "+json"))


def shown(url: str) -> str:
    """`url` as it may be told: without its query, which can hold a key."""
    place, mark, _ = url.partition("?")
    return place + mark + "…" if mark else place


class HttpRequest(NamedTuple):
    """One request, ready to send.

    Its repr shows neither headers nor query nor body, since all can hold secrets.
    """

    method: str
    url: str
    headers: Mapping[str, str]
    body: bytes = b""

    def __repr__(self) -> str:
        url = shown(self.url)
        return f"<HttpRequest {self.method} {url}, {len(self.body)} bytes>"


@model
class HttpResponse:
    """One response, read to its end. The names in `headers` are in lower case."""

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


@model
class Redirect(Model):
    """An answer that sends elsewhere: what an operation that promises it returns.

    `location` is as it came: relative to the URL that was called, or not.
    """

    status: int
    location: str | None = None


@model
class Timeout:
    """How long to wait, in seconds.

    `connect` bounds the making of a connection, `total` the whole call.
    """

    connect: float = 5.0
    total: float = 30.0

    def __repr__(self) -> str:
        return f"Timeout(connect={self.connect}, total={self.total})"
