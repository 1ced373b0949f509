"""For tests of what uses Pets: transports that answer, models, requests."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ._support import testing as _testing

if TYPE_CHECKING:
    from .models.cat import Cat
    from .models.dog import Dog
    from .operations.create_pet import CreatePet
    from .types.pet import Pet

__all__ = [
    "AsyncFakeTransport",
    "FakeTransport",
    "make_cat",
    "make_dog",
    "strategies",
]


class _Pets(_testing.Operations):
    create: _testing.Answers[CreatePet, Pet | dict[str, Any]]


class _Resources_(_testing.Resources):
    pets: _Pets


class FakeTransport(_Resources_, _testing.Fake):
    """What a `Client` is given as its transport: it answers as the test says.

    Each operation is where the client has it, and `calls` are the requests so far.
    """


class AsyncFakeTransport(_Resources_, _testing.AsyncFake):
    """`FakeTransport` for an `AsyncClient`."""


class _Strategies_(_testing.Strategies):
    create_pet: _testing.Strategy[CreatePet]


strategies = _Strategies_()
"""Requests that satisfy every rule, drawn by Hypothesis: a function for each operation.
"""

if TYPE_CHECKING:
    make_cat = _testing.factory(Cat)
    make_dog = _testing.factory(Dog)
else:

    def __getattr__(name):
        return _testing.made(__package__, name)
