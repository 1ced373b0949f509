"""For tests of what uses Pets: transports that answer, models, requests."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ._support import testing as _testing

if TYPE_CHECKING:
    from .operations.put_anything import PutAnything
    from .operations.put_image import PutImage
    from .operations.put_text import PutText
    from .operations.put_unknown import PutUnknown
    from .operations.put_xml import PutXml

__all__ = [
    "AsyncFakeTransport",
    "FakeTransport",
    "strategies",
]


class _Raw(_testing.Operations):
    put_text: _testing.Answers[PutText, None]
    put_xml: _testing.Answers[PutXml, None]
    put_image: _testing.Answers[PutImage, None]
    put_unknown: _testing.Answers[PutUnknown, None]
    put_anything: _testing.Answers[PutAnything, None]


class _Resources_(_testing.Resources):
    raw: _Raw


class FakeTransport(_Resources_, _testing.Fake):
    """What a `Client` is given as its transport: it answers as the test says.

    Each operation is where the client has it, and `calls` are the requests so far.
    """


class AsyncFakeTransport(_Resources_, _testing.AsyncFake):
    """`FakeTransport` for an `AsyncClient`."""


class _Strategies_(_testing.Strategies):
    put_text: _testing.Strategy[PutText]
    put_xml: _testing.Strategy[PutXml]
    put_image: _testing.Strategy[PutImage]
    put_unknown: _testing.Strategy[PutUnknown]
    put_anything: _testing.Strategy[PutAnything]


strategies = _Strategies_()
"""Requests that satisfy every rule, drawn by Hypothesis: a function for each operation.
"""
