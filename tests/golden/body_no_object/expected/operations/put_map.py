"""PutMap: PUT /map"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from .._support.encoding import Unwritable
from .._support.fields import Fields
from .._support.http import HttpRequest, HttpResponse
from .._support.json_bodies import json_body
from .._support.models import model
from .._support.plain import plain
from .._support.readers import failure, undescribed
from .._support.requests import Request
from .._support.violations import Found
from ..validators.put_map_body import check_put_map_body

__all__ = ["PutMap"]


@model
class PutMap(Request[None]):
    """PUT /map"""

    body: Mapping[str, int]

    def build(self, server: str, defaults: dict[str, Any]) -> HttpRequest:
        found = Found(_BODY, self)
        try:
            body = plain(_BODY.given(self))
            check_put_map_body(
                body["body"],
                found.inside(
                    "body",
                    "spec.yaml#/paths/~1map/put/requestBody/content/application~1json/schema",
                ),
            )
            found.settle("PutMap")
            encoded = json_body(body["body"])
            url = server + "/map"
            return HttpRequest("PUT", url, _HEADERS, encoded)
        except Unwritable as error:
            raise found.unwritable("PutMap", error) from None

    @classmethod
    def read(cls, response: HttpResponse) -> None:
        if response.status == 204 or undescribed(response, "204"):
            return None
        raise failure("PutMap", response)


_HEADERS: dict[str, str] = {
    "Content-Type": "application/json",
}
_BODY = Fields(
    "spec.yaml#/paths/~1map/put/requestBody",
    {
        "body": "body",
    },
    frozenset({"body"}),
)
