"""For tests of what uses Pets: transports that answer, models, requests."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ._support import testing as _testing
from ._support.http import Redirect

if TYPE_CHECKING:
    from .models.fetch_moved301_response import FetchMoved301Response
    from .operations.fetch_moved import FetchMoved
    from .operations.fetch_photo import FetchPhoto

__all__ = [
    "AsyncFakeTransport",
    "FakeTransport",
    "make_fetch_moved301_response",
    "strategies",
]


class _Pets(_testing.Operations):
    fetch_photo: _testing.Answers[FetchPhoto, Redirect]
    fetch_moved: _testing.Answers[FetchMoved, FetchMoved301Response | Redirect]


class _Resources_(_testing.Resources):
    pets: _Pets


class FakeTransport(_Resources_, _testing.Fake):
    """What a `Client` is given as its transport: it answers as the test says.

    Each operation is where the client has it, and `calls` are the requests so far.
    """


class AsyncFakeTransport(_Resources_, _testing.AsyncFake):
    """`FakeTransport` for an `AsyncClient`."""


class _Strategies_(_testing.Strategies):
    fetch_photo: _testing.Strategy[FetchPhoto]
    fetch_moved: _testing.Strategy[FetchMoved]


strategies = _Strategies_()
"""Requests that satisfy every rule, drawn by Hypothesis: a function for each operation.
"""

if TYPE_CHECKING:
    make_fetch_moved301_response = _testing.factory(FetchMoved301Response)
else:

    def __getattr__(name):
        return _testing.made(__package__, name)
