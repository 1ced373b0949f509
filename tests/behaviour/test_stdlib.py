"""One request at a time by the transports of the standard library."""

from __future__ import annotations

import asyncio
import os
import socket
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import closing
from typing import Any

import pytest
from fragmint.support.errors import (
    ConnectFailed,
    ConnectionLost,
    TimedOut,
    TransportError,
)
from fragmint.support.http import Timeout
from fragmint.support.stdlib import StdlibTransport, pool, wire

from .listening import Listener, answer, body_of, head_of
from .moving import (
    PATIENT,
    AsyncMover,
    Mover,
    SyncMover,
    deaf,
    locals_of,
    request,
)
from .server import Reply, Server, Step

SECRET = "s3cr3t"
CHUNKED = b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n"
LONG = b"HTTP/1.1 200 OK\r\nContent-Length: 99999\r\n\r\n"

SOON = Timeout(connect=20.0, read=20.0, total=0.3)
# Far above what is allowed, for a slow machine; a stall that nothing ends lasts longer.
LONGEST = 15.0


@pytest.fixture(params=[SyncMover, AsyncMover], ids=["sync", "async"])
def mover(request: pytest.FixtureRequest) -> Iterator[Mover]:
    made: Mover = request.param()
    yield made
    made.close()


def refused(
    kind: type[TransportError], mover: Mover, url: str, **given: Any
) -> TransportError:
    """The error that comes of a request, which tells no secret."""
    timeout = {"timeout": given.pop("timeout")} if "timeout" in given else {}
    asked = request(f"{url}/{SECRET}?key={SECRET}", X_Key=SECRET, **given)
    with pytest.raises(kind) as raised:
        mover.get(asked, **timeout)
    assert type(raised.value) is kind
    error: BaseException | None = raised.value
    assert str(error).startswith(f"{asked.method} {url}: ")
    while error is not None:
        assert SECRET not in f"{error!r} {error} {vars(error)}"
        error = error.__cause__ or error.__context__
    return raised.value


# What goes out and what comes in


def test_a_request_and_its_response(mover: Mover) -> None:
    reply = answer(
        b"{}", 201, "X-One: 1", "X-One: 2", "X-Text: \xfc", "X-Folded: a\r\n b"
    )
    with Server([reply]) as server:
        got = mover.get(request(f"{server.url}/a?b=c#d", b"x=1", X_Name="ü"))
    assert (got.status, got.body) == (201, b"{}")
    assert got.headers == {
        "content-length": "2",
        "x-one": "1, 2",
        "x-text": "ü",
        "x-folded": "a b",
    }
    sent = server.request
    assert sent.line == b"POST /a?b=c HTTP/1.1"
    assert sent.body == b"x=1"
    agent = f"python/{sys.version_info.major}.{sys.version_info.minor}"
    assert sent.headers == {
        b"host": server.url.removeprefix("http://").encode(),
        b"user-agent": agent.encode(),
        b"accept-encoding": b"gzip, deflate",
        b"content-length": b"3",
        b"x-name": "ü".encode(),
    }


def test_what_the_caller_says_of_a_header_goes_before(mover: Mover) -> None:
    given = {"Host": "else", "user-agent": "mine", "ACCEPT-ENCODING": "br"}
    with Server([answer()]) as server:
        mover.get(request(server.url, b"", "GET", **given))
    assert server.request.line == b"GET / HTTP/1.1"
    assert server.request.headers == {
        name.lower().encode(): value.encode() for name, value in given.items()
    }


@pytest.mark.parametrize(
    ("method", "length"),
    [("GET", None), ("DELETE", None), ("POST", b"0"), ("PUT", b"0")],
)
def test_no_body(mover: Mover, method: str, length: bytes | None) -> None:
    with Server([answer()]) as server:
        mover.get(request(server.url, method=method))
    assert server.request.headers.get(b"content-length") == length


def test_a_path_beyond_ascii_is_escaped_and_what_is_escaped_stays(mover: Mover) -> None:
    with Server([answer()]) as server:
        mover.get(request(f"{server.url}/ü%2F a?b=é%20", method="GET"))
    assert server.request.target == b"/%C3%BC%2F%20a?b=%C3%A9%20"


