"""DeleteCall: DELETE /call"""

from __future__ import annotations

from typing import Any

from .._support.http import HttpRequest, HttpResponse
from .._support.models import model
from .._support.readers import content, failure
from .._support.requests import Request
from ..models.call import Call, read_call

__all__ = ["DeleteCall"]


@model
class DeleteCall(Request[Call | None]):
    """DELETE /call"""

    def build(self, server: str, defaults: dict[str, Any]) -> HttpRequest:
        url = server + "/call"
        return HttpRequest("DELETE", url, _HEADERS)

    @classmethod
    def read(cls, response: HttpResponse) -> Call | None:
        if response.status == 200:
            return content(response, read_call)
        if response.status == 204:
            return None
        raise failure("DeleteCall", response)


_HEADERS: dict[str, str] = {
    "Accept": "application/json",
}
