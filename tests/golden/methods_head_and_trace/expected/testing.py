"""For tests of what uses Pets: transports that answer, models, requests."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ._support import testing_streams as _testing

if TYPE_CHECKING:
    from .operations.options_pets import OptionsPets
    from .operations.touch_pets import TouchPets
    from .operations.trace_pets import TracePets

__all__ = [
    "AsyncFakeTransport",
    "FakeTransport",
    "strategies",
]


class _Pets(_testing.Operations):
    options: _testing.Answers[OptionsPets, None]
    touch: _testing.Answers[TouchPets, None]
    trace: _testing.Answers[TracePets, bytes]


class _Resources_(_testing.Resources):
    pets: _Pets


class FakeTransport(_Resources_, _testing.Fake):
    """What a `Client` is given as its transport: it answers as the test says.

    Each operation is where the client has it, and `calls` are the requests so far.
    """


class AsyncFakeTransport(_Resources_, _testing.AsyncFake):
    """`FakeTransport` for an `AsyncClient`."""


class _Strategies_(_testing.Strategies):
    options_pets: _testing.Strategy[OptionsPets]
    touch_pets: _testing.Strategy[TouchPets]
    trace_pets: _testing.Strategy[TracePets]


strategies = _Strategies_()
"""Requests that satisfy every rule, drawn by Hypothesis: a function for each operation.
"""
