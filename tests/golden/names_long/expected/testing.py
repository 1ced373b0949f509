"""For tests of what uses Pets: transports that answer, models, requests."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ._support import testing as _testing

if TYPE_CHECKING:
    from .models.to_read_it_aloud_in_a_meeting_others_who_would_rather_have_lunch_model import (
        ToReadItAloudInAMeetingOthersWhoWouldRatherHaveLunchModel,
    )
    from .models.to_read_it_aloud_in_a_meeting_with_others_who_would_rather_have_lunch import (
        ToReadItAloudInAMeetingWithOthersWhoWouldRatherHaveLunch,
    )
    from .operations.an_operation_whose_name_goes_on_others_who_would_rather_have_lunch_one import (
        AnOperationWhoseNameGoesOnOthersWhoWouldRatherHaveLunchOne,
    )
    from .operations.an_operation_whose_name_goes_on_others_who_would_rather_have_lunch_two import (
        AnOperationWhoseNameGoesOnOthersWhoWouldRatherHaveLunchTwo,
    )

__all__ = [
    "AsyncFakeTransport",
    "FakeTransport",
    "make_to_read_it_aloud_in_a_meeting_others_who_would_rather_have_lunch_model",
    "make_to_read_it_aloud_in_a_meeting_with_others_who_would_rather_have_lunch",
    "strategies",
]


class _Pets(_testing.Operations):
    an_operation_whose_name_goes_on_others_who_would_rather_have_lunch_one: (
        _testing.Answers[
            AnOperationWhoseNameGoesOnOthersWhoWouldRatherHaveLunchOne,
            ToReadItAloudInAMeetingWithOthersWhoWouldRatherHaveLunch,
        ]
    )
    an_operation_whose_name_goes_on_others_who_would_rather_have_lunch_two: (
        _testing.Answers[
            AnOperationWhoseNameGoesOnOthersWhoWouldRatherHaveLunchTwo, None
        ]
    )


class _Resources_(_testing.Resources):
    pets: _Pets


class FakeTransport(_Resources_, _testing.Fake):
    """What a `Client` is given as its transport: it answers as the test says.

    Each operation is where the client has it, and `calls` are the requests so far.
    """


class AsyncFakeTransport(_Resources_, _testing.AsyncFake):
    """`FakeTransport` for an `AsyncClient`."""


class _Strategies_(_testing.Strategies):
    an_operation_whose_name_goes_on_others_who_would_rather_have_lunch_one: (
        _testing.Strategy[AnOperationWhoseNameGoesOnOthersWhoWouldRatherHaveLunchOne]
    )
    an_operation_whose_name_goes_on_others_who_would_rather_have_lunch_two: (
        _testing.Strategy[AnOperationWhoseNameGoesOnOthersWhoWouldRatherHaveLunchTwo]
    )


strategies = _Strategies_()
"""Requests that satisfy every rule, drawn by Hypothesis: a function for each operation.
"""

if TYPE_CHECKING:
    make_to_read_it_aloud_in_a_meeting_others_who_would_rather_have_lunch_model = (
        _testing.factory(ToReadItAloudInAMeetingOthersWhoWouldRatherHaveLunchModel)
    )
    make_to_read_it_aloud_in_a_meeting_with_others_who_would_rather_have_lunch = (
        _testing.factory(ToReadItAloudInAMeetingWithOthersWhoWouldRatherHaveLunch)
    )
else:

    def __getattr__(name):
        return _testing.made(__package__, name)
