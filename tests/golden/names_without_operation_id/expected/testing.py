"""For tests of what uses Pets: transports that answer, models, requests."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ._support import testing as _testing

if TYPE_CHECKING:
    from .operations.adopt_pet import AdoptPet
    from .operations.create_pet import CreatePet
    from .operations.delete_pet import DeletePet
    from .operations.get_pet import GetPet
    from .operations.get_root import GetRoot
    from .operations.list_pets import ListPets
    from .operations.list_photos import ListPhotos
    from .operations.patch_pet import PatchPet
    from .operations.replace_pet import ReplacePet

__all__ = [
    "AsyncFakeTransport",
    "FakeTransport",
    "strategies",
]


class _Pets(_testing.Operations):
    list: _testing.Answers[ListPets, None]
    create: _testing.Answers[CreatePet, None]
    get: _testing.Answers[GetPet, None]
    replace: _testing.Answers[ReplacePet, None]
    delete: _testing.Answers[DeletePet, None]
    patch: _testing.Answers[PatchPet, None]
    list_photos: _testing.Answers[ListPhotos, None]
    adopt: _testing.Answers[AdoptPet, None]


class _Root(_testing.Operations):
    get: _testing.Answers[GetRoot, None]


class _Resources_(_testing.Resources):
    pets: _Pets
    root: _Root


class FakeTransport(_Resources_, _testing.Fake):
    """What a `Client` is given as its transport: it answers as the test says.

    Each operation is where the client has it, and `calls` are the requests so far.
    """


class AsyncFakeTransport(_Resources_, _testing.AsyncFake):
    """`FakeTransport` for an `AsyncClient`."""


class _Strategies_(_testing.Strategies):
    list_pets: _testing.Strategy[ListPets]
    create_pet: _testing.Strategy[CreatePet]
    get_pet: _testing.Strategy[GetPet]
    replace_pet: _testing.Strategy[ReplacePet]
    delete_pet: _testing.Strategy[DeletePet]
    patch_pet: _testing.Strategy[PatchPet]
    list_photos: _testing.Strategy[ListPhotos]
    adopt_pet: _testing.Strategy[AdoptPet]
    get_root: _testing.Strategy[GetRoot]


strategies = _Strategies_()
"""Requests that satisfy every rule, drawn by Hypothesis: a function for each operation.
"""
