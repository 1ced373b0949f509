"""For tests of what uses Pets: transports that answer, models, requests."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ._support import testing_streams as _testing

if TYPE_CHECKING:
    from .models.pet import Pet
    from .models.problem import Problem
    from .operations.fetch_errors import FetchErrors
    from .operations.fetch_none import FetchNone
    from .operations.fetch_only import FetchOnly

__all__ = [
    "AsyncFakeTransport",
    "FakeTransport",
    "make_pet",
    "make_problem",
    "strategies",
]


class _Pets(_testing.Operations):
    fetch_only: _testing.Answers[FetchOnly, Pet]
    fetch_errors: _testing.Answers[FetchErrors, bytes]
    fetch_none: _testing.Answers[FetchNone, bytes]


class _Resources_(_testing.Resources):
    pets: _Pets


class FakeTransport(_Resources_, _testing.Fake):
    """What a `Client` is given as its transport: it answers as the test says.

    Each operation is where the client has it, and `calls` are the requests so far.
    """


class AsyncFakeTransport(_Resources_, _testing.AsyncFake):
    """`FakeTransport` for an `AsyncClient`."""


class _Strategies_(_testing.Strategies):
    fetch_only: _testing.Strategy[FetchOnly]
    fetch_errors: _testing.Strategy[FetchErrors]
    fetch_none: _testing.Strategy[FetchNone]


strategies = _Strategies_()
"""Requests that satisfy every rule, drawn by Hypothesis: a function for each operation.
"""

if TYPE_CHECKING:
    make_pet = _testing.factory(Pet)
    make_problem = _testing.factory(Problem)
else:

    def __getattr__(name):
        return _testing.made(__package__, name)
