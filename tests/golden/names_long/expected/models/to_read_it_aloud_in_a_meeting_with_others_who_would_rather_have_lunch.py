"""What `ToReadItAloudInAMeetingWithOthersWhoWouldRatherHaveLunch` is."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from typing import TYPE_CHECKING, Any, ClassVar

from .._support.models import Model, model
from .._support.readers import record
from ..models.to_read_it_aloud_in_a_meeting_others_who_would_rather_have_lunch_model import (
    read_to_read_it_aloud_in_a_meeting_others_who_would_rather_have_lunch_model,
)

if TYPE_CHECKING:
    from ..models.to_read_it_aloud_in_a_meeting_others_who_would_rather_have_lunch_model import (
        ToReadItAloudInAMeetingOthersWhoWouldRatherHaveLunchModel,
    )

__all__ = [
    "ToReadItAloudInAMeetingWithOthersWhoWouldRatherHaveLunch",
    "read_to_read_it_aloud_in_a_meeting_with_others_who_would_rather_have_lunch",
]


@model
class ToReadItAloudInAMeetingWithOthersWhoWouldRatherHaveLunch(Model):
    """ToReadItAloudInAMeetingWithOthersWhoWouldRatherHaveLunch."""

    _names: ClassVar[Mapping[str, str]] = {
        "a_property_whose_name_goes_on_with_others_who_would_rather_have_lunch": "aPropertyWhoseNameGoesOnAndOnAndOnAsIfNobodyHadEverToReadItAloudInAMeetingWithOthersWhoWouldRatherHaveLunch",
    }

    a_property_whose_name_goes_on_with_others_who_would_rather_have_lunch: (
        ToReadItAloudInAMeetingOthersWhoWouldRatherHaveLunchModel | None
    ) = None

    extra: Mapping[str, Any] = field(default_factory=dict[str, Any], hash=False)
    """What came and is not described, or not as described, by its wire name."""


def read_to_read_it_aloud_in_a_meeting_with_others_who_would_rather_have_lunch(
    data: dict[str, Any],
) -> ToReadItAloudInAMeetingWithOthersWhoWouldRatherHaveLunch:
    """The `ToReadItAloudInAMeetingWithOthersWhoWouldRatherHaveLunch` that the JSON object `data` is; it is used up."""
    return ToReadItAloudInAMeetingWithOthersWhoWouldRatherHaveLunch(
        a_property_whose_name_goes_on_with_others_who_would_rather_have_lunch=record(
            data,
            "aPropertyWhoseNameGoesOnAndOnAndOnAsIfNobodyHadEverToReadItAloudInAMeetingWithOthersWhoWouldRatherHaveLunch",
            read_to_read_it_aloud_in_a_meeting_others_who_would_rather_have_lunch_model,
        ),
        extra=data,
    )
