"""For tests of what uses Jobs: transports that answer, models, requests."""

from __future__ import annotations

from typing import TYPE_CHECKING, List, Literal

from ._support import testing as _testing

if TYPE_CHECKING:
    from .models.job import Job
    from .models.log import Log
    from .operations.list_jobs import ListJobs
    from .operations.list_states import ListStates

__all__ = [
    "AsyncFakeTransport",
    "FakeTransport",
    "make_job",
    "make_log",
    "strategies",
]


class _Jobs(_testing.Operations):
    list: _testing.Answers[ListJobs, List[Job]]
    list_states: _testing.Answers[ListStates, List[Literal["queued", "done"] | str]]


class _Resources_(_testing.Resources):
    jobs: _Jobs


class FakeTransport(_Resources_, _testing.Fake):
    """What a `Client` is given as its transport: it answers as the test says.

    Each operation is where the client has it, and `calls` are the requests so far.
    """


class AsyncFakeTransport(_Resources_, _testing.AsyncFake):
    """`FakeTransport` for an `AsyncClient`."""


class _Strategies_(_testing.Strategies):
    list_jobs: _testing.Strategy[ListJobs]
    list_states: _testing.Strategy[ListStates]


strategies = _Strategies_()
"""Requests that satisfy every rule, drawn by Hypothesis: a function for each operation.
"""

if TYPE_CHECKING:
    make_job = _testing.factory(Job)
    make_log = _testing.factory(Log)
else:

    def __getattr__(name):
        return _testing.made(__package__, name)