@pytest.mark.parametrize(
    "reply",
    [
        b"HTTP/1.1 204 No\r\nContent-Length: 5\r\n\r\n",
        b"HTTP/1.1 204 No\r\nTransfer-Encoding: chunked\r\n\r\n",
        b"HTTP/1.1 304 Same\r\nContent-Length: 5\r\n\r\n",
    ],
)
def test_a_response_that_never_has_a_body(mover: Mover, reply: bytes) -> None:
    with Server([reply], [answer(b"next")]) as server:
        assert mover.get(request(server.url)).body == b""
        assert mover.get(request(server.url)).body == b"next"
        assert server.connections == 1


def test_head_has_no_body(mover: Mover) -> None:
    head = b"HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\n"
    with Server([head], [answer(b"next")]) as server:
        got = mover.get(request(server.url, method="HEAD"))
        assert (got.headers["content-length"], got.body) == ("5", b"")
        assert mover.get(request(server.url)).body == b"next"
        assert server.connections == 1


def test_interim_responses_are_passed_over(mover: Mover) -> None:
    early = (
        b"HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\n"
    )
    with Server([early + answer(b"ok")]) as server:
        got = mover.get(request(server.url))
    assert (got.status, got.body) == (200, b"ok")
    assert "link" not in got.headers


def test_chunks_that_come_are_put_together(mover: Mover) -> None:
    reply = CHUNKED + b"5;x=y\r\nhello\r\n1\r\n!\r\n0\r\nTrailer: t\r\n\r\n"
    with Server([reply], [answer(b"next")]) as server:
        assert mover.get(request(server.url)).body == b"hello!"
        assert mover.get(request(server.url)).body == b"next"
        assert server.connections == 1


@pytest.mark.parametrize("size", [b"5", b"05", b"0000000005", b"5 ;x", b'5;x="y"'])
def test_the_size_of_a_chunk(mover: Mover, size: bytes) -> None:
    with Server([CHUNKED + size + b"\r\nhello\r\n0\r\n\r\n"]) as server:
        assert mover.get(request(server.url)).body == b"hello"


@pytest.mark.parametrize(
    "line",
    [
        *(b"+5\r\n", b"-5\r\n", b"0x5\r\n", b" 5\r\n", b"0_5\r\n", b"5_0\r\n"),
        *(b"\r\n", b"5 x\r\n", b"5\n", b"\xd9\xa5\r\n", b"0" * 16 + b"5\r\n"),
    ],
)
def test_the_size_of_a_chunk_is_some_hexadecimal_digits(
    mover: Mover, line: bytes
) -> None:
    """What others may read in another way hides a response behind this one."""
    with Server([CHUNKED + line + b"hello\r\n0\r\n\r\n", Step.STALL]) as server:
        error = refused(ConnectionLost, mover, server.url)
    assert "not in chunks as it says" in str(error)


def test_a_chunk_ends_where_it_says(mover: Mover) -> None:
    with Server([CHUNKED + b"4\r\nhello\r\n0\r\n\r\n", Step.STALL]) as server:
        error = refused(ConnectionLost, mover, server.url)
    assert "not in chunks as it says" in str(error)


def test_a_body_that_ends_with_the_connection(mover: Mover) -> None:
    with Server([b"HTTP/1.1 200 OK\r\n\r\nhello", Step.CLOSE]) as server:
        assert mover.get(request(server.url)).body == b"hello"


def test_what_came_is_there_before_the_rest_has_come(mover: Mover) -> None:
    with Server([CHUNKED + b"5\r\nhello\r\n", Step.STALL]) as server:
        assert mover.first(request(server.url)) == b"hello"


def test_what_was_given_up_is_not_whole(mover: Mover) -> None:
    with (
        Server([CHUNKED + b"5\r\nhello\r\n", Step.STALL]) as server,
        pytest.raises(ConnectionLost, match="closed before the response had ended"),
    ):
        mover.beyond(request(server.url))


