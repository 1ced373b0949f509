"""PlanSend: PUT /sends"""

from __future__ import annotations

from datetime import datetime
from typing import Any, Literal

from .._support.encoding import Unwritable
from .._support.fields import Fields
from .._support.http import HttpRequest, HttpResponse
from .._support.json_bodies import json_body
from .._support.models import model
from .._support.parameters import query_string
from .._support.plain import plain
from .._support.readers import failure, undescribed
from .._support.requests import Request
from .._support.violations import Found
from ..validators.plan_send_body import check_plan_send_body
from ..validators.plan_send_query import check_plan_send_query

__all__ = ["PlanSend"]


@model
class PlanSend(Request[None]):
    """PUT /sends"""

    zone: Literal["all zones"] | None = None

    send_at: Literal["now"] | None = None
    """Values that are listed are right."""

    default_at: datetime | str | None = None
    """Default: "soon"."""

    def build(self, server: str, defaults: dict[str, Any]) -> HttpRequest:
        found = Found(_QUERY, self)
        try:
            query = _QUERY.given(self)
            body = plain(_BODY.given(self))
            check_plan_send_query(query, found)
            check_plan_send_body(body, found.within(_BODY))
            found.settle("PlanSend")
            encoded = json_body(body)
            url = server + "/sends" + query_string(query)
            return HttpRequest("PUT", url, _HEADERS, encoded)
        except Unwritable as error:
            raise found.unwritable("PlanSend", error) from None

    @classmethod
    def read(cls, response: HttpResponse) -> None:
        if response.status == 204 or undescribed(response, "204"):
            return None
        raise failure("PlanSend", response)


_HEADERS: dict[str, str] = {
    "Content-Type": "application/json",
}
_QUERY = Fields(
    "spec.yaml#/paths/~1sends/put",
    {
        "zone": "zone",
    },
)

_BODY = Fields(
    "spec.yaml#/paths/~1sends/put/requestBody/content/application~1json/schema",
    {
        "send_at": "send_at",
        "default_at": "default_at",
    },
)
