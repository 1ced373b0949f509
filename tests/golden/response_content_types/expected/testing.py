"""For tests of what uses Pets: transports that answer, models, requests."""

from __future__ import annotations

from typing import TYPE_CHECKING, List

from ._support import testing_streams as _testing

if TYPE_CHECKING:
    from .models.pet import Pet
    from .operations.fetch_pet import FetchPet
    from .operations.list_pets import ListPets

__all__ = [
    "AsyncFakeTransport",
    "FakeTransport",
    "make_pet",
    "strategies",
]


class _Pets(_testing.Operations):
    list: _testing.Answers[ListPets, str | bytes | List[Pet] | Pet]
    fetch: _testing.Answers[FetchPet, Pet | bytes]


class _Resources_(_testing.Resources):
    pets: _Pets


class FakeTransport(_Resources_, _testing.Fake):
    """What a `Client` is given as its transport: it answers as the test says.

    Each operation is where the client has it, and `calls` are the requests so far.
    """


class AsyncFakeTransport(_Resources_, _testing.AsyncFake):
    """`FakeTransport` for an `AsyncClient`."""


class _Strategies_(_testing.Strategies):
    list_pets: _testing.Strategy[ListPets]
    fetch_pet: _testing.Strategy[FetchPet]


strategies = _Strategies_()
"""Requests that satisfy every rule, drawn by Hypothesis: a function for each operation.
"""

if TYPE_CHECKING:
    make_pet = _testing.factory(Pet)
else:

    def __getattr__(name):
        return _testing.made(__package__, name)
