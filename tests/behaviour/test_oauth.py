"""Access tokens: got when they are needed, once for all, and told to nobody."""

from __future__ import annotations

import asyncio
import gc
import json
import logging
import os
import threading
import traceback
from base64 import b64encode
from collections.abc import AsyncIterator, Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import (
    AsyncExitStack,
    ExitStack,
    aclosing,
    asynccontextmanager,
    closing,
    contextmanager,
)
from types import TracebackType
from typing import Any, Self
from urllib.parse import parse_qs, quote, quote_plus

import pytest
import trio
from fragmint.support.tasks import running

from .callers import stdlib_of
from .constructs import Package, make
from .server import Reply, Server, Step, answer, json_answer
from .test_secrets import reachable

SHOP = """
security: [{app: [read]}]
paths:
  /orders:
    get: {operationId: fetch, responses: {"204": {description: None}}}
    post:
      operationId: create
      requestBody: {content: {application/json: {schema: {type: object, properties: {name: {type: string}}}}}}
      responses: {"204": {description: None}}
  /mine: {get: {operationId: mine, security: [{user: [all]}], responses: {"204": {description: None}}}}
  /bearer: {get: {operationId: bearer, security: [{bearer: []}], responses: {"204": {description: None}}}}
  /open: {get: {operationId: openId, security: [{openId: []}], responses: {"204": {description: None}}}}
  /keyed: {get: {operationId: keyed, security: [{app: [read], key: []}], responses: {"204": {description: None}}}}
  /free: {get: {operationId: free, security: [], responses: {"204": {description: None}}}}
components:
  securitySchemes:
    app: {type: oauth2, flows: {clientCredentials: {tokenUrl: /token, scopes: {read: r, write: w}}}}
    user: {type: oauth2, flows: {authorizationCode: {authorizationUrl: /a, tokenUrl: /code, refreshUrl: /refresh, scopes: {all: a}}}}
    bearer: {type: http, scheme: bearer}
    openId: {type: openIdConnect, openIdConnectUrl: /.well-known}
    key: {type: apiKey, in: header, name: X-Key}
"""  # noqa: E501  # an object a line
SECRET = "cl1ent-s3cret/+ &"
REFRESH = "r3fresh-one/+"
ROTATED = "r3fresh-two/+"
ACCESS = "acc3ss-{}"
DONE = [answer(204)]
REFUSED = [answer(401)]
HOOKS = ("on_request", "on_response", "on_retry")


@pytest.fixture(scope="module")
def shop() -> Package:
    return make(SHOP)


def token(number: int = 1, **more: object) -> Reply:
    said = {"access_token": ACCESS.format(number), "token_type": "Bearer"}
    return [json_answer(200, {**said, "expires_in": 3600, **more})]


class Clock:
    now = 1000.0

    def monotonic(self) -> float:
        return self.now

    def wait(self, seconds: float) -> Callable[[], None]:
        def run() -> None:
            self.now += seconds

        return run


@pytest.fixture
def clock(shop: Package, monkeypatch: pytest.MonkeyPatch) -> Clock:
    made = Clock()
    monkeypatch.setattr(shop.module("_support.grants"), "monotonic", made.monotonic)
    return made


Calls = Callable[..., list[Any]]


class Clients:
    """Clients of the package, by the transport that it was made for, or another."""

    def __init__(self, shop: Package, transports: Any = None) -> None:
        self._shop = shop
        self._transports = transports

    @contextmanager
    def sync(self, **options: Any) -> Iterator[Any]:
        with ExitStack() as stack:
            if self._transports:
                made = self._transports.StdlibTransport()
                options["transport"] = stack.enter_context(closing(made))
            yield stack.enter_context(self._shop.Client(**options))

    @asynccontextmanager
    async def awaited(self, **options: Any) -> AsyncIterator[Any]:
        async with AsyncExitStack() as stack:
            if self._transports:
                made = self._transports.AsyncStdlibTransport()
                options["transport"] = await stack.enter_async_context(aclosing(made))
            made = self._shop.AsyncClient(**options)
            yield await stack.enter_async_context(made)


@pytest.fixture(scope="module")
def transports(shop: Package) -> dict[str, Clients]:
    stdlib = stdlib_of(shop.module("_support"))
    return {"httpx2": Clients(shop), "stdlib": Clients(shop, stdlib)}


@pytest.fixture(params=["httpx2", "stdlib"])
def clients(request: pytest.FixtureRequest, transports: dict[str, Clients]) -> Clients:
    return transports[request.param]


