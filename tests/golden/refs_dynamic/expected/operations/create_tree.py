"""CreateTree: POST /trees"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from .._support.encoding import Unwritable
from .._support.fields import Fields
from .._support.http import HttpRequest, HttpResponse
from .._support.json_bodies import json_body
from .._support.models import model
from .._support.plain import plain
from .._support.readers import failure, undescribed
from .._support.requests import Request
from .._support.violations import Found
from ..validators.named_tree import check_named_tree

if TYPE_CHECKING:
    from ..models.named_tree import NamedTree

__all__ = ["CreateTree"]


@model
class CreateTree(Request[None]):
    """POST /trees"""

    name: str

    children: Sequence[NamedTree] | None = None

    def build(self, server: str, defaults: dict[str, Any]) -> HttpRequest:
        found = Found(_BODY, self)
        try:
            body = plain(_BODY.given(self))
            check_named_tree(body, found)
            found.settle("CreateTree")
            encoded = json_body(body)
            url = server + "/trees"
            return HttpRequest("POST", url, _HEADERS, encoded)
        except Unwritable as error:
            raise found.unwritable("CreateTree", error) from None

    @classmethod
    def read(cls, response: HttpResponse) -> None:
        if response.status == 204 or undescribed(response, "204"):
            return None
        raise failure("CreateTree", response)


_HEADERS: dict[str, str] = {
    "Content-Type": "application/json",
}
_BODY = Fields(
    "spec.yaml#/components/schemas/NamedTree",
    {
        "children": "children",
        "name": "name",
    },
)
