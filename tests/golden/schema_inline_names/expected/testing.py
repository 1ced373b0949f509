"""For tests of what uses Pets: transports that answer, models, requests."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ._support import testing as _testing

if TYPE_CHECKING:
    from .models.create_pet200_response import CreatePet200Response
    from .models.create_pet202_response import CreatePet202Response
    from .models.create_pet_default_error import CreatePetDefaultError
    from .models.create_pet_error_model import CreatePetErrorModel
    from .models.create_pet_response_link import CreatePetResponseLink
    from .operations.create_pet import CreatePet

__all__ = [
    "AsyncFakeTransport",
    "FakeTransport",
    "make_create_pet200_response",
    "make_create_pet202_response",
    "make_create_pet_default_error",
    "make_create_pet_error_model",
    "make_create_pet_response_link",
    "strategies",
]


class _Pets(_testing.Operations):
    create: _testing.Answers[CreatePet, CreatePet200Response | CreatePet202Response]


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
    make_create_pet200_response = _testing.factory(CreatePet200Response)
    make_create_pet202_response = _testing.factory(CreatePet202Response)
    make_create_pet_default_error = _testing.factory(CreatePetDefaultError)
    make_create_pet_error_model = _testing.factory(CreatePetErrorModel)
    make_create_pet_response_link = _testing.factory(CreatePetResponseLink)
else:

    def __getattr__(name):
        return _testing.made(__package__, name)
