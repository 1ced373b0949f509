"""For tests of what uses Pets: transports that answer, models, requests."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ._support import testing as _testing

if TYPE_CHECKING:
    from .models.branch import Branch
    from .models.egg import Egg
    from .models.hen import Hen
    from .models.tree import Tree
    from .operations.create_tree import CreateTree

__all__ = [
    "AsyncFakeTransport",
    "FakeTransport",
    "make_branch",
    "make_egg",
    "make_hen",
    "make_tree",
    "strategies",
]


class _Trees(_testing.Operations):
    create: _testing.Answers[CreateTree, Tree]


class _Resources_(_testing.Resources):
    trees: _Trees


class FakeTransport(_Resources_, _testing.Fake):
    """What a `Client` is given as its transport: it answers as the test says.

    Each operation is where the client has it, and `calls` are the requests so far.
    """


class AsyncFakeTransport(_Resources_, _testing.AsyncFake):
    """`FakeTransport` for an `AsyncClient`."""


class _Strategies_(_testing.Strategies):
    create_tree: _testing.Strategy[CreateTree]


strategies = _Strategies_()
"""Requests that satisfy every rule, drawn by Hypothesis: a function for each operation.
"""

if TYPE_CHECKING:
    make_branch = _testing.factory(Branch)
    make_egg = _testing.factory(Egg)
    make_hen = _testing.factory(Hen)
    make_tree = _testing.factory(Tree)
else:

    def __getattr__(name):
        return _testing.made(__package__, name)
