"""What a client is given and cannot use, it refuses there and then."""

from __future__ import annotations

import asyncio
import itertools
import traceback
from collections.abc import Awaitable
from functools import partial
from typing import Any

import httpx2
import pytest

from .constructs import Package, make
from .samples import TOKEN
from .server import Server, answer
from .test_secrets import assert_silent

API = """
paths:
  /pets:
    get:
      operationId: listPets
      tags: [Pets]
      security:
        [{basic: []}, {bearer: []}, {digest: []}, {key: []}, {oauth: []}, {open: []}]
      responses: {"204": {description: None.}}
  /photo:
    get:
      operationId: getPhoto
      responses: {"200": {description: A photo, content: {image/png: {}}}}
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
SECRET = TOKEN


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
        unfit = type("Unfit", (), {"send": "it"})()
        for wrong in (httpx2.Client(), httpx2.AsyncClient(), own, object(), unfit):
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
    given = {
        "BasicAuth": api.BasicAuth("jo", SECRET),
        **{one: getattr(api, one)(SECRET) for one in {*KINDS.values()} - {"BasicAuth"}},
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


# --- functions that nothing awaits ----------------------------------------------------


async def later(*_: Any) -> str:
    return SECRET


class Later:
    """An object that is called as an async function is."""

    async def __call__(self, *_: Any) -> str:
        return SECRET


@pytest.mark.parametrize("given", [later, partial(later), Later()])
@pytest.mark.parametrize("name", ["on_request", "on_response", "on_retry", "signer"])
@pytest.mark.parametrize("kind", ["Client", "AsyncClient"])
def test_an_async_function_is_no_hook(
    api: Package, kind: str, name: str, given: Any
) -> None:
    made = getattr(api, kind)
    for give in (made, made().with_options):
        with pytest.raises(TypeError, match=f"{name} must be a plain function") as e:
            give(**{name: given})
        assert "write def" in str(e.value)


@pytest.mark.parametrize("given", [later, partial(later), Later()])
def test_only_an_async_client_awaits_a_secret(api: Package, given: Any) -> None:
    for argument, kind in KINDS.items():
        if kind != "BasicAuth":
            one = getattr(api, kind)(given)
            api.AsyncClient(**{argument: one})
            with pytest.raises(TypeError, match=f"^{argument}: only an AsyncClient aw"):
                api.Client(**{argument: one})
    for client in (api.Client, api.AsyncClient):
        with pytest.raises(TypeError, match="signer must be a plain function"):
            client(signer=api.BearerAuth(given))


@pytest.mark.parametrize("given", [later, partial(later), Later()])
def test_no_async_function_gets_tokens(api: Package, given: Any) -> None:
    with pytest.raises(TypeError, match="client secret cannot come of an async"):
        api.OAuth2ClientCredentials("id", given)
    with pytest.raises(TypeError, match="refresh token cannot come of an async"):
        api.OAuth2RefreshToken(given, client_id="id")
    with pytest.raises(TypeError, match="client secret cannot come of an async"):
        api.OAuth2RefreshToken("r", client_id="id", client_secret=given)
    with pytest.raises(TypeError, match="on_new_token must be a plain function"):
        api.OAuth2RefreshToken("r", client_id="id", on_new_token=given)


ASKED = {"bearer": "authorization", "digest": "authorization", "key": "x-key"}


@pytest.mark.parametrize("argument", ASKED)
def test_each_request_of_an_async_client_asks_for_its_own(
    api: Package, argument: str
) -> None:
    count = itertools.count(1)

    async def look_up() -> str:
        number = next(count)
        await asyncio.sleep(0.05 if number == 1 else 0)  # the first comes last
        return f"s{number}"

    async def run(url: str) -> None:
        given = {argument: getattr(api, KINDS[argument])(look_up)}
        async with api.AsyncClient(base_url=url, **given) as client:
            await asyncio.gather(client.pets.list(), client.pets.list())
            await client.with_options(timeout=9).pets.list()

    done = b"HTTP/1.1 204 No Content\r\n\r\n"
    again = answer(503, b"", **{"Retry-After": "0"})
    with Server([done], [again], [done]) as server:
        asyncio.run(run(server.url))
    name = ASKED[argument].encode()
    sent = [one.headers[name].rpartition(b" ")[2] for one in server.requests]
    assert sorted(sent) == [b"s1", b"s2", b"s3", b"s4"]


@pytest.mark.filterwarnings("ignore:coroutine 'later' was never awaited")
@pytest.mark.parametrize("argument", ASKED)
def test_a_plain_function_that_gives_what_is_to_be_awaited(
    api: Package, argument: str
) -> None:
    given = {argument: getattr(api, KINDS[argument])(lambda: later())}

    async def run() -> None:
        async with api.AsyncClient(transport=AsyncOwn(api), **given) as client:
            await client.pets.list()

    with pytest.raises(ValueError, match="give the async function itself"):
        asyncio.run(run())


def test_what_an_async_function_raises_is_raised(api: Package) -> None:
    async def fail() -> str:
        raise LookupError

    async def bad() -> str:
        return f"{SECRET}\n"

    async def run(given: Any) -> None:
        told: list[Any] = []
        key = api.ApiKey(given)
        client = api.AsyncClient(
            key=key, transport=AsyncOwn(api), on_request=told.append
        )
        try:
            await client.pets.list()
        finally:
            assert told == []

    with pytest.raises(LookupError):
        asyncio.run(run(fail))
    with pytest.raises(ValueError, match="key has a line break") as raised:
        asyncio.run(run(bad))
    assert SECRET not in "".join(traceback.format_exception(raised.value))
    assert_silent(raised.value)


# --- requests -------------------------------------------------------------------------


async def each_way(client: Any, *sent: Any) -> list[BaseException]:
    """What each method that sends says of it."""
    said: list[BaseException] = []
    for name in ("send", "exchange", "stream", "prepare"):
        if name == "prepare" and len(sent) > 1:
            continue
        try:
            done = getattr(client, name)(*sent[: 2 if name == "exchange" else 1])
            if name == "stream":
                done = (
                    done.__aenter__() if hasattr(done, "aclose") else done.__enter__()
                )
            if hasattr(done, "__await__"):
                await done
        except BaseException as error:  # noqa: BLE001  # looked at below
            said.append(error)
    return said


@pytest.mark.parametrize("kind", ["Client", "AsyncClient"])
def test_what_is_no_request_is_refused(api: Package, kind: str) -> None:
    client = getattr(api, kind)(transport=(AsyncOwn if "A" in kind else Own)(api))
    of_class = "a request must be ListPets(…), not the class ListPets itself"
    of_others = "a request must be made by the class of an operation, not"
    outgoing = client.prepare(api.ListPets())
    for wrong in (api.ListPets, None, "listPets", api.HttpResponse, outgoing):
        said = asyncio.run(each_way(client, wrong))
        said += asyncio.run(each_way(client, wrong, outgoing))
        whole = of_class if wrong is api.ListPets else f"{of_others} {type(wrong)}"
        assert [(type(one), str(one)) for one in said] == [(TypeError, whole)] * 7


def test_what_goes_out_is_a_request_of_http(api: Package) -> None:
    client = api.Client(transport=Own(api))
    for wrong in ("https://x.example", api.ListPets()):
        with pytest.raises(TypeError) as raised:
            client.exchange(api.ListPets(), wrong)
        such = "outgoing must be an HttpRequest, such as client.prepare(…) returns"
        assert str(raised.value) == f"{such}, not {type(wrong)}"


def test_masked_are_names(api: Package) -> None:
    for wrong in ("pin", 5):
        with pytest.raises(TypeError) as raised:
            api.Client(masked=wrong)
        such = f"masked must be a list of names, such as ['{wrong}']"
        assert str(raised.value) == such


# --- lists ----------------------------------------------------------------------------

LISTS = """
paths:
  /notes:
    put:
      operationId: putNotes
      parameters:
        - {name: tags, in: query, schema: {type: array, items: {type: string}}}
        - {name: loose, in: query, schema: {}}
      requestBody:
        required: true
        content:
          application/json:
            schema:
              type: object
              required: [notes]
              properties:
                notes: {type: array, items: {type: string}}
                more: {}
      responses: {"204": {description: Done.}}
"""


@pytest.mark.parametrize("name", ["notes", "tags", "more", "loose"])
def test_what_is_read_only_once_is_no_list(name: str) -> None:
    api = make(LISTS)
    given: dict[str, Any] = {"notes": ["a"], name: (one for one in "ab")}
    request = api.PutNotes(**given)
    with api.Client(transport=Own(api)) as client:
        for _ in range(2):
            with pytest.raises(
                api.InvalidRequest, match=rf"{name}: +must be"
            ) as raised:
                client.send(request)
            assert "write list(…)" in str(raised.value)
        given[name] = list("ab")
        client.send(api.PutNotes(**given))
