"""For tests of what uses Calls: transports that answer, models, requests."""

from __future__ import annotations

from typing import TYPE_CHECKING, List

from ._support import testing as _testing
from ._support.renames import warn_renamed

if TYPE_CHECKING:
    from .models.phone_call import PhoneCall
    from .operations.get_call import GetCall
    from .operations.list_calls import ListCalls

__all__ = [
    "AsyncFakeTransport",
    "FakeTransport",
    "make_phone_call",
    "make_call",
    "strategies",
]


class _PhoneCalls(_testing.Operations):
    every: _testing.Answers[ListCalls, List[PhoneCall]]
    get: _testing.Answers[GetCall, PhoneCall]

    @property
    def list(self) -> _testing.Answers[ListCalls, List[PhoneCall]]:
        """Deprecated: it is called `every` now."""
        warn_renamed("fake.phone_calls.list", "fake.phone_calls.every")
        return self.every

    @property
    def list_all(self) -> _testing.Answers[ListCalls, List[PhoneCall]]:
        """Deprecated: it is called `every` now."""
        warn_renamed("fake.phone_calls.list_all", "fake.phone_calls.every")
        return self.every

    @property
    def fetch(self) -> _testing.Answers[GetCall, PhoneCall]:
        """Deprecated: it is called `get` now."""
        warn_renamed("fake.phone_calls.fetch", "fake.phone_calls.get")
        return self.get


class _Resources_(_testing.Resources):
    phone_calls: _PhoneCalls

    @property
    def calls_(self) -> _PhoneCalls:
        """Deprecated: it is called `phone_calls` now."""
        warn_renamed("fake.calls_", "fake.phone_calls")
        return self.phone_calls


class FakeTransport(_Resources_, _testing.Fake):
    """What a `Client` is given as its transport: it answers as the test says.

    Each operation is where the client has it, and `calls` are the requests so far.
    """


class AsyncFakeTransport(_Resources_, _testing.AsyncFake):
    """`FakeTransport` for an `AsyncClient`."""


class _Strategies_(_testing.Strategies):
    list_calls: _testing.Strategy[ListCalls]
    get_call: _testing.Strategy[GetCall]

    @property
    def fetch_call(self) -> _testing.Strategy[GetCall]:
        """Deprecated: it is called `get_call` now."""
        warn_renamed("strategies.fetch_call", "strategies.get_call")
        return self.get_call


strategies = _Strategies_()
"""Requests that satisfy every rule, drawn by Hypothesis: a function for each operation.
"""

if TYPE_CHECKING:
    make_phone_call = _testing.factory(PhoneCall)
    make_call = _testing.factory(PhoneCall)
else:
    _RENAMED = {
        "make_call": "make_phone_call",
    }

    def __getattr__(name):
        if name in _RENAMED:
            warn_renamed(name, _RENAMED[name])
            return __getattr__(_RENAMED[name])
        return _testing.made(__package__, name)
