"""What `ToReadItAloudInAMeetingOthersWhoWouldRatherHaveLunchModel` is."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from typing import Any

from .._support.models import Model, model
from .._support.readers import text

__all__ = [
    "ToReadItAloudInAMeetingOthersWhoWouldRatherHaveLunchModel",
    "read_to_read_it_aloud_in_a_meeting_others_who_would_rather_have_lunch_model",
]


@model
class ToReadItAloudInAMeetingOthersWhoWouldRatherHaveLunchModel(Model):
    """ToReadItAloudInAMeetingOthersWhoWouldRatherHaveLunchModel."""

    a: str | None = None

    extra: Mapping[str, Any] = field(default_factory=dict[str, Any], hash=False)
    """What came and is not described, or not as described, by its wire name."""


def read_to_read_it_aloud_in_a_meeting_others_who_would_rather_have_lunch_model(
    data: dict[str, Any],
) -> ToReadItAloudInAMeetingOthersWhoWouldRatherHaveLunchModel:
    """The `ToReadItAloudInAMeetingOthersWhoWouldRatherHaveLunchModel` that the JSON object `data` is; it is used up."""
    return ToReadItAloudInAMeetingOthersWhoWouldRatherHaveLunchModel(
        a=text(data, "a"),
        extra=data,
    )
