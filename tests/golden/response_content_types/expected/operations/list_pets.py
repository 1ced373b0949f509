"""ListPets: GET /pets"""

from __future__ import annotations

from typing import Any

from .._support.decoders import decoded, list_of
from .._support.http import HttpRequest, HttpResponse
from .._support.models import model
from .._support.readers import content, failure, undescribed
from .._support.requests import Request
from .._support.text_bodies import text_of
from .._support.unreadable import as_record
from ..models.pet import Pet, read_pet

__all__ = ["ListPets"]


@model
class ListPets(Request[str | bytes | list[Pet] | Pet]):
    """GET /pets"""

    def build(self, server: str, defaults: dict[str, Any]) -> HttpRequest:
        url = server + "/pets"
        return HttpRequest("GET", url, _HEADERS)

    @classmethod
    def read(cls, response: HttpResponse) -> str | bytes | list[Pet] | Pet:
        if response.status == 200 or undescribed(response, "200"):
            if response.media_type == "text/csv":
                return text_of(response)
            if (
                response.media_type == "application/pdf"
                or response.media_type.startswith("image/")
            ):
                return response.body
            if response.media_type == "application/json":
                return decoded(response, list_of(as_record(read_pet)))
            return content(response, read_pet)
        raise failure("ListPets", response)


_HEADERS: dict[str, str] = {
    "Accept": "application/json, application/vnd.pets.v2+json, text/csv, application/pdf, image/*",
}
