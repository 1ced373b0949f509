"""UpdateCall: PUT /calls/{id}"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date as Date
from typing import Any

from .._support.encoding import Unwritable, segment
from .._support.fields import Fields
from .._support.http import HttpRequest, HttpResponse
from .._support.json_bodies import json_body
from .._support.models import model
from .._support.parameters import header_fields, query_string
from .._support.plain import plain
from .._support.readers import failure, undescribed
from .._support.requests import Request
from .._support.violations import Found
from ..validators.update_call_body import check_update_call_body
from ..validators.update_call_header import check_update_call_header
from ..validators.update_call_path import check_update_call_path
from ..validators.update_call_query import check_update_call_query

__all__ = ["UpdateCall"]


@model
class UpdateCall(Request[None]):
    """PUT /calls/{id}"""

    id: str

    query_id: str | None = None

    query_start_time: Date | str | None = None

    start_time_lt: Date | str | None = None

    start_time_gt: Date | str | None = None

    server: str | None = None

    defaults: str | None = None

    build_: str | None = None

    extra_: str | None = None

    header_id: str | None = None

    body_id: str | None = None

    body_start_time: str | None = None

    self_: bool | None = None

    body: str | None = None

    extra: Mapping[str, int] | None = None
    """Properties that the description does not name, by their wire names."""

    def build(self, server: str, defaults: dict[str, Any]) -> HttpRequest:
        found = Found(_PATH, self)
        try:
            path = _PATH.given(self)
            query = plain(_QUERY.given(self))
            header = _HEADER.given(self)
            body = plain(_BODY.given(self) | dict(self.extra or {}))
            check_update_call_path(path, found)
            check_update_call_query(query, found.within(_QUERY))
            check_update_call_header(header, found.within(_HEADER))
            check_update_call_body(body, found.within(_BODY))
            found.settle("UpdateCall")
            encoded = json_body(body)
            url = server + "/calls/" + segment(path["id"]) + query_string(query)
            return HttpRequest(
                "PUT", url, {**_HEADERS, **header_fields(header)}, encoded
            )
        except Unwritable as error:
            raise found.unwritable("UpdateCall", error) from None

    @classmethod
    def read(cls, response: HttpResponse) -> None:
        if response.status == 204 or undescribed(response, "204"):
            return None
        raise failure("UpdateCall", response)


_HEADERS: dict[str, str] = {
    "Content-Type": "application/json",
}
_PATH = Fields(
    "spec.yaml#/paths/~1calls~1{id}/put",
    {
        "id": "id",
    },
)

_QUERY = Fields(
    "spec.yaml#/paths/~1calls~1{id}/put",
    {
        "id": "query_id",
        "StartTime": "query_start_time",
        "StartTime<": "start_time_lt",
        "StartTime>": "start_time_gt",
        "server": "server",
        "defaults": "defaults",
        "build": "build_",
        "extra": "extra_",
    },
)

_HEADER = Fields(
    "spec.yaml#/paths/~1calls~1{id}/put",
    {
        "id": "header_id",
    },
)

_BODY = Fields(
    "spec.yaml#/paths/~1calls~1{id}/put/requestBody/content/application~1json/schema",
    {
        "id": "body_id",
        "start_time": "body_start_time",
        "self": "self_",
        "body": "body",
    },
)