def test_to_close_it_in_another_thread_wakes_who_waits_for_it() -> None:
    with (
        Server([CHUNKED + b"5\r\nhello\r\n", Step.STALL]) as server,
        closing(StdlibTransport()) as transport,
    ):
        incoming = transport.send(request(server.url), PATIENT)
        assert next(incoming.chunks) == b"hello"
        threading.Timer(0.1, incoming.close).start()
        with pytest.raises(ConnectionLost, match="closed"):
            next(incoming.chunks)


def test_a_large_body_both_ways(mover: Mover) -> None:
    large = os.urandom(1 << 20) * 3
    with Server([answer(large)]) as server:
        assert mover.get(request(server.url, large)).body == large
        assert server.request.body == large


class Kept:
    """Keeps what a connection brings, and answers each request."""

    def __init__(self) -> None:
        self.heads: list[bytes] = []
        self.bodies: list[bytes] = []

    def __call__(self, connection: socket.socket) -> None:
        while True:
            head, rest = head_of(connection)
            self.heads.append(head)
            self.bodies.append(body_of(connection, head, rest))
            connection.sendall(answer(b"ok"))


def test_a_body_in_pieces_goes_in_chunks(mover: Mover) -> None:
    kept = Kept()
    with Listener(kept) as server:
        pieces = (piece for piece in (b"hello", b"", b"0123456789abcdef"))
        assert mover.get(request(server.url, pieces)).body == b"ok"
        assert mover.get(request(server.url, [])).body == b"ok"
        assert server.connections == 1
    assert kept.bodies == [
        b"5\r\nhello\r\n10\r\n0123456789abcdef\r\n0\r\n\r\n",
        b"0\r\n\r\n",
    ]
    assert b"\r\nTransfer-Encoding: chunked" in kept.heads[0]
    assert b"content-length" not in kept.heads[0].lower()


def test_a_body_in_pieces_may_have_its_length(mover: Mover) -> None:
    with Server([answer(b"ok")]) as server:
        mover.get(request(server.url, [b"he", b"llo"], content_length="5"))
    assert server.request.body == b"hello"
    assert b"transfer-encoding" not in server.request.headers


@pytest.mark.parametrize("body", [[b"hell"], [b"hell", b"o", b"!"], b"hello!"])
def test_a_body_of_another_length_than_said(
    mover: Mover, body: bytes | list[bytes]
) -> None:
    kept = Kept()
    with Listener(kept) as server:
        error = refused(
            ConnectionLost, mover, server.url, body=body, content_length="5"
        )
        server.gone()
    assert "not as long as its Content-Length" in str(error)
    assert kept.bodies in ([], [b"hello"])  # and nothing behind it


def test_an_error_of_the_body_is_the_callers(mover: Mover) -> None:
    def pieces() -> Iterator[bytes]:
        yield SECRET.encode()
        raise OSError("the file is gone")

    with Listener(Kept()) as server:
        with pytest.raises(OSError, match="the file is gone") as raised:
            mover.get(request(server.url, pieces(), x_key=SECRET))
        server.gone()
    assert SECRET not in locals_of(raised.value)


