"""UpdatePet: PATCH /pets/{id}"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .._support.encoding import Unwritable, segment
from .._support.fields import Fields
from .._support.http import HttpRequest, HttpResponse
from .._support.json_bodies import json_body
from .._support.models import model
from .._support.plain import plain
from .._support.readers import failure, undescribed
from .._support.requests import Request
from .._support.unset import UNSET, Unset
from .._support.violations import Found
from ..validators.update_pet_body import check_update_pet_body
from ..validators.update_pet_path import check_update_pet_path

if TYPE_CHECKING:
    from ..models.inner import Inner

__all__ = ["UpdatePet"]


@model
class UpdatePet(Request[None]):
    """PATCH /pets/{id}"""

    id: str

    needed: str

    needed_or_null: str | None

    optional: str | None = None

    optional_or_null: str | Unset | None = UNSET
    """Null takes it away."""

    anything: Any = UNSET

    inner: Inner | Unset | None = UNSET

    def build(self, server: str, defaults: dict[str, Any]) -> HttpRequest:
        found = Found(_PATH, self)
        try:
            path = _PATH.given(self)
            body = plain(_BODY.given(self))
            check_update_pet_path(path, found)
            check_update_pet_body(body, found.within(_BODY))
            found.settle("UpdatePet")
            encoded = json_body(body)
            url = server + "/pets/" + segment(path["id"])
            return HttpRequest("PATCH", url, _HEADERS, encoded)
        except Unwritable as error:
            raise found.unwritable("UpdatePet", error) from None

    @classmethod
    def read(cls, response: HttpResponse) -> None:
        if response.status == 204 or undescribed(response, "204"):
            return None
        raise failure("UpdatePet", response)


_HEADERS: dict[str, str] = {
    "Content-Type": "application/json",
}
_PATH = Fields(
    "spec.yaml#/paths/~1pets~1{id}/patch",
    {
        "id": "id",
    },
)

_BODY = Fields(
    "spec.yaml#/paths/~1pets~1{id}/patch/requestBody/content/application~1json/schema",
    {
        "needed": "needed",
        "neededOrNull": "needed_or_null",
        "optional": "optional",
        "optionalOrNull": "optional_or_null",
        "anything": "anything",
        "inner": "inner",
    },
    frozenset({"needed_or_null", "optional_or_null", "anything", "inner"}),
)
