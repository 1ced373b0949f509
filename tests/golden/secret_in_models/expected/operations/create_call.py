"""CreateCall: POST /calls"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from .._support.encoding import Unwritable
from .._support.fields import Fields
from .._support.http import HttpRequest, HttpResponse
from .._support.json_bodies import json_body
from .._support.models import model
from .._support.plain import plain
from .._support.readers import content, failure, undescribed
from .._support.requests import Request
from .._support.violations import Found
from ..models.call import Call, read_call
from ..validators.create_call_body import check_create_call_body

if TYPE_CHECKING:
    from ..models.login import Login
    from ..models.login_input import LoginInput
    from ..models.place import Place

__all__ = ["CreateCall"]


@model
class CreateCall(Request[Call]):
    """POST /calls"""

    _secret: ClassVar[frozenset[str]] = frozenset({"login", "place"})
    _opaque: ClassVar[frozenset[str]] = frozenset({"place"})

    login: LoginInput | Login | None = None

    place: Place | None = None

    def build(self, server: str, defaults: dict[str, Any]) -> HttpRequest:
        found = Found(_BODY, self)
        try:
            body = plain(_BODY.given(self))
            check_create_call_body(body, found)
            found.settle("CreateCall")
            encoded = json_body(body)
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
    "Content-Type": "application/json",
}
_BODY = Fields(
    "spec.yaml#/paths/~1calls/post/requestBody/content/application~1json/schema",
    {
        "login": "login",
        "place": "place",
    },
)