# The transport of the standard library knows asyncio alone.
@pytest.fixture(
    params=["sync httpx2", "async httpx2", "trio httpx2", "sync stdlib", "async stdlib"]
)
def calls(request: pytest.FixtureRequest, transports: dict[str, Clients]) -> Calls:
    """One call after another by one client; what is no request is called between."""
    kind, by = request.param.split()
    clients = transports[by]

    def run(at: Server | str, *what: Any, **options: Any) -> list[Any]:
        options["base_url"] = at if isinstance(at, str) else at.url
        if kind == "sync":
            with clients.sync(**options) as client:
                return [one() if callable(one) else client.send(one) for one in what]

        async def later() -> list[Any]:
            async with clients.awaited(**options) as client:
                return [
                    one() if callable(one) else await client.send(one) for one in what
                ]

        if kind == "async":
            return asyncio.run(later())
        done: list[Any] = trio.run(later)
        return done

    return run


def app(shop: Package, auth: Server | None = None, **more: Any) -> Any:
    url = None if auth is None else f"{auth.url}/token"
    return shop.OAuth2ClientCredentials("an id", SECRET, token_url=url, **more)


def user(shop: Package, auth: Server | None = None, **more: Any) -> Any:
    url = None if auth is None else f"{auth.url}/refresh"
    options = {"client_id": "an id", "client_secret": SECRET, "token_url": url}
    return shop.OAuth2RefreshToken(REFRESH, **(options | more))


def sent(server: Server) -> list[bytes | None]:
    """The header Authorization of each request."""
    return [one.headers.get(b"authorization") for one in server.requests]


def asked(server: Server) -> list[dict[str, str]]:
    """The fields of each request for a token."""
    bodies = [parse_qs(one.body.decode()) for one in server.requests]
    return [{name: value for name, [value] in one.items()} for one in bodies]


def bearer(*numbers: int) -> list[bytes]:
    return [f"Bearer {ACCESS.format(number)}".encode() for number in numbers]


# --- when a token is got --------------------------------------------------------------


def test_one_token_for_many_calls(calls: Calls, shop: Package) -> None:
    with Server(token()) as auth, Server(DONE) as api:
        calls(api, shop.Fetch(), shop.Create(name="a"), app=app(shop, auth))
    assert auth.request.line == b"POST /token HTTP/1.1"
    assert asked(auth) == [{"grant_type": "client_credentials", "scope": "read"}]
    pair = f"{quote_plus('an id')}:{quote_plus(SECRET)}".encode()
    assert sent(auth) == [b"Basic " + b64encode(pair)]
    assert sent(api) == bearer(1, 1)


def test_where_the_description_says(calls: Calls, shop: Package) -> None:
    with Server(token(1), DONE, token(2), DONE) as api:
        calls(api, shop.Fetch(), shop.Mine(), app=app(shop), user=user(shop))
    lines = [one.target for one in api.requests]
    assert lines == [b"/token", b"/orders", b"/refresh", b"/mine"]
    assert sent(api)[1::2] == bearer(1, 2)


def test_an_end_comes(calls: Calls, shop: Package, clock: Clock) -> None:
    get = shop.Fetch()
    with Server(token(1), token(2)) as auth, Server(DONE) as api:
        ways = (get, clock.wait(3569), get, clock.wait(1), get, clock.wait(3569), get)
        calls(api, *ways, app=app(shop, auth))
    assert sent(api) == bearer(1, 1, 2, 2)
    assert len(auth.requests) == 2


def test_no_end_is_said(calls: Calls, shop: Package, clock: Clock) -> None:
    get = shop.Fetch()
    with Server(token(1, expires_in=None)) as auth, Server(DONE) as api:
        calls(api, get, clock.wait(10**9), get, app=app(shop, auth))
    assert len(auth.requests) == 1


def test_nothing_is_got_that_is_not_needed(calls: Calls, shop: Package) -> None:
    with Server(token()) as auth, Server(DONE) as api:
        # Nobody in particular, and the other scheme.
        given = {"app": app(shop, auth), "bearer": shop.BearerAuth("b")}
        calls(api, shop.Free(), shop.Bearer(), **given)
        with pytest.raises(shop.InvalidRequest):
            calls(api, shop.Create(name=5), **given)
    assert auth.requests == []


