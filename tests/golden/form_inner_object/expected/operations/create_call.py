"""CreateCall: POST /calls"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from .._support.encoding import Unwritable, form
from .._support.fields import Fields
from .._support.http import HttpRequest, HttpResponse
from .._support.models import model
from .._support.plain import plain
from .._support.readers import failure, undescribed
from .._support.requests import Request
from .._support.violations import Found
from ..validators.call import check_call

if TYPE_CHECKING:
    from ..models.call import Call

__all__ = ["CreateCall"]


@model
class CreateCall(Request[None]):
    """POST /calls"""

    to: str | None = None

    next: Call | None = None

    tree: Sequence[Any] | None = None

    def build(self, server: str, defaults: dict[str, Any]) -> HttpRequest:
        found = Found(_BODY, self)
        try:
            body = plain(_BODY.given(self))
            check_call(body, found)
            found.settle("CreateCall")
            encoded = form(body)
            url = server + "/calls"
            return HttpRequest("POST", url, _HEADERS, encoded)
        except Unwritable as error:
            raise found.unwritable("CreateCall", error) from None

    @classmethod
    def read(cls, response: HttpResponse) -> None:
        if response.status == 204 or undescribed(response, "204"):
            return None
        raise failure("CreateCall", response)


_HEADERS: dict[str, str] = {
    "Content-Type": "application/x-www-form-urlencoded",
}
_BODY = Fields(
    "spec.yaml#/components/schemas/Call",
    {
        "To": "to",
        "Next": "next",
        "Tree": "tree",
    },
)
