"""For tests of what uses Pets: transports that answer, models, requests."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ._support import testing as _testing

if TYPE_CHECKING:
    from .operations.use_app import UseApp
    from .operations.use_basic import UseBasic
    from .operations.use_bearer import UseBearer
    from .operations.use_cookie import UseCookie
    from .operations.use_digest import UseDigest
    from .operations.use_header import UseHeader
    from .operations.use_open_id import UseOpenId
    from .operations.use_query import UseQuery
    from .operations.use_tls import UseTls
    from .operations.use_user import UseUser

__all__ = [
    "AsyncFakeTransport",
    "FakeTransport",
    "strategies",
]


class _Ways(_testing.Operations):
    use_basic: _testing.Answers[UseBasic, None]
    use_bearer: _testing.Answers[UseBearer, None]
    use_digest: _testing.Answers[UseDigest, None]
    use_header: _testing.Answers[UseHeader, None]
    use_query: _testing.Answers[UseQuery, None]
    use_cookie: _testing.Answers[UseCookie, None]
    use_user: _testing.Answers[UseUser, None]
    use_app: _testing.Answers[UseApp, None]
    use_open_id: _testing.Answers[UseOpenId, None]
    use_tls: _testing.Answers[UseTls, None]


class _Resources_(_testing.Resources):
    ways: _Ways


class FakeTransport(_Resources_, _testing.Fake):
    """What a `Client` is given as its transport: it answers as the test says.

    Each operation is where the client has it, and `calls` are the requests so far.
    """


class AsyncFakeTransport(_Resources_, _testing.AsyncFake):
    """`FakeTransport` for an `AsyncClient`."""


class _Strategies_(_testing.Strategies):
    use_basic: _testing.Strategy[UseBasic]
    use_bearer: _testing.Strategy[UseBearer]
    use_digest: _testing.Strategy[UseDigest]
    use_header: _testing.Strategy[UseHeader]
    use_query: _testing.Strategy[UseQuery]
    use_cookie: _testing.Strategy[UseCookie]
    use_user: _testing.Strategy[UseUser]
    use_app: _testing.Strategy[UseApp]
    use_open_id: _testing.Strategy[UseOpenId]
    use_tls: _testing.Strategy[UseTls]


strategies = _Strategies_()
"""Requests that satisfy every rule, drawn by Hypothesis: a function for each operation.
"""
