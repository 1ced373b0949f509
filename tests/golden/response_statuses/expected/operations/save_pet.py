"""SavePet: PUT /pets"""

from __future__ import annotations

from typing import Any

from .._support.http import HttpRequest, HttpResponse
from .._support.models import model
from .._support.readers import content, failure
from .._support.requests import Request
from ..models.job import Job, read_job
from ..models.pet import Pet, read_pet

__all__ = ["SavePet"]


@model
class SavePet(Request[Pet | Job | None]):
    """PUT /pets"""

    def build(self, server: str, defaults: dict[str, Any]) -> HttpRequest:
        url = server + "/pets"
        return HttpRequest("PUT", url, _HEADERS)

    @classmethod
    def read(cls, response: HttpResponse) -> Pet | Job | None:
        if response.status in (200, 201):
            return content(response, read_pet)
        if response.status == 202:
            return content(response, read_job)
        if response.status == 204:
            return None
        raise failure("SavePet", response)


_HEADERS: dict[str, str] = {
    "Accept": "application/json",
}
