"""The transports that send by httpx2: where they do more than it does, or otherwise."""

from __future__ import annotations

import asyncio
import gc
import os
import socket
import ssl
import threading
import time
from collections.abc import AsyncIterator, Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing, suppress
from pathlib import Path
from typing import Any

import httpx2
import pytest
import trio
import trustme
from fragmint.support.errors import ConnectFailed, ConnectionLost, TransportError
from fragmint.support.http import AsyncIncoming, HttpRequest, Incoming, Timeout
from fragmint.support.httpx2 import AsyncHttpx2Transport, Httpx2Transport
from fragmint.support.httpx2.deadlines import install

from .listening import Listener, answer, head_of
from .moving import (
    PATIENT,
    AsyncMover,
    Got,
    Mover,
    SyncMover,
    deaf,
    locals_of,
    request,
)
from .server import Server, Step
from .server import answer as whole

# Far above what is allowed, for a slow machine; a stall that nothing ends lasts longer.
LONGEST = 15.0


class Sync(SyncMover):
    kind = Httpx2Transport


class Async(AsyncMover):
    kind = AsyncHttpx2Transport


@pytest.fixture(params=[Sync, Async])
def mover(request: pytest.FixtureRequest) -> Iterator[Mover]:
    with closing(request.param()) as made:
        yield made


@pytest.fixture
def sync() -> Iterator[Sync]:
    with closing(Sync()) as made:
        yield made


class Lines:
    """Answers each request, and keeps what came by each connection."""

    def __init__(self) -> None:
        self.came: list[list[bytes]] = []

    def __call__(self, connection: socket.socket) -> None:
        mine: list[bytes] = []
        self.came.append(mine)
        while True:
            mine.append(head_of(connection)[0].split()[1])
            connection.sendall(answer(b"ok"))


# Requests


def test_white_space_around_a_header_is_none_of_it(mover: Mover) -> None:
    with Server([whole(200, b"ok")]) as server:
        mover.get(request(server.url, X_Team=" blue\t"))
    assert b"\r\nX-Team: blue\r\n" in server.request.raw


def test_what_cannot_be_iterated_over_tells_no_secret(sync: Sync) -> None:
    async def pieces() -> AsyncIterator[bytes]:
        yield b"one"

    body: Any = pieces()
    with pytest.raises(TypeError) as raised:
        sync.get(request("http://127.0.0.1:9/?key=s3cr3t", body, X_Key="s3cr3t"))
    assert "s3cr3t" not in locals_of(raised.value)


def test_what_is_no_http_is_not_sent_again(mover: Mover) -> None:
    with Server([whole(200)]) as server, pytest.raises(ConnectFailed) as raised:
        mover.get(request(server.url, Content_Length="many"))
    error: TransportError = raised.value
    assert error.again == "never"
    assert not server.requests


# Responses


@pytest.mark.parametrize(
    "head", [b"Transfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n", b"\r\nhello"]
)
def test_to_close_it_in_another_thread_wakes_who_waits_for_it(
    sync: Sync, head: bytes
) -> None:
    with Server([b"HTTP/1.1 200 OK\r\n" + head, Step.STALL]) as server:
        incoming = sync.transport.send(request(server.url), PATIENT)
        assert next(incoming.chunks) == b"hello"
        threading.Timer(0.1, incoming.close).start()
        begun = time.monotonic()
        with pytest.raises(ConnectionLost, match="it was closed meanwhile"):
            next(incoming.chunks)
        assert time.monotonic() - begun < LONGEST


def test_to_close_what_is_read_to_its_end_leaves_the_connection(sync: Sync) -> None:
    lines = Lines()
    with Listener(lines) as server:
        for _ in range(2):
            incoming = sync.transport.send(request(server.url), PATIENT)
            assert list(incoming.chunks) == [b"ok"]
            incoming.close()
        assert server.connections == 1


# TLS


class InTrio(Async):
    def get(self, wanted: HttpRequest, timeout: Timeout = PATIENT) -> Got:
        got: Got = trio.run(self.aget, wanted, timeout)
        return got

    def close(self) -> None:
        trio.run(self.transport.aclose)


def serve_by_tls(connection: socket.socket) -> None:
    what = head_of(connection)[0].split()[1]
    if what == b"/length":
        connection.sendall(answer(b"hello"))
        return
    said = b"" if what == b"/empty" else b"hello"
    status = b"204 None\r\n\r\n" if what == b"/none" else b"200 OK\r\n\r\n" + said
    connection.sendall(b"HTTP/1.1 " + status)
    if what == b"/whole":
        assert isinstance(connection, ssl.SSLSocket)
        connection.unwrap()


