"""CreatePet: POST /pets"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, Literal

from .._support.encoding import Unwritable
from .._support.fields import Fields
from .._support.http import HttpRequest, HttpResponse
from .._support.json_bodies import json_body
from .._support.models import model
from .._support.readers import content, failure, undescribed
from .._support.requests import Request
from .._support.unset import UNSET, Unset
from .._support.violations import Found
from ..models.pet import Pet, read_pet
from ..validators.pet import check_pet

if TYPE_CHECKING:
    from ..types.kind import Kind

__all__ = ["CreatePet"]


@model
class CreatePet(Request[Pet]):
    """POST /pets"""

    constant: Literal["pet"]

    version: Literal[1] | None = None

    nothing: Unset | None = UNSET

    truth: Literal[True] | None = None

    kind: Kind | None = None
    """What it is."""

    kinds: Sequence[Kind] | None = None

    zone: Literal["GMT0", "GMT+0", "GMT-0"] | None = None

    level: Literal[1, 2, 3] | None = None

    ratio: Literal[1] | float | None = None

    size: Literal["s", "m", 1, True] | float | Unset | None = UNSET

    maybe: Literal["a", "b"] | Unset | None = UNSET

    flags: Literal[True] | None = None

    odd: Any = None

    def build(self, server: str, defaults: dict[str, Any]) -> HttpRequest:
        found = Found(_BODY, self)
        try:
            body = _BODY.given(self)
            check_pet(body, found)
            found.settle("CreatePet")
            encoded = json_body(body)
            url = server + "/pets"
            return HttpRequest("POST", url, _HEADERS, encoded)
        except Unwritable as error:
            raise found.unwritable("CreatePet", error) from None

    @classmethod
    def read(cls, response: HttpResponse) -> Pet:
        if response.status == 200 or undescribed(response, "200"):
            return content(response, read_pet)
        raise failure("CreatePet", response)


_HEADERS: dict[str, str] = {
    "Accept": "application/json",
    "Content-Type": "application/json",
}
_BODY = Fields(
    "spec.yaml#/components/schemas/Pet",
    {
        "constant": "constant",
        "version": "version",
        "nothing": "nothing",
        "truth": "truth",
        "kind": "kind",
        "kinds": "kinds",
        "zone": "zone",
        "level": "level",
        "ratio": "ratio",
        "size": "size",
        "maybe": "maybe",
        "flags": "flags",
        "odd": "odd",
    },
    frozenset({"nothing", "size", "maybe"}),
)
