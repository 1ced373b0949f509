"""For tests of what uses Pets: transports that answer, models, requests."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ._support import testing as _testing

if TYPE_CHECKING:
    from .operations.put_list import PutList
    from .operations.put_map import PutMap
    from .operations.put_number import PutNumber

__all__ = [
    "AsyncFakeTransport",
    "FakeTransport",
    "strategies",
]


class _Whole(_testing.Operations):
    list: _testing.Answers[PutList, None]
    put_map: _testing.Answers[PutMap, None]
    put_number: _testing.Answers[PutNumber, None]


class _Resources_(_testing.Resources):
    whole: _Whole


class FakeTransport(_Resources_, _testing.Fake):
    """What a `Client` is given as its transport: it answers as the test says.

    Each operation is where the client has it, and `calls` are the requests so far.
    """


class AsyncFakeTransport(_Resources_, _testing.AsyncFake):
    """`FakeTransport` for an `AsyncClient`."""


class _Strategies_(_testing.Strategies):
    put_list: _testing.Strategy[PutList]
    put_map: _testing.Strategy[PutMap]
    put_number: _testing.Strategy[PutNumber]


strategies = _Strategies_()
"""Requests that satisfy every rule, drawn by Hypothesis: a function for each operation.
"""
