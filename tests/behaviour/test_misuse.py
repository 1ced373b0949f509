"""What a client is given and cannot use, it refuses there and then."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable
from typing import Any

import httpx2
import pytest

from .constructs import Package, make

API = """
paths:
  /pets:
    get:
      operationId: listPets
      tags: [Pets]
      security:
        [{basic: []}, {bearer: []}, {digest: []}, {key: []}, {oauth: []}, {open: []}]
      responses: {"204": {description: None.}}
components:
  securitySchemes:
    basic: {type: http, scheme: Basic}
    bearer: {type: http, scheme: bearer}
    digest: {type: http, scheme: digest}
    key: {type: apiKey, in: header, name: X-Key}
    oauth:
      type: oauth2
      flows: {clientCredentials: {tokenUrl: "https://x.example/token", scopes: {}}}
    open: {type: openIdConnect, openIdConnectUrl: "https://x.example"}
"""
SECRET = "s3cret"


@pytest.fixture(scope="module", params=["httpx2", "stdlib"])
def api(request: pytest.FixtureRequest) -> Package:
    return make(API, transport=request.param)


# --- transports -----------------------------------------------------------------------


def refused(kind: Any, transport: Any) -> str:
    with pytest.raises(TypeError) as raised:
        kind(transport=transport)
    return str(raised.value)


def test_a_transport_of_the_other_client_is_refused(api: Package) -> None:
    testing, name = api.module("testing"), api.module("client")
    own = name.Client._transport_class.__name__
    blocking: dict[str, Any] = {
        "FakeTransport": testing.FakeTransport(),
        own: getattr(api, own)(),
    }
    awaited: dict[str, Any] = {
        "AsyncFakeTransport": testing.AsyncFakeTransport(),
        f"Async{own}": getattr(api, f"Async{own}")(),
    }
    for right, wrong in zip(blocking, awaited.values(), strict=True):
        said = f"transport must be such as {right}(…), not {type(wrong)}"
        assert refused(api.Client, wrong) == said
        api.AsyncClient(transport=wrong)
    for right, wrong in zip(awaited, blocking.values(), strict=True):
        said = f"transport must be such as {right}(…), not {type(wrong)}"
        assert refused(api.AsyncClient, wrong) == said
        api.Client(transport=wrong)


def test_what_a_transport_is_made_with_is_none(api: Package) -> None:
    own = api.module("client").Client._transport_class
    for kind, right in ((api.Client, ""), (api.AsyncClient, "Async")):
        said = f"transport must be such as {right}{own.__name__}(…), not "
        for wrong in (httpx2.Client(), httpx2.AsyncClient(), own):
            assert refused(kind, wrong) == f"{said}{type(wrong)}"


class Own:
    """A transport of the user's own."""

    def __init__(self, api: Package) -> None:
        self.answer = api.response(204)

    def send(self, request: Any, timeout: Any) -> Any:
        return self.answer


class AsyncOwn(Own):
    async def send(self, request: Any, timeout: Any) -> Any:
        return self.answer


class AsyncAround:
    """One that is awaited, and no coroutine function."""

    def __init__(self, inner: AsyncOwn) -> None:
        self.inner = inner

    def send(self, *sent: Any) -> Awaitable[Any]:
        return self.inner.send(*sent)


def test_transports_of_ones_own_are_taken(api: Package) -> None:
    key = api.ApiKey(SECRET)
    own = AsyncOwn(api)
    assert api.Client(key=key, transport=Own(api)).pets.list() is None
    for transport in (own, AsyncAround(own)):
        client = api.AsyncClient(key=key, transport=transport)
        assert asyncio.run(client.pets.list()) is None

    class Derived(api.module("testing").FakeTransport):  # type: ignore[misc]  # of Any
        pass

    fake = Derived()
    fake.pets.list.returns(None)
    assert api.Client(key=key, transport=fake).pets.list() is None
    assert "AsyncFakeTransport(…)" in refused(api.AsyncClient, fake)
    sends = type("Builtin", (), {"send": max})()  # which tells no signature
    assert isinstance(api.Client(transport=sends), api.Client)
    assert "FakeTransport" not in refused(api.Client, own)


# --- credentials ----------------------------------------------------------------------

KINDS = {
    "basic": "BasicAuth",
    "bearer": "BearerAuth",
    "digest": "RawAuth",
    "key": "ApiKey",
    "oauth": "BearerAuth",
    "open": "BearerAuth",
}


@pytest.mark.parametrize("argument", KINDS)
def test_credentials_of_another_kind_are_refused(api: Package, argument: str) -> None:
    auth = api.module("_support.auth")
    given = {
        "BasicAuth": auth.BasicAuth("jo", SECRET),
        **{
            one: getattr(auth, one)(SECRET) for one in {*KINDS.values()} - {"BasicAuth"}
        },
    }
    wanted = KINDS[argument]
    api.Client(**{argument: given.pop(wanted)})
    for wrong in (*given.values(), SECRET, lambda: SECRET):
        with pytest.raises(TypeError) as raised:
            api.Client(**{argument: wrong})
        said = f"{argument} must be {wanted}(…), not {type(wrong)}"
        assert str(raised.value) == said


def test_what_gets_tokens_stands_for_one(api: Package) -> None:
    caller = api.OAuth2ClientCredentials("id", SECRET, token_url="https://x.example")
    for argument in ("oauth", "open", "bearer"):
        api.Client(**{argument: caller})
