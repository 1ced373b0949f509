"""For tests of what uses Pets: transports that answer, models, requests."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, List

from ._support import testing as _testing

if TYPE_CHECKING:
    from .models.cat import Cat
    from .models.dog import Dog
    from .operations.add_pet import AddPet
    from .operations.list_pets import ListPets
    from .types.pet import Pet

__all__ = [
    "AsyncFakeTransport",
    "FakeTransport",
    "make_cat",
    "make_dog",
    "strategies",
]


class _PetsResource(_testing.Operations):
    list: _testing.Answers[ListPets, List[Pet | dict[str, Any]]]
    add: _testing.Answers[AddPet, Pet | dict[str, Any] | None]


class _Resources_(_testing.Resources):
    pets: _PetsResource


class FakeTransport(_Resources_, _testing.Fake):
    """What a `Client` is given as its transport: it answers as the test says.

    Each operation is where the client has it, and `calls` are the requests so far.
    """


class AsyncFakeTransport(_Resources_, _testing.AsyncFake):
    """`FakeTransport` for an `AsyncClient`."""


class _Strategies_(_testing.Strategies):
    list_pets: _testing.Strategy[ListPets]
    add_pet: _testing.Strategy[AddPet]


strategies = _Strategies_()
"""Requests that satisfy every rule, drawn by Hypothesis: a function for each operation.
"""

if TYPE_CHECKING:
    make_cat = _testing.factory(Cat)
    make_dog = _testing.factory(Dog)
else:

    def __getattr__(name):
        return _testing.made(__package__, name)
