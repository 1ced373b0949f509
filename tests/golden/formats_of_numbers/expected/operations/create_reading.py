"""CreateReading: POST /readings"""

from __future__ import annotations

from typing import Any

from .._support.encoding import Unwritable
from .._support.fields import Fields
from .._support.http import HttpRequest, HttpResponse
from .._support.json_bodies import json_body
from .._support.models import model
from .._support.plain import plain
from .._support.readers import failure, undescribed
from .._support.requests import Request
from .._support.unset import UNSET
from .._support.violations import Found
from ..validators.create_reading_body import check_create_reading_body

__all__ = ["CreateReading"]


@model
class CreateReading(Request[None]):
    """POST /readings"""

    small: int | None = None

    large: int | None = None

    large_text: str | None = None

    large_either: int | str | None = None

    rate: float | None = None

    text: str | None = None

    untyped: Any = UNSET

    whole_number: float | None = None

    def build(self, server: str, defaults: dict[str, Any]) -> HttpRequest:
        found = Found(_BODY, self)
        try:
            body = plain(_BODY.given(self))
            check_create_reading_body(body, found)
            found.settle("CreateReading")
            encoded = json_body(body)
            url = server + "/readings"
            return HttpRequest("POST", url, _HEADERS, encoded)
        except Unwritable as error:
            raise found.unwritable("CreateReading", error) from None

    @classmethod
    def read(cls, response: HttpResponse) -> None:
        if response.status == 204 or undescribed(response, "204"):
            return None
        raise failure("CreateReading", response)


_HEADERS: dict[str, str] = {
    "Content-Type": "application/json",
}
_BODY = Fields(
    "spec.yaml#/paths/~1readings/post/requestBody/content/application~1json/schema",
    {
        "small": "small",
        "large": "large",
        "large_text": "large_text",
        "large_either": "large_either",
        "rate": "rate",
        "text": "text",
        "untyped": "untyped",
        "whole_number": "whole_number",
    },
    frozenset({"untyped"}),
)