@pytest.mark.parametrize("scheme", ["bearer", "open_id"])
def test_other_schemes_take_it(calls: Calls, shop: Package, scheme: str) -> None:
    request = shop.Bearer() if scheme == "bearer" else shop.OpenId()
    with Server(token()) as auth, Server(DONE) as api:
        calls(api, request, **{scheme: app(shop, auth, scopes=["a", "b"])})
    assert asked(auth)[0]["scope"] == "a b"
    assert sent(api) == bearer(1)


@pytest.mark.parametrize("kind", ["Client", "AsyncClient"])
def test_nobody_says_where(shop: Package, kind: str) -> None:
    for scheme in ("bearer", "open_id"):
        with pytest.raises(ValueError, match="needs a token_url"):
            getattr(shop, kind)(**{scheme: app(shop)})


def test_views_and_clients_share_it(shop: Package) -> None:
    with Server(token()) as auth, Server(DONE) as api:
        one = app(shop, auth)
        for _ in range(2):
            with shop.Client(base_url=api.url, app=one) as client:
                client.send(shop.Fetch())
                client.with_options(retries=0).send(shop.Fetch())
    assert len(auth.requests) == 1


# --- a token that is refused ----------------------------------------------------------


def test_a_refused_token_is_replaced_once(calls: Calls, shop: Package) -> None:
    told: list[Any] = []
    hooks = dict.fromkeys(HOOKS, told.append)
    with (
        Server(token(1), token(2)) as auth,
        Server(DONE, REFUSED, DONE) as api,
    ):
        create = shop.Create(name="a")
        calls(api, create, create, app=app(shop, auth), retries=0, **hooks)
    assert sent(api) == bearer(1, 1, 2)
    assert len({one.body for one in api.requests}) == 1
    assert len(auth.requests) == 2
    events = [type(one).__name__ for one in told]
    assert events == ["Sent", "Answered", "Sent", "Answered", "Repeated", *events[:2]]
    assert [one.attempt for one in told] == [1, 1, 1, 1, 1, 2, 2]
    assert {one.operation for one in told} == {"Create"}


def test_it_is_not_replaced_twice(calls: Calls, shop: Package) -> None:
    with (
        Server(token(1), token(2), token(3)) as auth,
        Server(DONE, REFUSED) as api,
        pytest.raises(shop.Unauthorized),
    ):
        calls(api, shop.Fetch(), shop.Fetch(), app=app(shop, auth))
    assert sent(api) == bearer(1, 1, 2)
    assert len(auth.requests) == 2


@pytest.mark.parametrize("status", [400, 403, 404])
def test_another_error_is_no_reason(calls: Calls, shop: Package, status: int) -> None:
    with (
        Server(token()) as auth,
        Server(DONE, [answer(status)]) as api,
        pytest.raises(shop.ClientFault),
    ):
        calls(api, shop.Fetch(), shop.Fetch(), app=app(shop, auth))
    assert len(auth.requests) == 1
    assert len(api.requests) == 2


def test_a_new_token_that_is_refused_is_no_good(calls: Calls, shop: Package) -> None:
    with (
        Server(token()) as auth,
        Server(REFUSED) as api,
        pytest.raises(shop.Unauthorized),
    ):
        calls(api, shop.Fetch(), app=app(shop, auth))
    assert len(auth.requests) == len(api.requests) == 1


def test_other_credentials_are_not_replaced(calls: Calls, shop: Package) -> None:
    with Server(REFUSED) as api, pytest.raises(shop.Unauthorized):
        calls(api, shop.Bearer(), bearer=shop.BearerAuth("b"))
    assert len(api.requests) == 1


def test_a_refused_token_beside_a_key_that_is_awaited(
    clients: Clients, shop: Package
) -> None:
    async def key() -> str:
        return "a key"

    async def call(**options: Any) -> None:
        async with clients.awaited(key=shop.ApiKey(key), **options) as client:
            await client.send(shop.Keyed())
            await client.send(shop.Keyed())

    with (
        Server(token(1), token(2)) as auth,
        Server(DONE, REFUSED) as api,
        pytest.raises(shop.Unauthorized),
    ):
        asyncio.run(call(app=app(shop, auth), base_url=api.url))
    assert sent(api) == bearer(1, 1, 2)
    assert len(auth.requests) == 2