@pytest.mark.parametrize("body", [SECRET.encode(), [SECRET.encode()]])
def test_what_interrupts_a_call_tells_no_secret(
    mover: Mover, body: bytes | list[bytes], monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupt(*_: object, **__: object) -> None:
        raise RuntimeError("as Ctrl-C does")

    with Server([Step.STALL]) as server:
        monkeypatch.setattr(wire.Wire, "_done", interrupt)
        with pytest.raises(RuntimeError, match="as Ctrl-C does") as raised:
            mover.get(request(server.url, body, x_key=SECRET))
    assert SECRET not in locals_of(raised.value)


def test_an_answer_before_the_body_has_gone(mover: Mover) -> None:
    def serve(connection: socket.socket) -> None:
        head_of(connection)
        connection.sendall(answer(b"too large", 413, "Connection: close"))
        connection.shutdown(socket.SHUT_WR)
        with connection.makefile("rb") as rest:
            rest.read(1 << 20)

    with Listener(serve) as server:
        pieces = (bytes(1 << 16) for _ in range(1000))
        got = mover.get(request(server.url, pieces))
        assert (got.status, got.body) == (413, b"too large")


# The connection, and the next request


def test_a_thousand_calls_by_one_connection(mover: Mover) -> None:
    with Server([answer(b"{}")]) as server:
        asked = request(server.url, b"x=1")
        if isinstance(mover, SyncMover):
            for _ in range(1000):
                assert mover.get(asked).body == b"{}"
        else:
            asynchronous = mover

            async def run() -> None:
                for _ in range(1000):
                    assert (await asynchronous.aget(asked)).body == b"{}"

            asyncio.run(run())
        assert (server.connections, len(server.requests)) == (1, 1000)


@pytest.mark.parametrize("end", [Step.CLOSE, Step.RESET])
def test_a_connection_that_the_server_has_closed_is_not_used(
    mover: Mover, end: Step
) -> None:
    with Server([answer(b"one"), end]) as server:
        assert mover.get(request(server.url)).body == b"one"
        while server._open:  # until it is closed
            time.sleep(0.005)
        assert mover.get(request(server.url)).body == b"one"
        assert server.connections == 2


@pytest.mark.parametrize(
    ("end", "kind", "again"),
    [(Step.CLOSE, ConnectionLost, "safe"), (Step.RESET, ConnectFailed, "always")],
)
def test_a_connection_that_ends_as_the_request_goes_out(
    mover: Mover,
    monkeypatch: pytest.MonkeyPatch,
    end: Step,
    kind: type[TransportError],
    again: str,
) -> None:
    """After an end nobody knows what the server has read; after a reset, nothing."""
    monkeypatch.setattr(wire.Wire, "silent", lambda _: True)
    with Server([answer(b"one"), end]) as server:
        assert mover.get(request(server.url)).body == b"one"
        while server._open:  # until it is closed
            time.sleep(0.005)
        error = refused(kind, mover, server.url)
    assert error.again == again


@pytest.mark.parametrize("pause", [0.0, 0.1])
def test_a_connection_with_more_than_the_response_is_not_used(
    mover: Mover, pause: float
) -> None:
    """What is there would be taken for the next response."""
    forged = answer(b"forged")

    def serve(connection: socket.socket) -> None:
        head_of(connection)
        if pause:
            connection.sendall(answer(b"one"))
            time.sleep(pause)
            connection.sendall(forged)
        else:
            connection.sendall(answer(b"one") + forged)
        sent.set()
        head_of(connection)

    sent = threading.Event()
    with Listener(serve) as server:
        assert mover.get(request(server.url)).body == b"one"
        assert sent.wait(20)
        assert mover.get(request(server.url)).body == b"one"
        assert server.connections == 2


def test_a_connection_that_is_to_be_closed_is_not_used(mover: Mover) -> None:
    for line in ("Connection: close", "Transfer-Encoding: chunked"):
        reply = answer(b"0\r\n\r\n", 200, line)
        with Server([reply]) as server:
            mover.get(request(server.url))
            mover.get(request(server.url))
            assert server.connections == 2, line


def test_a_connection_that_has_been_idle_for_long_is_not_used(
    mover: Mover, monkeypatch: pytest.MonkeyPatch
) -> None:
    with Server([answer(b"one")]) as server:
        mover.get(request(server.url))
        monkeypatch.setattr(pool, "_IDLE", -1.0)
        mover.get(request(server.url))
        assert server.connections == 2


def test_a_body_that_is_not_read_to_its_end_ends_the_connection(mover: Mover) -> None:
    def serve(connection: socket.socket) -> None:
        head_of(connection)
        connection.sendall(LONG + bytes(50_000))
        head_of(connection)

    with Listener(serve) as server:
        assert mover.first(request(server.url))
        server.gone()


def test_each_origin_has_its_connections(mover: Mover) -> None:
    with Server([answer(b"one")]) as one, Server([answer(b"two")]) as two:
        for _ in range(2):
            assert mover.get(request(one.url)).body == b"one"
            assert mover.get(request(two.url)).body == b"two"
        assert (one.connections, two.connections) == (1, 1)


# Connections that break


ODD = b"HTTP/1.1 200 OK\r\nX: a%bb\r\n\r\n"
BROKEN: list[tuple[str, Reply, str]] = [
    ("no answer", [Step.CLOSE], "without response"),
    ("half a status line", [b"HTTP/1.1 2", Step.CLOSE], ""),
    ("half a name", [b"HTTP/1.1 200 OK\r\nConte", Step.CLOSE], "it ended before"),
    ("a whole header", [b"HTTP/1.1 200 OK\r\nX: y\r\n", Step.CLOSE], "it ended before"),
    ("half a header", [b"HTTP/1.1 200 OK\r\nX: y", Step.CLOSE], "it ended before"),
    ("no header", [b"HTTP/1.1 200 OK\r\nX y\r\n\r\n", Step.STALL], "is not HTTP"),
    ("an odd header", [b"HTTP/1.1 200 OK\r\nX : y\r\n\r\n", Step.STALL], "is not HTTP"),
    ("a blank first", [b"HTTP/1.1 200 OK\r\n x: y\r\n\r\n", Step.STALL], "is not HTTP"),
    ("HTTP/2", [b"HTTP/2 200\r\n\r\n", Step.STALL], "is not HTTP"),
    ("no status", [b"HTTP/1.1 20x OK\r\n\r\n", Step.STALL], "is not HTTP"),
    (
        "endless headers",
        [b"HTTP/1.1 200 OK\r\n" + b"X: y\r\n" * 300, Step.STALL],
        "there are too many headers",
    ),
    ("half the body", [answer(b"hello")[:-2], Step.CLOSE], "it ended before"),
    ("half a long body", [LONG + b"hello", Step.CLOSE], "it ended before"),
    ("half a chunk", [CHUNKED + b"ff\r\n{", Step.CLOSE], "it ended before"),
    ("no last chunk", [CHUNKED + b"2\r\n{}\r\n", Step.CLOSE], "it ended before"),
    ("no chunk", [CHUNKED + b"zz\r\n{}\r\n", Step.CLOSE], "not in chunks"),
    ("no HTTP", [b"SSH-2.0-OpenSSH_9.6\r\n\r\n", Step.CLOSE], "is not HTTP"),
    ("reset at once", [Step.RESET], "reset"),
    ("reset in the headers", [b"HTTP/1.1 200 OK\r\n", Step.RESET], "reset"),
    ("reset in the body", [LONG + b"hello", Step.RESET], "reset"),
    (
        "an endless line",
        [b"HTTP/1.1 200 OK\r\nX: " + bytes(300_000), Step.STALL],
        "a header is too long",
    ),
    ("a NUL", [ODD % b"\0", Step.STALL], "is not HTTP"),
    ("half a line break", [ODD % b"\r", Step.STALL], "is not HTTP"),
    ("an escape", [ODD % b"\x1b", Step.STALL], "is not HTTP"),
    ("a trailer that is none", [CHUNKED + b"0\r\nX y\r\n\r\n", Step.STALL], "not HTTP"),
    (
        "an endless trailer",
        [CHUNKED + b"0\r\nX: " + bytes(300_000), Step.STALL],
        "a header is too long",
    ),
    (
        "endless words beside the size of a chunk",
        [CHUNKED + b"1;x=" + bytes(300_000), Step.STALL],
        "a header is too long",
    ),
    (
        "no length",
        [b"HTTP/1.1 200 OK\r\nContent-Length: -5\r\n\r\n", Step.STALL],
        "is no length",
    ),
    (
        "two lengths",
        [b"HTTP/1.1 200 OK\r\nContent-Length: 5\r\nContent-Length: 6\r\n\r\n"],
        "is no length",
    ),
    (
        "an unknown coding",
        [b"HTTP/1.1 200 OK\r\nTransfer-Encoding: gzip, chunked\r\n\r\n", Step.STALL],
        "not understood",
    ),
    (
        "a coding with the sign of the kelvin",
        [CHUNKED.replace(b"k", "\u212a".encode()) + b"0\r\n\r\n", Step.STALL],
        "not understood",
    ),
]


@pytest.mark.parametrize(
    ("reply", "why"),
    [(reply, why) for _, reply, why in BROKEN],
    ids=[name for name, _, _ in BROKEN],
)
def test_a_broken_connection(mover: Mover, reply: Reply, why: str) -> None:
    with Server(reply) as server:
        error = refused(ConnectionLost, mover, server.url)
        assert "the connection broke (" in str(error)
        assert why in str(error)
        # The server may have acted on the first.
        assert len(server.requests) == 1


def test_an_echo_tells_no_secret(mover: Mover) -> None:
    def serve(connection: socket.socket) -> None:
        connection.sendall(connection.recv(65536))

    with Listener(serve) as server:
        refused(ConnectionLost, mover, server.url)


def test_nobody_listens(mover: Mover) -> None:
    with socket.socket() as bound:
        # Bound and not listening: nobody else can come to listen there meanwhile.
        bound.bind(("127.0.0.1", 0))
        url = f"http://127.0.0.1:{bound.getsockname()[1]}"
        error = refused(ConnectFailed, mover, url)
    assert "refused" in str(error)
    assert "nothing was sent" in str(error)


@pytest.mark.parametrize(
    "url",
    [
        "ftp://127.0.0.1/orders",
        "http:///orders",
        "http://127.0.0.1:99999/orders",
        "http://127.0.0.1:x/orders",
        "http://[::1/orders",
        "http://a..b/orders",
        f"http://user:{SECRET}@127.0.0.1/orders",
        "nowhere",
        "",
    ],
)
def test_a_url_that_cannot_be_called(mover: Mover, url: str) -> None:
    with pytest.raises(ConnectFailed, match="nothing was sent"):
        mover.get(request(url))


@pytest.mark.parametrize(
    "headers",
    [
        {"X": f"{SECRET}\r\nY: 1"},
        {"X": f"{SECRET}\nY"},
        {"X": f"{SECRET}\r"},
        {"X": f"\0{SECRET}"},
        {"X: Y\r\nZ": SECRET},
        {"X ": SECRET},
        {"ü": SECRET},
        {"Transfer-Encoding": "chunked"},
        {"transfer-encoding": "identity"},
        {"Content-Length": "+0"},
        {"Content-Length": "0_0"},
        {"Content-Length": "\u0660"},
        {"Content-Length": ""},
        {"Content-Length": "0", "content-length": "0"},
        {"Host": "a.example", "host": "b.example"},
    ],
)
def test_a_header_that_is_none_is_not_sent(
    mover: Mover, headers: dict[str, str]
) -> None:
    with Listener(Kept()) as server:
        error = refused(ConnectFailed, mover, server.url, **headers)
        assert server.connections == 0
    assert "nothing was sent" in str(error)


# Waiting


STALLS: list[tuple[str, Reply]] = [
    ("before the headers", [Step.STALL]),
    ("in the headers", [b"HTTP/1.1 200 OK\r\nContent-", Step.STALL]),
    ("in the body", [LONG + b"hello", Step.STALL]),
    ("in a small body", [answer(b"hello")[:-2], Step.STALL]),
    ("in a chunk", [CHUNKED + b"ff\r\n{", Step.STALL]),
    ("before the last chunk", [CHUNKED + b"1\r\n{\r\n", Step.STALL]),
]
DRIPS: list[tuple[str, Reply]] = [
    ("a dripping status", [Step.DRIP]),
    ("dripping headers", [b"HTTP/1.1 200 OK\r\nX: ", Step.DRIP]),
    ("a dripping body", [LONG, Step.DRIP]),
    ("a dripping small body", [answer(bytes(999))[:-999], Step.DRIP]),
    ("a dripping size of a chunk", [CHUNKED, Step.DRIP]),
    ("a dripping chunk", [CHUNKED + b"ffff\r\n", Step.DRIP]),
    ("a dripping trailer", [CHUNKED + b"0\r\nX: ", Step.DRIP]),
]


def stopped(mover: Mover, url: str, timeout: Timeout, said: str, **given: Any) -> None:
    begun = time.monotonic()
    error = refused(TimedOut, mover, url, timeout=timeout, **given)
    assert time.monotonic() - begun < LONGEST
    assert said in str(error)
    assert "may have been acted on" in str(error)


@pytest.mark.parametrize(
    "reply", dict(STALLS + DRIPS).values(), ids=dict(STALLS + DRIPS)
)
def test_the_whole_call_has_a_bound(mover: Mover, reply: Reply) -> None:
    with Server(reply) as server:
        stopped(mover, server.url, SOON, "0.3 s")


@pytest.mark.parametrize("reply", dict(STALLS).values(), ids=dict(STALLS))
def test_the_wait_for_bytes_has_a_bound(mover: Mover, reply: Reply) -> None:
    with Server(reply) as server:
        stopped(mover, server.url, Timeout(read=0.2, total=None), "0.2 s")


def test_what_drips_is_no_stall(mover: Mover) -> None:
    replies: Reply = [answer(bytes(10))[:-10], Step.DRIP]
    with Server(replies) as server:
        got = mover.get(request(server.url), Timeout(read=20, total=None))
    assert got.body == b" " * 10


def test_a_server_that_does_not_read_what_is_sent(mover: Mover) -> None:
    def serve(connection: socket.socket) -> None:
        server.closing.wait(30)

    with Listener(serve) as server:
        body = (bytes(1 << 20) for _ in range(100))
        timeout = Timeout(read=0.2, total=None)
        stopped(mover, server.url, timeout, "0.2 s", body=body)


@pytest.mark.parametrize("bounds", [(0.2, None), (0.2, 20.0), (20.0, 0.2), (None, 0.2)])
def test_connecting_has_a_bound(
    mover: Mover, bounds: tuple[float | None, float | None]
) -> None:
    connect, total = bounds
    timeout = Timeout(connect=connect, read=20.0, total=total)
    with deaf() as port:
        begun = time.monotonic()
        url = f"http://127.0.0.1:{port}"
        error = refused(ConnectFailed, mover, url, timeout=timeout)
        assert time.monotonic() - begun < LONGEST
    assert "no connection within 0.2 s; nothing was sent" in str(error)


def test_looking_up_a_name_has_a_bound(
    mover: Mover, monkeypatch: pytest.MonkeyPatch
) -> None:
    over = threading.Event()

    def look(host: bytes, *_: object, flags: int = 0, **__: object) -> Any:
        if flags:
            raise socket.gaierror("no number")
        over.wait(20)
        raise socket.gaierror("no such name")

    monkeypatch.setattr(socket, "getaddrinfo", look)
    begun = time.monotonic()
    error = refused(
        ConnectFailed, mover, "http://slow.example", timeout=Timeout(connect=0.2)
    )
    assert time.monotonic() - begun < LONGEST
    assert "no connection within 0.2 s; nothing was sent" in str(error)
    over.set()
    error = refused(ConnectFailed, mover, "http://none.example")
    assert "no connection (no such name); nothing was sent" in str(error)


def test_an_address_that_does_not_answer_leaves_time_for_the_next(
    mover: Mover, monkeypatch: pytest.MonkeyPatch
) -> None:
    with Server([answer(b"ok")]) as server, deaf() as port:
        kind = (socket.AF_INET, socket.SOCK_STREAM, 6, "")
        found = [(*kind, ("127.0.0.1", one)) for one in (port, server.port)]
        monkeypatch.setattr(socket, "getaddrinfo", lambda *_, **__: found)
        got = mover.get(request("http://two.example"), Timeout(connect=1, total=20))
    assert got.body == b"ok"


@pytest.mark.parametrize("bound", [None, 1e9])
def test_no_bound_at_all(mover: Mover, bound: float | None) -> None:
    with Server([answer(b"ok")]) as server:
        got = mover.get(
            request(server.url), Timeout(connect=bound, read=bound, total=bound)
        )
    assert got.body == b"ok"
