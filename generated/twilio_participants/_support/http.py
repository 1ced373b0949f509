"""A request as it goes out and a response as it came in: data, no behaviour."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from .models import model

__all__ = ["HttpRequest", "HttpResponse", "Timeout"]


class HttpRequest(NamedTuple):
    """One request, ready to send.

    Its repr shows neither headers nor body, since both can hold secrets.
    """

    method: str
    url: str
    headers: Mapping[str, str]
    body: bytes = b""

    def __repr__(self) -> str:
        return f"<HttpRequest {self.method} {self.url}, {len(self.body)} bytes>"


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
class Timeout:
    """How long to wait, in seconds.

    `connect` bounds the making of a connection, `total` the whole call.
    """

    connect: float = 5.0
    total: float = 30.0

    def __repr__(self) -> str:
        return f"Timeout(connect={self.connect}, total={self.total})"
