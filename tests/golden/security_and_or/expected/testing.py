"""For tests of what uses Pets: transports that answer, models, requests."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ._support import testing as _testing

if TYPE_CHECKING:
    from .operations.use_both import UseBoth
    from .operations.use_none import UseNone
    from .operations.use_optional import UseOptional

__all__ = [
    "AsyncFakeTransport",
    "FakeTransport",
    "strategies",
]


class _Ways(_testing.Operations):
    use_both: _testing.Answers[UseBoth, None]
    use_none: _testing.Answers[UseNone, None]
    use_optional: _testing.Answers[UseOptional, None]


class _Resources_(_testing.Resources):
    ways: _Ways


class FakeTransport(_Resources_, _testing.Fake):
    """What a `Client` is given as its transport: it answers as the test says.

    Each operation is where the client has it, and `calls` are the requests so far.
    """


class AsyncFakeTransport(_Resources_, _testing.AsyncFake):
    """`FakeTransport` for an `AsyncClient`."""


class _Strategies_(_testing.Strategies):
    use_both: _testing.Strategy[UseBoth]
    use_none: _testing.Strategy[UseNone]
    use_optional: _testing.Strategy[UseOptional]


strategies = _Strategies_()
"""Requests that satisfy every rule, drawn by Hypothesis: a function for each operation.
"""
