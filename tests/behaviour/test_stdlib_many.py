"""Many requests at a time by the transports of the standard library, and their end."""

from __future__ import annotations

import asyncio
import contextlib
import gc
import os
import socket
import threading
import time
import weakref
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor

import pytest
from fragmint.support import stdlib
from fragmint.support.errors import ConnectFailed, ConnectionLost
from fragmint.support.http import Incoming, Timeout
from fragmint.support.stdlib import AsyncStdlibTransport, StdlibTransport, pool
from fragmint.support.stdlib.routes import Routes
from fragmint.support.stdlib.wire import Wire

from .listening import Listener, answer, body_of, head_of
from .moving import PATIENT, AsyncMover, SyncMover, request
from .server import Server, Step


class Counting:
    """Answers, and keeps how many connections there were at most at a time."""

    def __init__(self) -> None:
        self.most = self.now = self.answered = 0
        self._lock = threading.Lock()

    def __call__(self, connection: socket.socket) -> None:
        with self._lock:
            self.now += 1
            self.most = max(self.most, self.now)
        try:
            while True:
                head, rest = head_of(connection)
                body = body_of(connection, head, rest)
                time.sleep(0.001)
                connection.sendall(answer(body))
                with self._lock:
                    self.answered += 1
        finally:
            with self._lock:
                self.now -= 1


def eventually(is_so: Callable[[], object]) -> None:
    for _ in range(2000):
        if is_so():
            return
        time.sleep(0.01)
    raise AssertionError("it did not come to be")


def workers() -> list[threading.Thread]:
    return [one for one in threading.enumerate() if "stdlib" in one.name]


# Bounds


def test_fifty_threads_share_few_connections() -> None:
    counting = Counting()
    with Listener(counting) as server:
        mover = SyncMover(connections=5)

        def call(number: int) -> bytes:
            return mover.get(request(server.url, str(number).encode())).body

        with ThreadPoolExecutor(50) as threads:
            got = list(threads.map(call, range(1000)))
        assert got == [str(number).encode() for number in range(1000)]
        assert (counting.most, server.connections) == (5, 5)
        mover.close()
        server.gone()


def test_five_hundred_tasks_share_few_connections() -> None:
    counting = Counting()

    async def run(url: str) -> None:
        mover = AsyncMover(connections=5)
        asked = [request(url, str(number).encode()) for number in range(500)]
        got = await asyncio.gather(*map(mover.aget, asked))
        assert [one.body for one in got] == [one.body for one in asked]
        assert len(workers()) == 5
        await mover.transport.aclose()

    with Listener(counting) as server:
        asyncio.run(run(server.url))
        assert (counting.most, server.connections) == (5, 5)
        server.gone()
    eventually(lambda: not workers())


def test_connections_to_other_servers_make_room() -> None:
    counting = Counting()
    with contextlib.ExitStack() as stack:
        servers = [stack.enter_context(Listener(counting)) for _ in range(5)]
        mover = SyncMover(connections=2)
        for server in servers:
            mover.get(request(server.url))
        servers[0].gone()
        assert counting.most <= 3  # a server may be late to see one closed
        mover.close()


def test_many_open_responses_do_not_keep_each_other_from_their_end() -> None:
    """Each has a thread left for its next chunk, whoever else waits to begin."""
    large = bytes(300_000)

    async def run(url: str) -> None:
        mover = AsyncMover(connections=3)
        opened = [await mover.transport.send(request(url), PATIENT) for _ in range(3)]
        others = [asyncio.create_task(mover.aget(request(url))) for _ in range(20)]
        await asyncio.sleep(0.05)
        for one in opened:
            assert b"".join([chunk async for chunk in one.chunks]) == large
            await one.close()
        assert [(await one).body for one in others] == [large] * 20
        await mover.transport.aclose()

    with Server([answer(large)]) as server:
        asyncio.run(run(server.url))


