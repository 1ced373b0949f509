"""For tests of what uses Pets: transports that answer, models, requests."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ._support import testing_streams as _testing

if TYPE_CHECKING:
    from .operations.fetch_anything import FetchAnything
    from .operations.fetch_file import FetchFile
    from .operations.fetch_malformed import FetchMalformed
    from .operations.fetch_text import FetchText
    from .operations.fetch_xml import FetchXml

__all__ = [
    "AsyncFakeTransport",
    "FakeTransport",
    "strategies",
]


class _Raw(_testing.Operations):
    fetch_file: _testing.Answers[FetchFile, bytes]
    fetch_text: _testing.Answers[FetchText, str]
    fetch_xml: _testing.Answers[FetchXml, str]
    fetch_anything: _testing.Answers[FetchAnything, Any]
    fetch_malformed: _testing.Answers[FetchMalformed, bytes]


class _Resources_(_testing.Resources):
    raw: _Raw


class FakeTransport(_Resources_, _testing.Fake):
    """What a `Client` is given as its transport: it answers as the test says.

    Each operation is where the client has it, and `calls` are the requests so far.
    """


class AsyncFakeTransport(_Resources_, _testing.AsyncFake):
    """`FakeTransport` for an `AsyncClient`."""


class _Strategies_(_testing.Strategies):
    fetch_file: _testing.Strategy[FetchFile]
    fetch_text: _testing.Strategy[FetchText]
    fetch_xml: _testing.Strategy[FetchXml]
    fetch_anything: _testing.Strategy[FetchAnything]
    fetch_malformed: _testing.Strategy[FetchMalformed]


strategies = _Strategies_()
"""Requests that satisfy every rule, drawn by Hypothesis: a function for each operation.
"""
