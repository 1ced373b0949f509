"""CreateCall: POST /calls"""

from __future__ import annotations

from typing import Any

from .._support.encoding import Unwritable, form
from .._support.fields import Fields
from .._support.http import HttpRequest, HttpResponse
from .._support.models import model
from .._support.readers import content, failure, undescribed
from .._support.requests import Request
from .._support.violations import Found
from ..models.call import Call, read_call
from ..validators.new_call import check_new_call

__all__ = ["CreateCall"]


@model
class CreateCall(Request[Call]):
    """POST /calls"""

    sid: str | None = None
    """The words here, the rule there"""

    parent: str | None = None
    """A name that nothing else has"""

    def build(self, server: str, defaults: dict[str, Any]) -> HttpRequest:
        found = Found(_BODY, self)
        try:
            body = _BODY.given(self)
            check_new_call(body, found)
            found.settle("CreateCall")
            encoded = form(body)
            url = server + "/calls"
            return HttpRequest("POST", url, _HEADERS, encoded)
        except Unwritable as error:
            raise found.unwritable("CreateCall", error) from None

    @classmethod
    def read(cls, response: HttpResponse) -> Call:
        if response.status == 201 or undescribed(response, "201"):
            return content(response, read_call)
        raise failure("CreateCall", response)


_HEADERS: dict[str, str] = {
    "Accept": "application/json",
    "Content-Type": "application/x-www-form-urlencoded",
}
_BODY = Fields(
    "calls.yaml#/components/schemas/NewCall",
    {
        "Sid": "sid",
        "Parent": "parent",
    },
)
