"""The transports that send by httpx2: where they do more than it does, or otherwise."""

from __future__ import annotations

import os
import socket
import threading
from collections.abc import Iterator
from contextlib import closing, suppress
from typing import Any

import httpx2
import pytest
from fragmint.support.httpx2 import AsyncHttpx2Transport, Httpx2Transport

from .listening import Listener, answer, head_of
from .moving import AsyncMover, Mover, SyncMover, request


class Sync(SyncMover):
    kind = Httpx2Transport


class Async(AsyncMover):
    kind = AsyncHttpx2Transport


@pytest.fixture(params=[Sync, Async])
def mover(request: pytest.FixtureRequest) -> Iterator[Mover]:
    with closing(request.param()) as made:
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
