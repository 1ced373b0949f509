"""For tests of what uses Pets: transports that answer, models, requests."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ._support import testing as _testing

if TYPE_CHECKING:
    from .models.cat import Cat
    from .models.other import Other
    from .operations.fetch_pet import FetchPet
    from .types.pet import Pet

__all__ = [
    "AsyncFakeTransport",
    "FakeTransport",
    "make_cat",
    "make_other",
    "strategies",
]


class _Pets(_testing.Operations):
    fetch: _testing.Answers[FetchPet, Pet]


class _Resources_(_testing.Resources):
    pets: _Pets


class FakeTransport(_Resources_, _testing.Fake):
    """What a `Client` is given as its transport: it answers as the test says.

    Each operation is where the client has it, and `calls` are the requests so far.
    """


class AsyncFakeTransport(_Resources_, _testing.AsyncFake):
    """`FakeTransport` for an `AsyncClient`."""


class _Strategies_(_testing.Strategies):
    fetch_pet: _testing.Strategy[FetchPet]


strategies = _Strategies_()
"""Requests that satisfy every rule, drawn by Hypothesis: a function for each operation.
"""

if TYPE_CHECKING:
    make_cat = _testing.factory(Cat)
    make_other = _testing.factory(Other)
else:

    def __getattr__(name):
        return _testing.made(__package__, name)
