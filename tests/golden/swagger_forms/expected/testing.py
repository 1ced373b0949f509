"""For tests of what uses Pets: transports that answer, models, requests."""

from __future__ import annotations

from typing import TYPE_CHECKING, List

from ._support import testing_streams as _testing

if TYPE_CHECKING:
    from .operations.create_pet import CreatePet
    from .operations.list_pets import ListPets
    from .operations.upload_photo import UploadPhoto

__all__ = [
    "AsyncFakeTransport",
    "FakeTransport",
    "strategies",
]


class _Pets(_testing.Operations):
    list: _testing.Answers[ListPets, str | List[str]]
    create: _testing.Answers[CreatePet, None]
    upload_photo: _testing.Answers[UploadPhoto, bytes]


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
    create_pet: _testing.Strategy[CreatePet]
    upload_photo: _testing.Strategy[UploadPhoto]


strategies = _Strategies_()
"""Requests that satisfy every rule, drawn by Hypothesis: a function for each operation.
"""
