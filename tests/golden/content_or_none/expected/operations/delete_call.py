"""DeleteCall: DELETE /call"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from .._support.http import HttpRequest, HttpResponse
from .._support.models import model
from .._support.readers import content, failure
from .._support.requests import Request
from .._support.violations import Found
from ..models.call import Call

__all__ = ["DeleteCall"]


@model
class DeleteCall(Request[Call | None]):
    """DELETE /call"""

    def _build(self, server: str, defaults: Mapping[str, Any]) -> HttpRequest:
        found = Found()
        found.settle("DeleteCall")
        return HttpRequest(
            method="DELETE",
            url=server + "/call",
            headers=_HEADERS,
        )

    @classmethod
    def _read(cls, response: HttpResponse) -> Call | None:
        if response.status == 200:
            return Call._read(content(response))
        if response.status == 204:
            return None
        raise failure("DeleteCall", response)


_HEADERS = {
    "Accept": "application/json",
}
