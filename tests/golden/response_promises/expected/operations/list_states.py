"""ListStates: GET /states"""

from __future__ import annotations

from typing import Any, Literal, cast

from .._support.decoders import as_text, decoded, list_of
from .._support.http import HttpRequest, HttpResponse
from .._support.models import Promised, model
from .._support.readers import failure, undescribed
from .._support.requests import Request
from .._support.unions import first_of

__all__ = ["ListStates"]


@model
class ListStates(Request[list[Literal["queued", "done"] | str]]):
    """GET /states"""

    _promised = Promised(extensible=("read",))

    def build(self, server: str, defaults: dict[str, Any]) -> HttpRequest:
        url = server + "/states"
        return HttpRequest("GET", url, _HEADERS)

    @classmethod
    def read(cls, response: HttpResponse) -> list[Literal["queued", "done"] | str]:
        if response.status == 200 or undescribed(response, "200"):
            return cast(
                "list[Literal['queued', 'done'] | str]",
                decoded(response, list_of(first_of(as_text, as_text))),
            )
        raise failure("ListStates", response)


_HEADERS: dict[str, str] = {
    "Accept": "application/json",
}
