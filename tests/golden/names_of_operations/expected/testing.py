"""For tests of what uses Pets: transports that answer, models, requests."""

from __future__ import annotations

from typing import TYPE_CHECKING, List

from ._support import testing as _testing

if TYPE_CHECKING:
    from .operations.close import Close
    from .operations.create_none import CreateNone
    from .operations.etc_passwd import EtcPasswd
    from .operations.fetch_untagged import FetchUntagged
    from .operations.get import Get
    from .operations.import_ import Import
    from .operations.init import Init
    from .operations.pets_v1_fetch_all_things import PetsV1FetchAllThings
    from .operations.prepare import Prepare
    from .operations.send import Send

__all__ = [
    "AsyncFakeTransport",
    "FakeTransport",
    "strategies",
]


class _ClientResource(_testing.Operations):
    prepare: _testing.Answers[Prepare, None]


class _ImportResource(_testing.Operations):
    send: _testing.Answers[Send, None]
    init: _testing.Answers[Init, None]


class _Tag2Fa(_testing.Operations):
    import_: _testing.Answers[Import, None]
    close: _testing.Answers[Close, None]
    list: _testing.Answers[Get, List[str]]


class _Untagged(_testing.Operations):
    fetch: _testing.Answers[FetchUntagged, None]


class _Up(_testing.Operations):
    etc_passwd: _testing.Answers[EtcPasswd, None]


class _ÜnïcodeMore(_testing.Operations):
    none: _testing.Answers[CreateNone, None]
    pets_v1_fetch_all_things: _testing.Answers[PetsV1FetchAllThings, None]


class _Resources_(_testing.Resources):
    client: _ClientResource
    import_: _ImportResource
    tag_2_fa: _Tag2Fa
    untagged: _Untagged
    up: _Up
    ünïcode_more: _ÜnïcodeMore


class FakeTransport(_Resources_, _testing.Fake):
    """What a `Client` is given as its transport: it answers as the test says.

    Each operation is where the client has it, and `calls` are the requests so far.
    """


class AsyncFakeTransport(_Resources_, _testing.AsyncFake):
    """`FakeTransport` for an `AsyncClient`."""


class _Strategies_(_testing.Strategies):
    import_: _testing.Strategy[Import]
    close: _testing.Strategy[Close]
    get: _testing.Strategy[Get]
    send: _testing.Strategy[Send]
    init: _testing.Strategy[Init]
    prepare: _testing.Strategy[Prepare]
    create_none: _testing.Strategy[CreateNone]
    pets_v1_fetch_all_things: _testing.Strategy[PetsV1FetchAllThings]
    etc_passwd: _testing.Strategy[EtcPasswd]
    fetch_untagged: _testing.Strategy[FetchUntagged]


strategies = _Strategies_()
"""Requests that satisfy every rule, drawn by Hypothesis: a function for each operation.
"""
