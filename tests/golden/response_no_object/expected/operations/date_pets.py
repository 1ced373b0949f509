"""DatePets: GET /date"""

from __future__ import annotations

from datetime import date as Date
from typing import Any

from .._support.decoders import decoded, nullable
from .._support.http import HttpRequest, HttpResponse
from .._support.models import model
from .._support.readers import failure, undescribed
from .._support.requests import Request
from .._support.typed import as_date

__all__ = ["DatePets"]


@model
class DatePets(Request[Date | None]):
    """GET /date"""

    def build(self, server: str, defaults: dict[str, Any]) -> HttpRequest:
        url = server + "/date"
        return HttpRequest("GET", url, _HEADERS)

    @classmethod
    def read(cls, response: HttpResponse) -> Date | None:
        if response.status == 200 or undescribed(response, "200"):
            return decoded(response, nullable(as_date))
        raise failure("DatePets", response)


_HEADERS: dict[str, str] = {
    "Accept": "application/json",
}