@pytest.mark.parametrize("kind", [SyncMover, AsyncMover])
def test_waiting_for_a_connection_has_a_bound(
    kind: type[SyncMover] | type[AsyncMover],
) -> None:
    mover = kind(connections=1)
    with Server([Step.STALL]) as server, ThreadPoolExecutor(1) as threads:
        first = threads.submit(mover.get, request(server.url))
        eventually(lambda: server.requests)
        with pytest.raises(ConnectFailed, match=r"no connection was free within 0\.1"):
            mover.get(request(server.url), Timeout(total=0.1))
        mover.close()
        with pytest.raises(ConnectionLost, match="the transport was closed"):
            first.result()


# Cancelling


REPLIES = {
    "before the answer": [Step.STALL],
    "in the body": [b"HTTP/1.1 200 OK\r\nContent-Length: 99999\r\n\r\nx", Step.STALL],
}


@pytest.mark.parametrize("reply", REPLIES.values(), ids=REPLIES)
def test_a_call_that_is_cancelled_ends_its_connection(
    reply: list[bytes | Step],
) -> None:
    async def run(server: Listener) -> None:
        mover = AsyncMover(connections=2)
        tasks = [asyncio.create_task(mover.aget(request(server.url))) for _ in range(4)]
        while server.connections < 2:
            await asyncio.sleep(0.005)
        await asyncio.sleep(0.05)
        for task in tasks:
            task.cancel()
        done = await asyncio.gather(*tasks, return_exceptions=True)
        assert all(isinstance(one, asyncio.CancelledError) for one in done)
        await asyncio.to_thread(server.gone)
        healthy.set()
        assert (await mover.aget(request(server.url))).body == b"ok"
        await mover.transport.aclose()

    def serve(connection: socket.socket) -> None:
        head_of(connection)
        if healthy.is_set():
            connection.sendall(answer(b"ok"))
        elif isinstance(reply[0], bytes):
            connection.sendall(reply[0])
        connection.recv(1)  # until the client has gone

    healthy = threading.Event()
    with Listener(serve) as server:
        asyncio.run(run(server))
    eventually(lambda: not workers())


