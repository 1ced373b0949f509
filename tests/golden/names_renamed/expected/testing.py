"""For tests of what uses Calls: transports that answer, models, requests."""

from __future__ import annotations

from typing import TYPE_CHECKING, List

from ._support import testing as _testing

if TYPE_CHECKING:
    from .models.phone_call import PhoneCall
    from .operations.get_call import GetCall
    from .operations.list_calls import ListCalls


class _PhoneCalls(_testing.Operations):
    every: _testing.Answers[ListCalls, List[PhoneCall]]
    list: _testing.Answers[ListCalls, List[PhoneCall]]
    list_all: _testing.Answers[ListCalls, List[PhoneCall]]
    get: _testing.Answers[GetCall, PhoneCall]
    fetch: _testing.Answers[GetCall, PhoneCall]


class _Resources_(_testing.Resources):
    phone_calls: _PhoneCalls
    calls_: _PhoneCalls


class FakeTransport(_Resources_, _testing.Fake):
    """What a `Client` is given as its transport: it answers as the test says.

    Each operation is where the client has it, and `calls` are the requests so far.
    """


class AsyncFakeTransport(_Resources_, _testing.AsyncFake):
    """`FakeTransport` for an `AsyncClient`."""


class _Strategies_(_testing.Strategies):
    list_calls: _testing.Strategy[ListCalls]
    get_call: _testing.Strategy[GetCall]


strategies = _Strategies_()
"""Requests that satisfy every rule, drawn by Hypothesis: a function for each operation.
"""

if TYPE_CHECKING:
    make_phone_call = _testing.factory(PhoneCall)
else:

    def __getattr__(name):
        return _testing.made(__package__, name)
