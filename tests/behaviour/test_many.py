"""Many calls of one client, side by side and one after another, by both transports."""

from __future__ import annotations

import asyncio
import json
import socket
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, aclosing, closing
from typing import Any
from urllib.parse import parse_qs

import pytest
from twilio_participants import AsyncClient, Client, ConnectionLost

from .callers import settings, stdlib
from .listening import Listener, answer, body_of, head_of
from .samples import CREATED, LEAST

MOST = 100
"""Connections of a client, as both transports come."""


class Echo:
    """Answers with the label that it was sent, and counts what is open."""

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
                [label] = parse_qs(body_of(connection, head, rest).decode())["Label"]
                made = json.dumps(CREATED | {"label": label}).encode()
                with self._lock:
                    self.answered += 1
                connection.sendall(answer(made, 201, "Content-Type: application/json"))
        finally:
            with self._lock:
                self.now -= 1


TRANSPORTS: dict[str, Any] = {
    "httpx2": (None, None),
    "stdlib": (stdlib.StdlibTransport, stdlib.AsyncStdlibTransport),
}


@pytest.fixture(params=TRANSPORTS.values(), ids=list(TRANSPORTS))
def transports(request: pytest.FixtureRequest) -> tuple[Any, Any]:
    """What makes a blocking and an awaiting transport; None is the package's own."""
    found: tuple[Any, Any] = request.param
    return found


@pytest.fixture
def client(transports: tuple[Any, Any]) -> Iterator[Callable[[str], Client]]:
    """Makes a client of the server at a URL, which is closed in the end."""
    make, _ = transports
    with ExitStack() as stack:

        def made(url: str) -> Client:
            options = (
                {"transport": stack.enter_context(closing(make()))} if make else {}
            )
            return stack.enter_context(Client(**settings(url, options)))

        yield made


def in_tasks(
    transports: tuple[Any, Any], url: str, run: Callable[[AsyncClient], Any]
) -> Any:
    """What `run` returns, with a client of the server at `url`."""
    _, make = transports

    async def main() -> Any:
        if make is None:
            async with AsyncClient(**settings(url, {})) as made:
                return await run(made)
        async with (
            aclosing(make()) as transport,
            AsyncClient(**settings(url, {"transport": transport})) as made,
        ):
            return await run(made)

    return asyncio.run(main())


def test_fifty_threads(client: Callable[[str], Client]) -> None:
    echo = Echo()
    with Listener(echo) as server:
        shared = client(server.url)

        def call(number: int) -> str | None:
            return shared.participants.create(**LEAST, label=f"n{number}").label

        with ThreadPoolExecutor(50) as threads:
            labels = list(threads.map(call, range(1000)))
        assert labels == [f"n{number}" for number in range(1000)]
        assert echo.answered == 1000
        assert server.connections <= 50


def test_five_hundred_tasks(transports: tuple[Any, Any]) -> None:
    echo = Echo()

    async def run(shared: AsyncClient) -> list[str | None]:
        made = await asyncio.gather(
            *(
                shared.participants.create(**LEAST, label=f"n{number}")
                for number in range(500)
            )
        )
        return [one.label for one in made]

    with Listener(echo) as server:
        labels = in_tasks(transports, server.url, run)
        assert labels == [f"n{number}" for number in range(500)]
        assert echo.answered == 500
        assert echo.most <= MOST
        server.gone()


def test_a_thousand_calls_of_a_client_by_one_connection(
    client: Callable[[str], Client],
) -> None:
    echo = Echo()
    with Listener(echo) as server:
        shared = client(server.url)
        for number in range(1000):
            label = f"n{number}"
            assert shared.participants.create(**LEAST, label=label).label == label
        assert (server.connections, echo.answered) == (1, 1000)


def test_a_thousand_calls_of_tasks_by_one_connection(
    transports: tuple[Any, Any],
) -> None:
    echo = Echo()

    async def run(shared: AsyncClient) -> None:
        for number in range(1000):
            label = f"n{number}"
            assert (
                await shared.participants.create(**LEAST, label=label)
            ).label == label

    with Listener(echo) as server:
        in_tasks(transports, server.url, run)
        assert (server.connections, echo.answered) == (1, 1000)
        server.gone()


def test_cancelled_calls_leak_no_connection(transports: tuple[Any, Any]) -> None:
    asked = threading.Semaphore(0)

    def serve(connection: socket.socket) -> None:
        """Reads a request, and never answers."""
        head, rest = head_of(connection)
        body_of(connection, head, rest)
        asked.release()
        assert connection.recv(1) == b""  # the client has gone

    async def run(shared: AsyncClient) -> None:
        calls = [
            asyncio.create_task(shared.participants.create(**LEAST, label=str(number)))
            for number in range(20)
        ]
        for _ in calls:
            await asyncio.to_thread(asked.acquire, timeout=20)
        for one in calls:
            one.cancel()
        ended = await asyncio.gather(*calls, return_exceptions=True)
        assert {type(one) for one in ended} == {asyncio.CancelledError}
        # While the client is still open.
        await asyncio.to_thread(server.gone)

    with Listener(serve) as server:
        in_tasks(transports, server.url, run)
        assert server.connections == 20


def test_closed_clients_leave_no_connection(transports: tuple[Any, Any]) -> None:
    make, _ = transports
    echo = Echo()
    with Listener(echo) as server:
        with ExitStack() as stack:
            options = (
                {"transport": stack.enter_context(closing(make()))} if make else {}
            )
            shared = stack.enter_context(Client(**settings(server.url, options)))
            with ThreadPoolExecutor(20) as threads:
                list(
                    threads.map(
                        lambda n: shared.participants.create(**LEAST, label=str(n)),
                        range(100),
                    )
                )
        server.gone()


def test_a_lost_connection_is_no_others_loss(client: Callable[[str], Client]) -> None:
    """One call of twenty is cut off in the middle of its answer."""

    def serve(connection: socket.socket) -> None:
        head, rest = head_of(connection)
        [label] = parse_qs(body_of(connection, head, rest).decode())["Label"]
        made = json.dumps(CREATED | {"label": label}).encode()
        whole = answer(made, 201, "Content-Type: application/json", "Connection: close")
        connection.sendall(whole[:-10] if label == "n7" else whole)

    with Listener(serve) as server:
        shared = client(server.url)

        def call(number: int) -> str | None:
            try:
                return shared.participants.create(**LEAST, label=f"n{number}").label
            except ConnectionLost:
                return None

        with ThreadPoolExecutor(20) as threads:
            labels = list(threads.map(call, range(20)))
        assert labels == [None if n == 7 else f"n{n}" for n in range(20)]