def test_cancelling_while_connecting_ends_the_thread(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    looking, over = threading.Event(), threading.Event()

    def look(*_: object, flags: int = 0, **__: object) -> object:
        if not flags:
            looking.set()
            over.wait(20)
        raise socket.gaierror("no such name")

    monkeypatch.setattr(socket, "getaddrinfo", look)

    async def run() -> None:
        mover = AsyncMover()
        task = asyncio.create_task(mover.aget(request("http://slow.example")))
        await asyncio.to_thread(looking.wait, 20)
        task.cancel()
        with pytest.raises(asyncio.CancelledError):
            await task
        await mover.transport.aclose()

    asyncio.run(run())
    eventually(lambda: not workers())
    over.set()


def test_many_are_cancelled_at_any_moment() -> None:
    counting = Counting()

    async def run(url: str) -> None:
        mover = AsyncMover(connections=4)
        for _ in range(10):
            tasks = [asyncio.create_task(mover.aget(request(url))) for _ in range(30)]
            await asyncio.sleep(0.01)
            for task in tasks:
                task.cancel()
            done = await asyncio.gather(*tasks, return_exceptions=True)
            for one in done:  # what was not cancelled has come through
                if not isinstance(one, asyncio.CancelledError):
                    assert not isinstance(one, BaseException), one
        got = await asyncio.gather(*[mover.aget(request(url, b"x")) for _ in range(30)])
        assert [one.body for one in got] == [b"x"] * 30
        await mover.transport.aclose()

    with Listener(counting) as server:
        asyncio.run(run(server.url))
        server.gone()
    eventually(lambda: not workers())


def test_the_callers_own_time_limit_stays_the_callers() -> None:
    async def run(url: str) -> None:
        mover = AsyncMover(connections=1)
        try:
            async with asyncio.timeout(0.1):
                await asyncio.gather(*[mover.aget(request(url)) for _ in range(2)])
        finally:
            await mover.transport.aclose()

    with Server([Step.STALL]) as server, pytest.raises(TimeoutError):
        asyncio.run(run(server.url))


# The end


@pytest.mark.parametrize("kind", [SyncMover, AsyncMover])
def test_closing(kind: type[SyncMover] | type[AsyncMover]) -> None:
    with Listener(Counting()) as server:
        mover = kind()
        mover.get(request(server.url))
        mover.close()
        server.gone()
        mover.close()
        with pytest.raises(RuntimeError, match="the transport is closed"):
            mover.get(request(server.url))
    eventually(lambda: not workers())


def test_closing_ends_what_is_under_way() -> None:
    large = bytes(300_000)

    async def run(url: str) -> None:
        mover = AsyncMover(connections=1)
        opened = await mover.transport.send(request(url), PATIENT)
        waiting = asyncio.create_task(mover.aget(request(url)))
        await asyncio.sleep(0)
        await mover.transport.aclose()
        with pytest.raises(ConnectionLost, match="the transport was closed"):
            async for _ in opened.chunks:
                pass
        with pytest.raises(ConnectFailed, match="the transport was closed"):
            await waiting

    with Server([answer(large)]) as server:
        asyncio.run(run(server.url))


def test_closing_is_not_the_end_of_a_body() -> None:
    """Even of one that goes on until the connection ends."""

    async def run(url: str) -> None:
        mover = AsyncMover()
        opened = await mover.transport.send(request(url), PATIENT)
        assert await anext(opened.chunks) == b"x"
        more = asyncio.ensure_future(anext(opened.chunks))
        await asyncio.sleep(0.05)
        await mover.transport.aclose()
        with pytest.raises(ConnectionLost, match="the transport was closed"):
            await more

    with Server([b"HTTP/1.1 200 OK\r\n\r\nx", Step.STALL]) as server:
        asyncio.run(run(server.url))


def lose(kind: type[StdlibTransport] | type[AsyncStdlibTransport], url: str) -> None:
    """Use a transport, and let go of it."""
    transport = kind()
    if isinstance(transport, StdlibTransport):
        transport.send(request(url), PATIENT).close()
    else:
        asyncio.run(transport.send(request(url), PATIENT))
    lost = weakref.ref(transport)
    del transport
    # A thread may hold it until it sees that there is no more to do.
    eventually(lambda: gc.collect() < 0 or lost() is None)


@pytest.mark.parametrize("kind", [StdlibTransport, AsyncStdlibTransport])
def test_one_that_is_left_open_warns(
    kind: type[StdlibTransport] | type[AsyncStdlibTransport],
) -> None:
    with Listener(Counting()) as server:
        with pytest.warns(ResourceWarning, match="was not closed"):
            lose(kind, server.url)
        server.gone()
    eventually(lambda: not workers())


def test_a_response_that_is_let_go_of_leaves_no_socket_open() -> None:
    def let_go(url: str) -> None:
        mover = SyncMover()
        mover.transport.send(request(url), PATIENT)
        mover.close()

    with Server([answer(bytes(300_000))]) as server:
        let_go(server.url)
        gc.collect()  # would warn of a socket, which is an error here


def pool_of(mover: SyncMover) -> pool.Pool:
    made: pool.Pool = mover.transport._own_pool()
    return made


def test_responses_that_are_let_go_of_leave_their_places() -> None:
    mover = SyncMover(connections=2)
    with Server([answer(bytes(300_000))]) as server:
        for _ in range(5):
            mover.transport.send(request(server.url), PATIENT)
            assert len(pool_of(mover)._busy) == 0
        waits = mover.transport.send(request(server.url), PATIENT)
        around: list[object] = [waits]
        around.append(around)  # only garbage collection takes it
        del waits, around
        gc.collect()
        assert len(pool_of(mover)._busy) == 0
        assert pool_of(mover)._free == 2
    mover.close()


def test_responses_that_tasks_let_go_of_leave_their_places() -> None:
    async def run(url: str) -> None:
        mover = AsyncMover(connections=1)
        for _ in range(3):
            opened = await mover.transport.send(request(url), PATIENT)
            del opened
            gc.collect()
        opened = await mover.transport.send(request(url), PATIENT)
        waiting = asyncio.create_task(mover.aget(request(url)))
        await asyncio.sleep(0)
        del opened
        gc.collect()
        assert len((await waiting).body) == 300_000
        await mover.transport.aclose()

    with Server([answer(bytes(300_000))]) as server:
        asyncio.run(run(server.url))


def test_a_place_that_is_left_as_one_is_asked_for_is_given(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """As garbage collection does, at any point."""
    one = pool.Pool(1)
    assert one.ask() is None
    wire = one.take(Routes().find("http://127.0.0.1")[0])

    class Collecting(Future[None]):
        def __init__(self) -> None:
            super().__init__()
            one.drop(wire)

    monkeypatch.setattr(pool, "Future", Collecting)
    place = one.ask()
    assert place is not None
    assert place.done()
    assert one._free == 0


def test_there_is_at_least_one_connection() -> None:
    with pytest.raises(ValueError, match="at least 1"):
        StdlibTransport(connections=0)


# Processes


@pytest.mark.parametrize("kind", [SyncMover, AsyncMover])
@pytest.mark.filterwarnings("ignore:.*multi-threaded:DeprecationWarning")
def test_a_fork_has_connections_of_its_own(
    kind: type[SyncMover] | type[AsyncMover],
) -> None:
    mover = kind()
    with Server([answer(b"ok")]) as server:
        mover.get(request(server.url))
        process = os.fork()
        if not process:  # no test framework is to go on in here
            with contextlib.suppress(BaseException):
                mover.get(request(server.url), Timeout(total=10))
                mover.close()
                os._exit(7)
            os._exit(1)
        assert os.waitstatus_to_exitcode(os.waitpid(process, 0)[1]) == 7
        assert mover.get(request(server.url)).body == b"ok"
        mover.close()
        assert server.connections == 2  # the parent's is still its own
        assert len(server.requests) == 3


@pytest.mark.filterwarnings("ignore:.*multi-threaded:DeprecationWarning")
def test_the_threads_of_a_fork_have_the_same_connections(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """A second thread comes while the first makes the pool of the fork."""

    def meanwhile(limit: int) -> pool.Pool:
        monkeypatch.undo()
        other = threading.Thread(target=opened)
        other.start()
        other.join(20)
        return pool.Pool(limit)

    def opened() -> None:
        incoming.append(mover.transport.send(request(server.url), PATIENT))

    mover = SyncMover()
    incoming: list[Incoming] = []
    large = answer(bytes(300_000))
    with Server([answer(b"ok")], [large], [answer(b"ok")]) as server:
        mover.get(request(server.url))
        process = os.fork()
        if not process:  # no test framework is to go on in here
            with contextlib.suppress(BaseException):
                monkeypatch.setattr(stdlib, "Pool", meanwhile)
                assert mover.get(request(server.url)).body == b"ok"
                mover.close()  # which ends what the other thread has begun
                with pytest.raises(ConnectionLost, match="the transport was closed"):
                    list(incoming[0].chunks)
                os._exit(7)
            os._exit(1)
        assert os.waitstatus_to_exitcode(os.waitpid(process, 0)[1]) == 7
        assert mover.get(request(server.url)).body == b"ok"
        mover.close()
        assert server.connections == 3


def test_a_wire_that_nobody_has_connected_can_be_closed() -> None:
    wire = Wire(Routes().find("http://127.0.0.1")[0])
    wire.abort()
    wire.close()
    wire.close()
