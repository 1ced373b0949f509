"""For tests of what uses Visits: transports that answer, models, requests."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ._support import testing as _testing

if TYPE_CHECKING:
    from .models.guest import Guest
    from .models.host import Host
    from .operations.create_visit import CreateVisit

__all__ = [
    "AsyncFakeTransport",
    "FakeTransport",
    "make_guest",
    "make_host",
    "strategies",
]


class _Visits(_testing.Operations):
    create: _testing.Answers[CreateVisit, Guest | Host | dict[str, Any]]


class _Resources_(_testing.Resources):
    visits: _Visits


class FakeTransport(_Resources_, _testing.Fake):
    """What a `Client` is given as its transport: it answers as the test says.

    Each operation is where the client has it, and `calls` are the requests so far.
    """


class AsyncFakeTransport(_Resources_, _testing.AsyncFake):
    """`FakeTransport` for an `AsyncClient`."""


class _Strategies_(_testing.Strategies):
    create_visit: _testing.Strategy[CreateVisit]


strategies = _Strategies_()
"""Requests that satisfy every rule, drawn by Hypothesis: a function for each operation.
"""

if TYPE_CHECKING:
    make_guest = _testing.factory(Guest)
    make_host = _testing.factory(Host)
else:

    def __getattr__(name):
        return _testing.made(__package__, name)
