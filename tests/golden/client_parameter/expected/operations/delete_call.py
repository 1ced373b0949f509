"""DeleteCall: DELETE /accounts/{AccountSid}/calls/{CallSid}"""

from __future__ import annotations

from typing import Any, ClassVar

from .._support.encoding import Unwritable, segment
from .._support.fields import Fields
from .._support.http import HttpRequest, HttpResponse
from .._support.models import model
from .._support.readers import failure, undescribed
from .._support.requests import Request
from .._support.violations import Found
from ..validators.delete_call_path import check_delete_call_path

__all__ = ["DeleteCall"]


@model
class DeleteCall(Request[None]):
    """Delete a call

    It is gone for good.

    Deprecated.

    DELETE /accounts/{AccountSid}/calls/{CallSid}
    """

    _security: ClassVar[tuple[tuple[str, ...], ...] | None] = (("login",),)

    call_sid: str

    account_sid: str | None = None
    """The account.

    Left out, it is the client's.
    """

    def build(self, server: str, defaults: dict[str, Any]) -> HttpRequest:
        found = Found(_PATH, self)
        try:
            path = defaults | _PATH.given(self)
            check_delete_call_path(path, found)
            found.settle("DeleteCall")
            url = (
                server
                + "/accounts/"
                + segment(path["AccountSid"])
                + "/calls/"
                + segment(path["CallSid"])
            )
            return HttpRequest("DELETE", url, _HEADERS)
        except Unwritable as error:
            raise found.unwritable("DeleteCall", error) from None

    @classmethod
    def read(cls, response: HttpResponse) -> None:
        if response.status == 204 or undescribed(response, "204"):
            return None
        raise failure("DeleteCall", response)


_HEADERS: dict[str, str] = {}
_PATH = Fields(
    "spec.yaml#/paths/~1accounts~1{AccountSid}~1calls~1{CallSid}/delete",
    {
        "AccountSid": "account_sid",
        "CallSid": "call_sid",
    },
)
