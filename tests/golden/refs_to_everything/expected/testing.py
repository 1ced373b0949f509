"""For tests of what uses Pets: transports that answer, models, requests."""

from __future__ import annotations

from typing import TYPE_CHECKING, List

from ._support import testing as _testing

if TYPE_CHECKING:
    from .models.pet import Pet
    from .models.problem import Problem
    from .operations.create_pet import CreatePet
    from .operations.fetch_pet import FetchPet
    from .operations.list_pets import ListPets

__all__ = [
    "AsyncFakeTransport",
    "FakeTransport",
    "make_pet",
    "make_problem",
    "strategies",
]


class _Pets(_testing.Operations):
    fetch: _testing.Answers[FetchPet, Pet]
    list: _testing.Answers[ListPets, List[Pet]]
    create: _testing.Answers[CreatePet, None]


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
    list_pets: _testing.Strategy[ListPets]
    create_pet: _testing.Strategy[CreatePet]


strategies = _Strategies_()
"""Requests that satisfy every rule, drawn by Hypothesis: a function for each operation.
"""

if TYPE_CHECKING:
    make_pet = _testing.factory(Pet)
    make_problem = _testing.factory(Problem)
else:

    def __getattr__(name):
        return _testing.made(__package__, name)
