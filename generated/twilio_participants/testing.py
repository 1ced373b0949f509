"""For tests of what uses Twilio: transports that answer, models, requests."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ._support import testing as _testing

if TYPE_CHECKING:
    from .models.participant import Participant
    from .models.twilio_error import TwilioError
    from .operations.create_participant import CreateParticipant

__all__ = [
    "AsyncFakeTransport",
    "FakeTransport",
    "make_participant",
    "make_twilio_error",
    "strategies",
]


class _Participants(_testing.Operations):
    create: _testing.Answers[CreateParticipant, Participant]


class _Resources_(_testing.Resources):
    participants: _Participants


class FakeTransport(_Resources_, _testing.Fake):
    """What a `Client` is given as its transport: it answers as the test says.

    Each operation is where the client has it, and `calls` are the requests so far.
    """


class AsyncFakeTransport(_Resources_, _testing.AsyncFake):
    """`FakeTransport` for an `AsyncClient`."""


class _Strategies_(_testing.Strategies):
    create_participant: _testing.Strategy[CreateParticipant]


strategies = _Strategies_()
"""Requests that satisfy every rule, drawn by Hypothesis: a function for each operation.
"""

if TYPE_CHECKING:
    make_participant = _testing.factory(Participant)
    make_twilio_error = _testing.factory(TwilioError)
else:

    def __getattr__(name):
        return _testing.made(__package__, name)


SAMPLES: dict[str, dict[str, object]] = {
    "participant": {
        "account_sid": "AC00000000000000000000000000000000",
        "call_sid": "CA00000000000000000000000000000000",
        "call_sid_to_coach": "CA00000000000000000000000000000000",
        "conference_sid": "CF00000000000000000000000000000000",
    },
}
"""What fields hold if nothing else is said, by their models and their wire names."""