@pytest.fixture
def by_tls(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    authority, trusted = trustme.CA(), tmp_path / "trusted.pem"
    authority.cert_pem.write_to_path(trusted)
    monkeypatch.setenv("SSL_CERT_FILE", str(trusted))
    context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    authority.issue_cert("127.0.0.1").configure_cert(context)
    with Listener(serve_by_tls, context) as server:
        yield server.url


@pytest.mark.parametrize("kind", [Sync, Async, InTrio])
def test_an_end_that_tls_knows_nothing_of(kind: type[Mover], by_tls: str) -> None:
    """Anyone on the way can end a connection, and what has no length would be whole."""
    with closing(kind()) as mover:
        for cut in ("/cut", "/empty"):
            with pytest.raises(ConnectionLost, match="connection broke"):
                mover.get(request(f"{by_tls}{cut}", method="GET"))
        for whole, body in ("/none", b""), ("/length", b"hello"), ("/whole", b"hello"):
            assert mover.get(request(f"{by_tls}{whole}", method="GET")).body == body


def test_a_connection_that_only_tls_has_ended(by_tls: str) -> None:
    """httpx2 goes on to use it."""
    with closing(Sync()) as mover:
        mover.get(request(f"{by_tls}/whole"))
        with pytest.raises(ConnectionLost, match="the server ended it") as raised:
            mover.get(request(f"{by_tls}/length"))
        error: TransportError = raised.value
        assert error.again == "safe"
        assert mover.get(request(f"{by_tls}/length")).body == b"hello"


# Processes


@pytest.mark.filterwarnings("ignore:.*multi-threaded:DeprecationWarning")
def test_no_thread_of_a_fork_has_the_connections_of_its_parent(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """A second thread comes while the first makes the client of the fork."""
    lines, make = Lines(), httpx2.Client

    def meanwhile(*given: Any, **named: Any) -> httpx2.Client:
        monkeypatch.undo()
        other = threading.Thread(target=mover.get, args=[request(f"{url}/other")])
        other.start()
        other.join(20)
        return make(*given, **named)

    with Listener(lines) as server, closing(Sync()) as mover:
        url = server.url
        mover.get(request(f"{url}/parent"))
        process = os.fork()
        if not process:  # no test framework is to go on in here
            with suppress(BaseException):
                monkeypatch.setattr(httpx2, "Client", meanwhile)
                mover.get(request(f"{url}/first"))
                os._exit(7)
            os._exit(1)
        assert os.waitstatus_to_exitcode(os.waitpid(process, 0)[1]) == 7
        mover.get(request(f"{url}/parent"))
    assert lines.came == [[b"/parent"] * 2, [b"/other", b"/first"]]


# Time


@pytest.fixture
def named(monkeypatch: pytest.MonkeyPatch) -> Callable[[str, list[str]], None]:
    """Has a name stand for addresses."""
    found = socket.getaddrinfo

    def name(host: str, addresses: list[str]) -> None:
        def look(asked: str | bytes, port: int, *given: Any, **more: Any) -> Any:
            if asked not in (host, host.encode()):
                return found(asked, port, *given, **more)
            kind = (socket.AF_INET, socket.SOCK_STREAM, 6, "")
            return [(*kind, (one, port)) for one in addresses]

        monkeypatch.setattr(socket, "getaddrinfo", look)

    return name


BOUNDS = [(0.2, 20.0), (20.0, 0.2), (0.2, None)]


@pytest.mark.parametrize("bounds", BOUNDS)
def test_all_addresses_of_a_host_have_one_bound(
    mover: Mover,
    named: Callable[[str, list[str]], None],
    bounds: tuple[float, float | None],
) -> None:
    named("many.example", ["127.0.0.1"] * 200)
    timeout = Timeout(connect=bounds[0], total=bounds[1])
    with deaf() as port:
        begun = time.monotonic()
        with pytest.raises(ConnectFailed) as raised:
            mover.get(request(f"http://many.example:{port}"), timeout)
    assert time.monotonic() - begun < LONGEST
    assert "no connection within 0.2 s; nothing was sent" in str(raised.value)


@pytest.mark.parametrize("bounds", BOUNDS)
def test_a_handshake_has_a_bound(
    mover: Mover, bounds: tuple[float, float | None]
) -> None:
    def stall(_: socket.socket) -> None:
        server.closing.wait(20)

    timeout = Timeout(connect=bounds[0], total=bounds[1])
    with Listener(stall) as server, pytest.raises(ConnectFailed) as raised:
        mover.get(request(f"https://127.0.0.1:{server.port}"), timeout)
    gc.collect()
    assert "no connection within 0.2 s; nothing was sent" in str(raised.value)


ONE = httpx2.Limits(max_connections=1)


def test_waiting_for_a_connection_has_a_bound() -> None:
    """All are in use, by a response that is not read."""
    hasty = Timeout(total=0.2)

    async def awaited() -> None:
        async with httpx2.AsyncClient(limits=ONE) as client:
            transport = AsyncHttpx2Transport(client)
            incoming = await transport.send(wanted, Timeout())
            assert isinstance(incoming, AsyncIncoming)
            with pytest.raises(ConnectFailed, match=busy):
                await transport.send(wanted, hasty)
            await incoming.close()

    busy = r"all connections are busy\); nothing was sent"
    with Listener(Lines()) as server:
        wanted = request(server.url)
        with httpx2.Client(limits=ONE) as client:
            transport = Httpx2Transport(client)
            incoming = transport.send(wanted, Timeout())
            assert isinstance(incoming, Incoming)
            with pytest.raises(ConnectFailed, match=busy):
                transport.send(wanted, hasty)
            incoming.close()
        asyncio.run(awaited())


def test_looking_up_a_name_has_a_bound(
    sync: Sync, monkeypatch: pytest.MonkeyPatch
) -> None:
    over = threading.Event()

    def look(*_: object, **__: object) -> Any:
        over.wait(20)
        raise socket.gaierror("no such name")

    monkeypatch.setattr(socket, "getaddrinfo", look)
    begun = time.monotonic()
    with pytest.raises(
        ConnectFailed, match=r"no connection within 0\.2 s; nothing was"
    ):
        sync.get(request("http://slow.example"), Timeout(connect=0.2))
    assert time.monotonic() - begun < LONGEST
    over.set()
    with pytest.raises(ConnectFailed, match="no such name"):
        sync.get(request("http://none.example"))


def test_an_address_that_does_not_answer_leaves_time_for_the_next(
    sync: Sync, named: Callable[[str, list[str]], None]
) -> None:
    named("two.example", ["127.0.0.2", "127.0.0.1"])
    with Listener(Lines()) as server, deaf("127.0.0.2", server.port):
        wanted = request(f"http://two.example:{server.port}")
        assert sync.get(wanted, Timeout(connect=1, total=20)).body == b"ok"


def test_a_host_of_no_bound(sync: Sync) -> None:
    with Listener(Lines()) as server:
        without = Timeout(connect=None, read=None, total=None)
        assert sync.get(request(server.url), without).body == b"ok"


def test_an_httpx2_that_is_not_known_is_told_of() -> None:
    class Other(httpx2.BaseTransport):
        """One that has nothing inside."""

    with (
        httpx2.Client(transport=Other()) as client,
        pytest.warns(RuntimeWarning, match="this httpx2 is not known"),
    ):
        install(client)


# Event loops


RUNS: dict[str, Callable[[Any], Any]] = {
    "asyncio": asyncio.run,
    "trio": lambda one: trio.run(lambda: one),
}


@pytest.mark.parametrize("run", RUNS.values(), ids=list(RUNS))
def test_a_loop_that_ends_leaves_no_connection(run: Callable[[Any], Any]) -> None:
    mover = Async()
    with Listener(Lines()) as server:
        for number in range(1, 4):
            for _ in range(2):
                got = run(mover.aget(request(server.url)))
                assert got.body == b"ok"
            server.gone()
            assert server.connections == 2 * number
        run(mover.transport.aclose())


def test_two_loops_side_by_side() -> None:
    """Each has its connection, which it keeps."""
    mover, lines = Async(), Lines()
    meeting = threading.Barrier(2)

    def calls(name: str) -> None:
        async def main() -> None:
            for _ in range(5):
                await mover.aget(request(f"{server.url}/{name}"))
                meeting.wait(20)

        asyncio.run(main())

    with Listener(lines) as server:
        with ThreadPoolExecutor(2) as threads:
            list(threads.map(calls, "ab"))
        server.gone()
    assert sorted(lines.came) == [[b"/a"] * 5, [b"/b"] * 5]
    mover.close()


def test_closing_closes_what_is_in_other_loops() -> None:
    mover = Async()
    done, over = threading.Event(), threading.Event()

    async def main() -> None:
        await mover.aget(request(server.url))
        done.set()
        await asyncio.to_thread(over.wait, 20)
        with pytest.raises(RuntimeError, match="closed"):
            await mover.aget(request(server.url))

    with Listener(Lines()) as server, ThreadPoolExecutor(1) as threads:
        other = threads.submit(asyncio.run, main())
        assert done.wait(20)
        mover.close()
        server.gone()
        over.set()
        other.result(20)


# What such a loop leaves open is its owner's.
@pytest.mark.filterwarnings("ignore:unclosed:ResourceWarning")
def test_a_loop_that_is_closed_without_an_end() -> None:
    mover = Async()

    def in_a_loop_that_is_closed() -> None:
        with closing(asyncio.new_event_loop()) as loop:
            loop.run_until_complete(mover.aget(request(server.url)))

    with Listener(Lines()) as server:
        for _ in range(3):
            in_a_loop_that_is_closed()
        mover.close()
        gc.collect()
        server.gone()
