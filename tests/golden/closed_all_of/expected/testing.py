"""For tests of what uses Pets: transports that answer, models, requests."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ._support import testing as _testing

if TYPE_CHECKING:
    from .operations.change_pet import ChangePet
    from .operations.create_pet import CreatePet
    from .operations.sell_pet import SellPet

__all__ = [
    "AsyncFakeTransport",
    "FakeTransport",
    "strategies",
]


class _Pets(_testing.Operations):
    sell: _testing.Answers[SellPet, None]
    create: _testing.Answers[CreatePet, None]
    change: _testing.Answers[ChangePet, None]


class _Resources_(_testing.Resources):
    pets: _Pets


class FakeTransport(_Resources_, _testing.Fake):
    """What a `Client` is given as its transport: it answers as the test says.

    Each operation is where the client has it, and `calls` are the requests so far.
    """


class AsyncFakeTransport(_Resources_, _testing.AsyncFake):
    """`FakeTransport` for an `AsyncClient`."""


class _Strategies_(_testing.Strategies):
    sell_pet: _testing.Strategy[SellPet]
    create_pet: _testing.Strategy[CreatePet]
    change_pet: _testing.Strategy[ChangePet]


strategies = _Strategies_()
"""Requests that satisfy every rule, drawn by Hypothesis: a function for each operation.
"""
