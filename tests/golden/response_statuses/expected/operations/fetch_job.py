"""FetchJob: GET /jobs"""

from __future__ import annotations

from typing import Any

from .._support.http import HttpRequest, HttpResponse
from .._support.models import model
from .._support.readers import content, failure
from .._support.requests import Request
from ..models.job import Job, read_job
from ..models.pet import Pet, read_pet

__all__ = ["FetchJob"]


@model
class FetchJob(Request[Pet | Job]):
    """GET /jobs"""

    def build(self, server: str, defaults: dict[str, Any]) -> HttpRequest:
        url = server + "/jobs"
        return HttpRequest("GET", url, _HEADERS)

    @classmethod
    def read(cls, response: HttpResponse) -> Pet | Job:
        if response.status == 200:
            return content(response, read_pet)
        if 200 <= response.status < 300:
            return content(response, read_job)
        raise failure("FetchJob", response)


_HEADERS: dict[str, str] = {
    "Accept": "application/json",
}
