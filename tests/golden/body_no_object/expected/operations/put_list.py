"""PutList: PUT /list"""

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
from ..validators.list_body import check_list_body

if TYPE_CHECKING:
    from ..models.list_item import ListItem

__all__ = ["PutList"]


@model
class PutList(Request[None]):
    """PUT /list"""

    body: Sequence[ListItem]

    def build(self, server: str, defaults: dict[str, Any]) -> HttpRequest:
        found = Found(_BODY, self)
        try:
            body = plain(_BODY.given(self))
            check_list_body(
                body["body"],
                found.inside(
                    "body",
                    "spec.yaml#/paths/~1list/put/requestBody/content/application~1json/schema",
                ),
            )
            found.settle("PutList")
            encoded = json_body(body["body"])
            url = server + "/list"
            return HttpRequest("PUT", url, _HEADERS, encoded)
        except Unwritable as error:
            raise found.unwritable("PutList", error) from None

    @classmethod
    def read(cls, response: HttpResponse) -> None:
        if response.status == 204 or undescribed(response, "204"):
            return None
        raise failure("PutList", response)


_HEADERS: dict[str, str] = {
    "Content-Type": "application/json",
}
_BODY = Fields(
    "spec.yaml#/paths/~1list/put/requestBody",
    {
        "body": "body",
    },
    frozenset({"body"}),
)
