"""ListPets: GET /pets"""

from __future__ import annotations

from typing import Any

from .._support.http import HttpRequest, HttpResponse
from .._support.models import model
from .._support.readers import failure, undescribed
from .._support.requests import Request
from .._support.unreadable import as_record

__all__ = ["ListPets"]


@model
class ListPets(Request[None]):
    """GET /pets"""

    def build(self, server: str, defaults: dict[str, Any]) -> HttpRequest:
        url = server + "/pets"
        return HttpRequest("GET", url, _HEADERS)

    @classmethod
    def read(cls, response: HttpResponse) -> None:
        if response.status == 204 or undescribed(response, "204"):
            return None
        if response.status == 404:
            from ..models.fault import read_fault

            raise failure("ListPets", response, as_record(read_fault))
        if 400 <= response.status < 500:
            from ..models.problem import read_problem

            raise failure("ListPets", response, as_record(read_problem))
        from ..models.fault import read_fault

        raise failure("ListPets", response, as_record(read_fault))


_HEADERS: dict[str, str] = {}
