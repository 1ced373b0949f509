"""ListPets: GET /pets"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any, ClassVar

from .._support.encoding import Unwritable
from .._support.fields import Fields
from .._support.http import HttpRequest, HttpResponse
from .._support.models import model
from .._support.parameters import cookie_header, header_fields
from .._support.plain import plain
from .._support.readers import failure, undescribed
from .._support.requests import Request
from .._support.styles import Style
from .._support.violations import Found
from ..validators.list_pets_cookie import check_list_pets_cookie
from ..validators.list_pets_header import check_list_pets_header

__all__ = ["ListPets"]


@model
class ListPets(Request[None]):
    """GET /pets"""

    _secret: ClassVar[frozenset[str]] = frozenset({"authorization"})

    if_modified_since: datetime | str

    session: str

    x_trace: str | None = None
    """What the logs call it."""

    x_fields: Mapping[str, str] | None = None

    authorization: str | None = None
    """No security is described."""

    seen: Sequence[int] | None = None

    def build(self, server: str, defaults: dict[str, Any]) -> HttpRequest:
        found = Found(_HEADER, self)
        try:
            header = plain(_HEADER.given(self))
            cookie = _COOKIE.given(self)
            check_list_pets_header(header, found)
            check_list_pets_cookie(cookie, found.within(_COOKIE))
            found.settle("ListPets")
            url = server + "/pets"
            return HttpRequest(
                "GET",
                url,
                {
                    **_HEADERS,
                    **header_fields(header, _HEADER_STYLES),
                    **cookie_header(cookie, _COOKIE_STYLES),
                },
            )
        except Unwritable as error:
            raise found.unwritable("ListPets", error) from None

    @classmethod
    def read(cls, response: HttpResponse) -> None:
        if response.status == 204 or undescribed(response, "204"):
            return None
        raise failure("ListPets", response)


_HEADERS: dict[str, str] = {}
_HEADER = Fields(
    "spec.yaml#/paths/~1pets/get",
    {
        "X-Trace": "x_trace",
        "X-Fields": "x_fields",
        "If-Modified-Since": "if_modified_since",
        "Authorization": "authorization",
    },
)
_HEADER_STYLES = {
    "X-Fields": Style("simple", explode=True),
}

_COOKIE = Fields(
    "spec.yaml#/paths/~1pets/get",
    {
        "session": "session",
        "seen": "seen",
    },
)
_COOKIE_STYLES = {
    "seen": Style("form", explode=False),
}
