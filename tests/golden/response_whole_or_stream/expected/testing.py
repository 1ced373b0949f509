"""For tests of what uses Chat: transports that answer, models, requests."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ._support import testing_streams as _testing
from ._support.streams import ServerSentEvent

if TYPE_CHECKING:
    from .models.chunk import Chunk
    from .models.completion import Completion
    from .operations.create_completion import CreateCompletion

__all__ = [
    "AsyncFakeTransport",
    "FakeTransport",
    "make_chunk",
    "make_completion",
    "strategies",
]


class _Completions(_testing.Operations):
    create: _testing.StreamAnswers[CreateCompletion, Completion, ServerSentEvent[Chunk]]


class _Resources_(_testing.Resources):
    completions: _Completions


class FakeTransport(_Resources_, _testing.Fake):
    """What a `Client` is given as its transport: it answers as the test says.

    Each operation is where the client has it, and `calls` are the requests so far.
    """


class AsyncFakeTransport(_Resources_, _testing.AsyncFake):
    """`FakeTransport` for an `AsyncClient`."""


class _Strategies_(_testing.Strategies):
    create_completion: _testing.Strategy[CreateCompletion]


strategies = _Strategies_()
"""Requests that satisfy every rule, drawn by Hypothesis: a function for each operation.
"""

if TYPE_CHECKING:
    make_chunk = _testing.factory(Chunk)
    make_completion = _testing.factory(Completion)
else:

    def __getattr__(name):
        return _testing.made(__package__, name)
