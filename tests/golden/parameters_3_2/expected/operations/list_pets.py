"""ListPets: GET /pets"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .._support.encoding import Unwritable
from .._support.fields import Fields
from .._support.http import HttpRequest, HttpResponse
from .._support.models import model
from .._support.parameters import cookie_header, querystring
from .._support.plain import plain
from .._support.readers import failure, undescribed
from .._support.requests import Request
from .._support.styles import Style
from .._support.violations import Found
from ..validators.list_pets_cookie import check_list_pets_cookie
from ..validators.list_pets_querystring import check_list_pets_querystring

if TYPE_CHECKING:
    from ..models.list_pets_selector import ListPetsSelector

__all__ = ["ListPets"]


@model
class ListPets(Request[None]):
    """GET /pets"""

    selector: ListPetsSelector | None = None
    """What is wanted."""

    theme: str | None = None

    def build(self, server: str, defaults: dict[str, Any]) -> HttpRequest:
        found = Found(_QUERYSTRING, self)
        try:
            search = plain(_QUERYSTRING.given(self))
            cookie = _COOKIE.given(self)
            check_list_pets_querystring(search, found)
            check_list_pets_cookie(cookie, found.within(_COOKIE))
            found.settle("ListPets")
            url = (
                server
                + "/pets"
                + querystring(
                    search.get("selector"), "application/x-www-form-urlencoded"
                )
            )
            return HttpRequest(
                "GET", url, {**_HEADERS, **cookie_header(cookie, _COOKIE_STYLES)}
            )
        except Unwritable as error:
            raise found.unwritable("ListPets", error) from None

    @classmethod
    def read(cls, response: HttpResponse) -> None:
        if response.status == 204 or undescribed(response, "204"):
            return None
        raise failure("ListPets", response)


_HEADERS: dict[str, str] = {}
_QUERYSTRING = Fields(
    "spec.yaml#/paths/~1pets/get",
    {
        "selector": "selector",
    },
)

_COOKIE = Fields(
    "spec.yaml#/paths/~1pets/get",
    {
        "theme": "theme",
    },
)
_COOKIE_STYLES = {
    "theme": Style("cookie", explode=True),
}
