"""For tests of what uses Pets: transports that answer, models, requests."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ._support import testing as _testing

if TYPE_CHECKING:
    from .models.subscribe_on_event_payload import SubscribeOnEventPayload
    from .operations.subscribe import Subscribe

__all__ = [
    "AsyncFakeTransport",
    "FakeTransport",
    "make_subscribe_on_event_payload",
    "strategies",
]


class _Subscriptions(_testing.Operations):
    subscribe: _testing.Answers[Subscribe, None]


class _Resources_(_testing.Resources):
    subscriptions: _Subscriptions


class FakeTransport(_Resources_, _testing.Fake):
    """What a `Client` is given as its transport: it answers as the test says.

    Each operation is where the client has it, and `calls` are the requests so far.
    """


class AsyncFakeTransport(_Resources_, _testing.AsyncFake):
    """`FakeTransport` for an `AsyncClient`."""


class _Strategies_(_testing.Strategies):
    subscribe: _testing.Strategy[Subscribe]


strategies = _Strategies_()
"""Requests that satisfy every rule, drawn by Hypothesis: a function for each operation.
"""

if TYPE_CHECKING:
    make_subscribe_on_event_payload = _testing.factory(SubscribeOnEventPayload)
else:

    def __getattr__(name):
        return _testing.made(__package__, name)
