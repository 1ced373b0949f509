"""For tests of what uses Pets: transports that answer, models, requests."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ._support import testing_streams as _testing

if TYPE_CHECKING:
    from .models.owner import Owner
    from .models.pet import Pet
    from .operations.create_pet import CreatePet
    from .operations.upload_photo import UploadPhoto

__all__ = [
    "AsyncFakeTransport",
    "FakeTransport",
    "make_owner",
    "make_pet",
    "strategies",
]


class _Pets(_testing.Operations):
    create: _testing.Answers[CreatePet, Pet]
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
    create_pet: _testing.Strategy[CreatePet]
    upload_photo: _testing.Strategy[UploadPhoto]


strategies = _Strategies_()
"""Requests that satisfy every rule, drawn by Hypothesis: a function for each operation.
"""

if TYPE_CHECKING:
    make_owner = _testing.factory(Owner)
    make_pet = _testing.factory(Pet)
else:

    def __getattr__(name):
        return _testing.made(__package__, name)


SAMPLES: dict[str, dict[str, object]] = {
    "owner": {
        "name": "Ann",
    },
}
"""What fields hold if nothing else is said, by their models and their wire names."""
