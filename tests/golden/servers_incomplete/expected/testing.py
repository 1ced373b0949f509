"""For tests of what uses Pets: transports that answer, models, requests."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ._support import testing as _testing

if TYPE_CHECKING:
    from .operations.list_cats import ListCats
    from .operations.list_pets import ListPets

__all__ = [
    "AsyncFakeTransport",
    "FakeTransport",
    "strategies",
]


class _Pets(_testing.Operations):
    list: _testing.Answers[ListPets, None]
    list_cats: _testing.Answers[ListCats, None]


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
    list_cats: _testing.Strategy[ListCats]


strategies = _Strategies_()
"""Requests that satisfy every rule, drawn by Hypothesis: a function for each operation.
"""
