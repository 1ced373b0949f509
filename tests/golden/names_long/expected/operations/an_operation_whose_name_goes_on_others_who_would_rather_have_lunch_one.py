"""AnOperationWhoseNameGoesOnOthersWhoWouldRatherHaveLunchOne: GET /pets"""

from __future__ import annotations

from typing import Any

from .._support.http import HttpRequest, HttpResponse
from .._support.models import model
from .._support.readers import content, failure, undescribed
from .._support.requests import Request
from ..models.to_read_it_aloud_in_a_meeting_with_others_who_would_rather_have_lunch import (
    ToReadItAloudInAMeetingWithOthersWhoWouldRatherHaveLunch,
    read_to_read_it_aloud_in_a_meeting_with_others_who_would_rather_have_lunch,
)

__all__ = ["AnOperationWhoseNameGoesOnOthersWhoWouldRatherHaveLunchOne"]


@model
class AnOperationWhoseNameGoesOnOthersWhoWouldRatherHaveLunchOne(
    Request[ToReadItAloudInAMeetingWithOthersWhoWouldRatherHaveLunch]
):
    """GET /pets"""

    def build(self, server: str, defaults: dict[str, Any]) -> HttpRequest:
        url = server + "/pets"
        return HttpRequest("GET", url, _HEADERS)

    @classmethod
    def read(
        cls, response: HttpResponse
    ) -> ToReadItAloudInAMeetingWithOthersWhoWouldRatherHaveLunch:
        if response.status == 200 or undescribed(response, "200"):
            return content(
                response,
                read_to_read_it_aloud_in_a_meeting_with_others_who_would_rather_have_lunch,
            )
        raise failure(
            "AnOperationWhoseNameGoesOnOthersWhoWouldRatherHaveLunchOne", response
        )


_HEADERS: dict[str, str] = {
    "Accept": "application/json",
}