def test_retries_are_counted_apart(
    calls: Calls, shop: Package, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(shop.module("_support.retries"), "uniform", lambda _, high: 0)
    busy = [answer(503)]
    with (
        Server(token(1), token(2)) as auth,
        Server(DONE, REFUSED, busy, busy, DONE) as api,
    ):
        calls(api, shop.Fetch(), shop.Fetch(), app=app(shop, auth), retries=2)
    assert sent(api) == bearer(1, 1, 2, 2, 2)


# --- refresh tokens -------------------------------------------------------------------


def test_a_rotated_token_is_kept(calls: Calls, shop: Package, clock: Clock) -> None:
    kept: list[str] = []
    get, later = shop.Mine(), clock.wait(4000)
    with (
        Server(token(1, refresh_token=ROTATED), token(2)) as auth,
        Server(DONE) as api,
    ):
        one = user(shop, auth, on_new_token=kept.append)
        calls(api, get, get, later, get, later, get, user=one)
    tokens = [one["refresh_token"] for one in asked(auth)]
    assert tokens == [REFRESH, ROTATED, ROTATED]
    assert kept == [ROTATED]
    assert {one["grant_type"] for one in asked(auth)} == {"refresh_token"}
    assert "scope" not in asked(auth)[0]


def test_the_same_token_is_no_news(calls: Calls, shop: Package) -> None:
    kept: list[str] = []
    with Server(token(1, refresh_token=REFRESH)) as auth, Server(DONE) as api:
        calls(api, shop.Mine(), user=user(shop, auth, on_new_token=kept.append))
    assert kept == []


def test_where_it_is_kept_is_asked_each_time(
    calls: Calls, shop: Package, clock: Clock
) -> None:
    store = [REFRESH]
    get = shop.Mine()
    with Server(token(1, refresh_token=ROTATED)) as auth, Server(DONE) as api:
        one = shop.OAuth2RefreshToken(
            lambda: store[-1],
            client_id="id",
            token_url=auth.url,
            on_new_token=store.append,
        )
        calls(api, get, clock.wait(4000), get, user=one)
    assert [one["refresh_token"] for one in asked(auth)] == [REFRESH, ROTATED]
    assert store == [REFRESH, ROTATED]


def test_what_cannot_be_kept_is_told(calls: Calls, shop: Package) -> None:
    def keep(_: str) -> None:
        raise OSError("the disk is full")

    with Server(token(1, refresh_token=ROTATED)) as auth, Server(DONE) as api:
        one = user(shop, auth, on_new_token=keep)
        with pytest.raises(OSError, match="the disk is full"):
            calls(api, shop.Mine(), user=one)
        assert api.requests == []
        calls(api, shop.Mine(), user=one)  # the token is there
    assert len(auth.requests) == 1


# --- many at once ---------------------------------------------------------------------

MANY = 50


def in_threads(send: Callable[[int], object], count: int = MANY) -> None:
    start = threading.Barrier(count)

    def run(number: int) -> None:
        start.wait(30)
        send(number)

    with ThreadPoolExecutor(count) as pool:
        list(pool.map(run, range(count)))


def test_many_threads_want_one(shop: Package, clients: Clients) -> None:
    with (
        Server(token()) as auth,
        Server(DONE) as api,
        clients.sync(base_url=api.url, app=app(shop, auth), timeout=60) as client,
    ):
        in_threads(lambda _: client.send(shop.Fetch()))
    assert len(auth.requests) == 1
    assert sent(api) == bearer(*[1] * MANY)


def test_many_clients_want_one(shop: Package, clients: Clients) -> None:
    with Server(token()) as auth, Server(DONE) as api:
        one = app(shop, auth)

        def call(_: int) -> None:
            with clients.sync(base_url=api.url, app=one, timeout=60) as client:
                client.send(shop.Fetch())

        in_threads(call, 10)
    assert len(auth.requests) == 1


@pytest.mark.parametrize(
    ("library", "by"),
    [("asyncio", "httpx2"), ("trio", "httpx2"), ("asyncio", "stdlib")],
)
def test_many_tasks_want_one(
    shop: Package, transports: dict[str, Clients], library: str, by: str
) -> None:
    async def run() -> None:
        options = {"base_url": api.url, "app": app(shop, auth), "timeout": 60}
        async with transports[by].awaited(**options) as client:
            if library == "asyncio":
                await asyncio.gather(*[client.send(shop.Fetch()) for _ in range(100)])
                return
            async with trio.open_nursery() as nursery:
                for _ in range(100):
                    nursery.start_soon(client.send, shop.Fetch())

    with Server(token()) as auth, Server(DONE) as api:
        asyncio.run(run()) if library == "asyncio" else trio.run(run)
    assert len(auth.requests) == 1
    assert sent(api) == bearer(*[1] * 100)


def test_tasks_and_threads_want_one(shop: Package, clients: Clients) -> None:
    with Server(token()) as auth, Server(DONE) as api:
        one = app(shop, auth)
        options = {"base_url": api.url, "app": one, "timeout": 60}

        async def later() -> None:
            async with clients.awaited(**options) as client:
                await asyncio.gather(*[client.send(shop.Fetch()) for _ in range(5)])

        def call(number: int) -> None:
            if number % 2:
                asyncio.run(later())
            else:
                with clients.sync(**options) as client:
                    client.send(shop.Fetch())

        in_threads(call, 10)
    assert len(auth.requests) == 1


class Store:
    """A transport that gives tokens, and knows which of them are good.

    A token is only given when `ready` is set.
    """

    def __init__(self, shop: Package, good: int = 1) -> None:
        self.shop = shop
        self.good = good
        self.given = 0
        self.ready = threading.Event()
        self.lock = threading.Lock()
        self.asked = threading.Event()

    def send(self, request: Any, timeout: Any) -> Any:
        if request.url.endswith("/token"):
            self.asked.set()
            assert self.ready.wait(30)
            return self.token()
        return self.judged(request)

    def token(self) -> Any:
        with self.lock:
            self.given += 1
            said = {"access_token": ACCESS.format(self.given), "expires_in": 60}
        return self.shop.response(200, json.dumps(said).encode())

    def judged(self, request: Any) -> Any:
        number = int(request.headers["Authorization"].rpartition("-")[2])
        return self.shop.response(204 if number >= self.good else 401)


class LateStore(Store):
    async def send(self, request: Any, timeout: Any) -> Any:
        if request.url.endswith("/token"):
            self.asked.set()
            while not self.ready.is_set():
                await (asyncio if running() else trio).sleep(0.001)
            return self.token()
        return self.judged(request)


def test_threads_that_find_no_token_wait_for_one(shop: Package) -> None:
    store = Store(shop)
    arrived = threading.Semaphore(0)

    def call(_: int) -> None:
        arrived.release()
        client.send(shop.Fetch())

    def open_up() -> None:
        for _ in range(MANY):
            assert arrived.acquire(timeout=30)
        store.ready.set()

    with shop.Client(transport=store, app=app(shop), timeout=60) as client:
        opener = threading.Thread(target=open_up)
        opener.start()
        in_threads(call)
        opener.join()
    assert store.given == 1


def test_threads_whose_token_is_refused_get_one_new_one(shop: Package) -> None:
    store = Store(shop)
    store.ready.set()
    with shop.Client(transport=store, app=app(shop), timeout=60) as client:
        client.send(shop.Fetch())
        store.good = 2
        in_threads(lambda _: client.send(shop.Fetch()))
    assert store.given == 2


def test_tasks_whose_token_is_refused_get_one_new_one(shop: Package) -> None:
    store = LateStore(shop)
    store.ready.set()

    async def run() -> None:
        async with shop.AsyncClient(transport=store, app=app(shop)) as client:
            await client.send(shop.Fetch())
            store.good = 2
            await asyncio.gather(*[client.send(shop.Fetch()) for _ in range(100)])

    asyncio.run(run())
    assert store.given == 2


@pytest.mark.parametrize("gone", [0, 1], ids=["who asked", "who waits"])
def test_a_cancelled_task_takes_nothing_from_the_others(
    shop: Package, gone: int
) -> None:
    store = LateStore(shop)

    async def run() -> list[Any]:
        async with shop.AsyncClient(transport=store, app=app(shop)) as client:
            tasks = []
            for _ in range(3):
                tasks.append(asyncio.create_task(client.send(shop.Fetch())))
                await asyncio.sleep(0)  # each goes on up to the token
            assert store.asked.is_set()
            tasks[gone].cancel()
            await asyncio.sleep(0)
            store.ready.set()
            return await asyncio.gather(*tasks, return_exceptions=True)

    done = asyncio.run(run())
    assert isinstance(done.pop(gone), asyncio.CancelledError)
    assert done == [None, None]
    assert store.given == 1


def test_a_token_comes_though_all_who_want_it_are_cancelled(shop: Package) -> None:
    kept: list[str] = []
    store = LateStore(shop)

    async def run() -> None:
        one = shop.OAuth2RefreshToken(
            REFRESH, client_id="id", token_url="/token", on_new_token=kept.append
        )
        async with shop.AsyncClient(transport=store, user=one) as client:
            task = asyncio.create_task(client.send(shop.Mine()))
            while not store.asked.is_set():
                await asyncio.sleep(0)
            task.cancel()
            with pytest.raises(asyncio.CancelledError):
                await task
            store.ready.set()
            await client.send(shop.Mine())

    asyncio.run(run())
    assert store.given == 1


def test_an_event_loop_that_ends_leaves_nothing_behind(shop: Package) -> None:
    store = LateStore(shop)
    one = app(shop)

    async def cut_short(turns: int) -> None:
        client = shop.AsyncClient(transport=store, app=one)
        task = asyncio.create_task(client.send(shop.Fetch()))
        for _ in range(turns):
            await asyncio.sleep(0)
        task.cancel()

    async def run() -> None:
        await shop.AsyncClient(transport=store, app=one, timeout=60).send(shop.Fetch())

    for turns in range(4):
        asyncio.run(cut_short(turns))
    assert store.given == 0
    store.ready.set()
    asyncio.run(run())
    assert store.given == 1


def test_an_event_loop_that_is_closed_too_soon(
    shop: Package, caplog: pytest.LogCaptureFixture
) -> None:
    """The task that would get the token never goes on, and nothing holds it then."""
    store = LateStore(shop)
    client = shop.AsyncClient(transport=store, app=app(shop), timeout=1)

    async def cut_short() -> None:
        task = asyncio.create_task(client.send(shop.Fetch()))
        while not store.asked.is_set():
            await asyncio.sleep(0)
        task.cancel()

    loop = asyncio.new_event_loop()
    loop.run_until_complete(cut_short())
    loop.close()
    store.ready.set()
    asyncio.run(client.send(shop.Fetch()))
    assert store.given == 1
    del loop
    gc.collect()
    assert "Task was destroyed but it is pending" in caplog.text  # asyncio tells of it


@pytest.mark.parametrize("library", ["asyncio", "trio"])
def test_a_call_that_holds_up_who_gets_the_token(shop: Package, library: str) -> None:
    store, idle = LateStore(shop), Store(shop)
    one = app(shop)

    async def run() -> None:
        sleep = asyncio.sleep if library == "asyncio" else trio.sleep
        while not store.asked.is_set():
            await sleep(0)
        with shop.Client(transport=idle, app=one, timeout=1) as client, failed:
            client.send(shop.Fetch())
        store.ready.set()

    async def both() -> None:
        async with shop.AsyncClient(transport=store, app=one) as client:
            if library == "asyncio":
                await asyncio.gather(client.send(shop.Fetch()), run())
                return
            async with trio.open_nursery() as nursery:
                nursery.start_soon(client.send, shop.Fetch())
                nursery.start_soon(run)

    failed = Failed()
    asyncio.run(both()) if library == "asyncio" else trio.run(both)
    assert isinstance(failed.error, shop.ClientError)
    assert "In tasks, use an AsyncClient" in str(failed.error)
    assert (store.given, idle.given) == (1, 0)


@pytest.mark.filterwarnings("ignore:.*multi-threaded:DeprecationWarning")
def test_a_fork_gets_its_own(shop: Package) -> None:
    store = Store(shop)
    with shop.Client(transport=store, app=app(shop), timeout=10) as client:
        thread = threading.Thread(target=client.send, args=[shop.Fetch()])
        thread.start()
        assert store.asked.wait(30)
        process = os.fork()
        if not process:  # nothing of pytest may go on there
            try:
                store.ready.set()
                client.send(shop.Fetch())
                os._exit(store.given)
            finally:
                os._exit(99)
        store.ready.set()
        thread.join()
        assert os.waitstatus_to_exitcode(os.waitpid(process, 0)[1]) == 1
    assert store.given == 1


def test_a_client_that_is_closed_meanwhile(
    shop: Package, clients: Clients, caplog: pytest.LogCaptureFixture
) -> None:
    async def run() -> None:
        async with clients.awaited(base_url=api.url, app=app(shop, auth)) as client:
            task = asyncio.create_task(client.send(shop.Fetch()))
            while not auth.requests:
                await asyncio.sleep(0.001)
            task.cancel()
        await asyncio.sleep(0.01)

    with Server([Step.STALL]) as auth, Server(DONE) as api:
        asyncio.run(run())
    assert caplog.records == []


def test_who_has_no_time_does_not_wait(shop: Package) -> None:
    store = Store(shop)
    with shop.Client(transport=store, app=app(shop), timeout=60) as client:
        patient = threading.Thread(target=client.send, args=[shop.Fetch()])
        patient.start()
        assert store.asked.wait(30)
        with pytest.raises(shop.TimedOut, match="no token within the time"):
            client.with_options(timeout=0.05).send(shop.Fetch())
        store.ready.set()
        patient.join()
        client.send(shop.Fetch())
    assert store.given == 1


def test_a_task_that_has_no_time_does_not_wait(shop: Package) -> None:
    store = LateStore(shop)

    async def run() -> None:
        async with shop.AsyncClient(transport=store, app=app(shop)) as client:
            for _ in range(2):  # who asks, and who waits
                with pytest.raises(shop.TimedOut, match="no token within the time"):
                    await client.with_options(timeout=0.05).send(shop.Fetch())
            store.ready.set()
            await client.send(shop.Fetch())

    asyncio.run(run())
    assert store.given == 1


# --- no token -------------------------------------------------------------------------

BASIC = b64encode(f"an+id:{quote_plus(SECRET)}".encode()).decode()
ECHO = f"{SECRET} {quote(SECRET, safe='')} {quote_plus(SECRET)} Basic {BASIC}"
LEFT_OPEN: Reply = [answer(200, b"{")[:-1], Step.STALL]
SOON: dict[str, Any] = {"timeout": 0.3}
# Each way to fail: what it raises, the answer, the client's options.
WAYS: dict[str, tuple[str, Reply, dict[str, Any]]] = {
    "client": (
        "CredentialsRefused",
        [json_answer(401, {"error": "invalid_client"})],
        {},
    ),
    "grant": ("CredentialsRefused", [json_answer(400, {"error": "invalid_grant"})], {}),
    "echo": (
        "CredentialsRefused",
        [json_answer(400, {"error": "invalid", "error_description": ECHO})],
        {},
    ),
    "other type": ("InvalidResponse", token(token_type="mac"), {}),
    "line break": ("InvalidResponse", token(access_token="acc3ss-\n"), {}),
    "no JSON": ("InvalidResponse", [answer(200, b"acc3ss-")], {}),
    "compressed": (
        "InvalidResponse",
        [answer(200, b"acc3ss-", **{"Content-Encoding": "gzip"})],
        {},
    ),
    "too large": (
        "InvalidResponse",
        [answer(200, b"acc3ss-" * 100_000)],
        {"limits": (1000, 1000)},
    ),
    "redirect": ("InvalidResponse", [answer(307, Location="http://127.0.0.1:9/")], {}),
    "500": ("ServerError", [answer(500, ECHO.encode())], {}),
    "429": ("RateLimited", [answer(429, ECHO.encode())], {}),
    "cut": ("ConnectionLost", [answer(200, b"acc3ss-")[:-1], Step.CLOSE], {}),
    "reset": ("ConnectionLost", [Step.RESET], {}),
    "stalled": ("TimedOut", [Step.STALL], SOON),
    "stalled body": ("TimedOut", LEFT_OPEN, SOON),
}
SECRETS = {
    spelled
    for secret in (SECRET, REFRESH, ROTATED, "acc3ss-")
    for spelled in (secret, quote(secret, safe=""), quote_plus(secret))
} | {BASIC}


def assert_silent(root: object) -> None:
    for one in reachable(root):
        text = one.decode("latin-1") if isinstance(one, bytes) else f"{one!r} {one}"
        assert not [secret for secret in SECRETS if secret in text], type(one)


def shown(error: BaseException) -> str:
    """`error` as a debugger or a service that collects them shows it."""
    told = traceback.TracebackException.from_exception(error, capture_locals=True)
    told.stack[:] = [one for one in told.stack if one.filename != __file__]
    assert len(told.stack) > 3
    return "".join(told.format())


class Failed:
    """Keeps the error, and no frame of the test in its traceback."""

    error: Any = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> bool:
        self.error = error
        return True


@pytest.fixture
def log(caplog: pytest.LogCaptureFixture) -> Iterator[pytest.LogCaptureFixture]:
    with caplog.at_level(logging.DEBUG):
        yield caplog


@pytest.mark.parametrize("kind", [app, user])
@pytest.mark.parametrize("way", WAYS.values(), ids=WAYS.keys())
def test_no_token(
    calls: Calls,
    shop: Package,
    log: pytest.LogCaptureFixture,
    kind: Callable[..., Any],
    way: tuple[str, Reply, dict[str, Any]],
) -> None:
    name, reply, options = way
    if "limits" in options:
        received, decompressed = options["limits"]
        limits = shop.Limits(received=received, decompressed=decompressed)
        options = {"limits": limits}
    told: list[Any] = []
    hooks = dict.fromkeys(HOOKS, told.append)
    request = shop.Fetch() if kind is app else shop.Mine()
    with Server(reply) as auth, Server(DONE) as api, Failed() as failed:
        given = {kind.__name__: kind(shop, auth)}
        calls(api, request, retries=0, **given, **options, **hooks)
    assert type(failed.error).__name__ == name
    assert isinstance(failed.error, shop.ClientError)
    assert "the call itself was not sent" in str(failed.error)
    assert api.requests == []
    assert len(auth.requests) == 1
    assert told == []
    assert_silent(failed.error)
    assert not [secret for secret in SECRETS if secret in shown(failed.error)]
    assert not [secret for secret in SECRETS if secret in log.text]
    for record in log.records:
        assert_silent(record.__dict__ | {"message": record.getMessage()})
    # They were sent: what is looked for is what is secret.
    raw = auth.request.raw.decode()
    assert [secret for secret in SECRETS if secret in raw]


def test_nobody_is_there(calls: Calls, shop: Package) -> None:
    with Server(token()) as auth:
        pass
    with Server(DONE) as api, pytest.raises(shop.ConnectFailed) as raised:
        calls(api, shop.Fetch(), app=app(shop, auth), retries=0)
    assert api.requests == []
    assert str(raised.value).startswith(f"POST {auth.url} (OAuth2ClientCredentials): ")


def test_who_waits_hears_why_there_is_none(shop: Package) -> None:
    store = LateStore(shop)
    store.token = lambda: shop.response(401, b"{}")  # type: ignore[method-assign]  # of this one

    async def run() -> list[Any]:
        async with shop.AsyncClient(transport=store, app=app(shop)) as client:
            tasks = [asyncio.create_task(client.send(shop.Fetch())) for _ in range(5)]
            while not store.asked.is_set():
                await asyncio.sleep(0)
            store.ready.set()
            return await asyncio.gather(*tasks, return_exceptions=True)

    errors = asyncio.run(run())
    assert {type(one) for one in errors} == {shop.CredentialsRefused}
    assert len({id(one) for one in errors}) == 5


def test_what_goes_well_tells_no_secret(
    calls: Calls, shop: Package, log: pytest.LogCaptureFixture
) -> None:
    told: list[Any] = []
    hooks = dict.fromkeys(HOOKS, told.append)
    with (
        Server(token(1, refresh_token=ROTATED), token(2)) as auth,
        Server(DONE, REFUSED, DONE) as api,
    ):
        calls(api, shop.Mine(), shop.Mine(), user=user(shop, auth), **hooks)
    lines = [one.getMessage() for one in log.records if one.name == shop.name]
    assert lines[0].startswith(
        f"POST {auth.url}: OAuth2RefreshToken('an id', ***), attempt 1"
    )
    assert len(told) == 7
    assert not [secret for secret in SECRETS if secret in f"{told!r}{log.text}"]
    for record in log.records:
        assert_silent(record.__dict__ | {"message": record.getMessage()})


def test_what_can_be_repeated_is(
    calls: Calls, shop: Package, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(shop.module("_support.retries"), "uniform", lambda _, high: 0)
    busy = [answer(503)]
    with Server(busy, busy, token()) as auth, Server(DONE) as api:
        calls(api, shop.Fetch(), app=app(shop, auth))
    assert len(auth.requests) == 3
    # A refresh token may be void now.
    with (
        Server(busy, token()) as auth,
        pytest.raises(shop.ServerError, match="no access token"),
    ):
        calls("http://127.0.0.1:9", shop.Mine(), user=user(shop, auth))
    assert len(auth.requests) == 1


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
def test_a_secret_goes_along_no_redirect(
    calls: Calls, shop: Package, status: int
) -> None:
    with Server(token()) as other:
        reply = [answer(status, Location=f"{other.url}/token")]
        with Server(reply) as auth, pytest.raises(shop.InvalidResponse):
            calls("http://127.0.0.1:9", shop.Fetch(), app=app(shop, auth))
    assert other.requests == []
