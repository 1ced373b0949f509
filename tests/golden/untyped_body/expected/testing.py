"""For tests of what uses Calls: transports that answer, models, requests."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ._support import testing_streams as _testing

if TYPE_CHECKING:
    from .operations.create_call import CreateCall

__all__ = [
    "AsyncFakeTransport",
    "FakeTransport",
    "strategies",
]


class _Calls(_testing.Operations):
    create: _testing.Answers[CreateCall, str]


class _Resources_(_testing.Resources):
    calls_: _Calls


class FakeTransport(_Resources_, _testing.Fake):
    """What a `Client` is given as its transport: it answers as the test says.

    Each operation is where the client has it, and `calls` are the requests so far.
    """


class AsyncFakeTransport(_Resources_, _testing.AsyncFake):
    """`FakeTransport` for an `AsyncClient`."""


class _Strategies_(_testing.Strategies):
    create_call: _testing.Strategy[CreateCall]


strategies = _Strategies_()
"""Requests that satisfy every rule, drawn by Hypothesis: a function for each operation.
"""
