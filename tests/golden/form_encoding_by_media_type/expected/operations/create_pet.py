"""CreatePet: POST /pets"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any, Literal

from .._support.bodies import form_body, multipart_body
from .._support.encoding import Unwritable
from .._support.fields import Fields
from .._support.http import HttpRequest, HttpResponse
from .._support.models import model
from .._support.readers import failure, undescribed
from .._support.requests import Request
from .._support.styles import Part, Style
from .._support.violations import Found
from ..validators.pet import check_pet

__all__ = ["CreatePet"]


@model
class CreatePet(Request[None]):
    """POST /pets"""

    tags: Sequence[str] | None = None

    content_type: Literal[
        "application/x-www-form-urlencoded", "multipart/form-data"
    ] = "application/x-www-form-urlencoded"
    """The media type that the body is sent as."""

    def build(self, server: str, defaults: dict[str, Any]) -> HttpRequest:
        found = Found(_BODY, self)
        try:
            body = _BODY.given(self)
            check_pet(body, found)
            found.settle("CreatePet")
            headers = dict(_HEADERS)
            encoded: bytes | Iterable[bytes] = b""
            if self.content_type == "application/x-www-form-urlencoded":
                encoded = form_body(body, _APPLICATION_X_WWW_FORM_URLENCODED_PARTS)
                headers["Content-Type"] = "application/x-www-form-urlencoded"
            else:
                encoded, headers["Content-Type"] = multipart_body(
                    body, _MULTIPART_FORM_DATA_PARTS
                )
            url = server + "/pets"
            return HttpRequest("POST", url, headers, encoded)
        except Unwritable as error:
            raise found.unwritable("CreatePet", error) from None

    @classmethod
    def read(cls, response: HttpResponse) -> None:
        if response.status == 204 or undescribed(response, "204"):
            return None
        raise failure("CreatePet", response)


_HEADERS: dict[str, str] = {}
_BODY = Fields(
    "spec.yaml#/components/schemas/Pet",
    {
        "tags": "tags",
    },
)

_APPLICATION_X_WWW_FORM_URLENCODED_PARTS = {
    "tags": Part(style=Style("pipeDelimited", explode=False)),
}

_MULTIPART_FORM_DATA_PARTS = {
    "tags": Part(content_type="text/csv"),
}
