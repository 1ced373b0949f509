"""TLS, proxies, and a package without anything from elsewhere."""

from __future__ import annotations

import contextlib
import json
import os
import socket
import ssl
import subprocess
import sys
import threading
from base64 import b64encode
from collections.abc import Iterator
from pathlib import Path

import pytest
import trustme
from fragmint.config import Target
from fragmint.pipeline import generate
from fragmint.support.errors import ConnectFailed, ConnectionLost, TransportError
from fragmint.support.http import Timeout
from fragmint.support.stdlib.routes import Route, Routes
from fragmint.support.stdlib.wire import Wire

from .listening import Listener, answer, head_of
from .moving import AsyncMover, Mover, SyncMover, locals_of, request
from .server import Server

Kind = type[SyncMover] | type[AsyncMover]


@pytest.fixture(params=[SyncMover, AsyncMover], ids=["sync", "async"])
def kind(request: pytest.FixtureRequest) -> Kind:
    chosen: Kind = request.param
    return chosen


@contextlib.contextmanager
def moving(kind: Kind, context: ssl.SSLContext | None = None) -> Iterator[Mover]:
    mover = kind(context=context)
    try:
        yield mover
    finally:
        mover.close()


@pytest.fixture(scope="module")
def authority() -> trustme.CA:
    return trustme.CA()


def serving(authority: trustme.CA, *names: str) -> ssl.SSLContext:
    context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    authority.issue_cert(*names).configure_cert(context)
    return context


def trusting(authority: trustme.CA) -> ssl.SSLContext:
    context = ssl.create_default_context()
    authority.configure_trust(context)
    return context


def greet(connection: socket.socket) -> None:
    while True:
        head, _ = head_of(connection)
        connection.sendall(answer(head.split(b"\r\n")[0]))


# TLS


def test_a_server_that_is_trusted(kind: Kind, authority: trustme.CA) -> None:
    with (
        Listener(greet, serving(authority, "127.0.0.1")) as server,
        moving(kind, trusting(authority)) as mover,
    ):
        for _ in range(3):
            got = mover.get(request(f"{server.url}/a"))
            assert got.body == b"POST /a HTTP/1.1"
        assert server.connections == 1


def test_what_the_system_trusts_is_trusted(
    kind: Kind, authority: trustme.CA, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    trusted = tmp_path / "trusted.pem"
    authority.cert_pem.write_to_path(trusted)
    monkeypatch.setenv("SSL_CERT_FILE", str(trusted))
    with (
        Listener(greet, serving(authority, "127.0.0.1")) as server,
        moving(kind) as mover,
    ):
        assert mover.get(request(server.url)).status == 200


def untrusted(mover: Mover, server: Listener, why: str) -> None:
    with pytest.raises(ConnectFailed, match=why) as raised:
        mover.get(request(f"{server.url}/a?key=s3cr3t"))
    assert "nothing was sent" in str(raised.value)
    assert "s3cr3t" not in str(raised.value)


def test_a_server_that_is_not_trusted(kind: Kind, authority: trustme.CA) -> None:
    with (
        Listener(greet, serving(authority, "127.0.0.1")) as server,
        moving(kind) as mover,
    ):
        untrusted(mover, server, "CERTIFICATE_VERIFY_FAILED")


def test_a_server_with_the_name_of_another(kind: Kind, authority: trustme.CA) -> None:
    with (
        Listener(greet, serving(authority, "other.example")) as server,
        moving(kind, trusting(authority)) as mover,
    ):
        untrusted(mover, server, "IP address mismatch")


def test_a_server_without_tls(kind: Kind, authority: trustme.CA) -> None:
    def serve(connection: socket.socket) -> None:
        connection.recv(65536)
        connection.sendall(answer(b"what?", 400))

    with Listener(serve) as server, moving(kind, trusting(authority)) as mover:
        server.url = server.url.replace("http:", "https:")
        untrusted(mover, server, "SSL")


def test_a_handshake_that_stalls(kind: Kind, authority: trustme.CA) -> None:
    def serve(connection: socket.socket) -> None:
        server.closing.wait(30)

    with Listener(serve) as server, moving(kind, trusting(authority)) as mover:
        url = server.url.replace("http:", "https:")
        with pytest.raises(ConnectFailed, match=r"no connection within 0\.2 s"):
            mover.get(request(url), Timeout(connect=0.2, read=20, total=20))


def test_a_certificate_of_ones_own(kind: Kind, authority: trustme.CA) -> None:
    asking = serving(authority, "127.0.0.1")
    asking.verify_mode = ssl.CERT_REQUIRED
    authority.configure_trust(asking)
    own = trusting(authority)
    authority.issue_cert("me@shop.example").configure_cert(own)
    with Listener(greet, asking) as server:
        with moving(kind, own) as mover:
            assert mover.get(request(server.url)).status == 200
        # In TLS 1.3 a server tells only after the client has begun to send.
        with (
            moving(kind, trusting(authority)) as mover,
            pytest.raises(TransportError) as raised,
        ):
            mover.get(request(server.url))
        assert isinstance(raised.value, ConnectFailed | ConnectionLost)


def test_a_connection_by_tls_that_the_server_has_closed(
    kind: Kind, authority: trustme.CA
) -> None:
    def once(connection: socket.socket) -> None:
        head_of(connection)
        connection.sendall(answer(b"ok"))

    with (
        Listener(once, serving(authority, "127.0.0.1")) as server,
        moving(kind, trusting(authority)) as mover,
    ):
        for _ in range(3):
            assert mover.get(request(server.url)).body == b"ok"
            server.gone()
        assert server.connections == 3


def test_an_end_that_tls_knows_nothing_of(kind: Kind, authority: trustme.CA) -> None:
    """Anyone on the way can end a connection, and what has no length would be whole."""

    def serve(connection: socket.socket) -> None:
        head, _ = head_of(connection)
        connection.sendall(b"HTTP/1.1 200 OK\r\n\r\nhello")
        if b"/whole" in head:
            assert isinstance(connection, ssl.SSLSocket)
            connection.unwrap()

    with (
        Listener(serve, serving(authority, "127.0.0.1")) as server,
        moving(kind, trusting(authority)) as mover,
    ):
        assert mover.get(request(f"{server.url}/whole")).body == b"hello"
        with pytest.raises(ConnectionLost, match="connection broke"):
            mover.get(request(f"{server.url}/cut"))


def test_a_large_body_by_tls(kind: Kind, authority: trustme.CA) -> None:
    large = os.urandom(1 << 20)

    def serve(connection: socket.socket) -> None:
        _, rest = head_of(connection)
        while len(rest) < len(large):
            rest += connection.recv(65536)
        connection.sendall(answer(rest))

    with (
        Listener(serve, serving(authority, "127.0.0.1")) as server,
        moving(kind, trusting(authority)) as mover,
    ):
        assert mover.get(request(server.url, large)).body == large


# Proxies


class Proxy:
    """Keeps what it is asked for, and joins whoever asks for a tunnel to `port`."""

    def __init__(self, port: int = 0, refusal: bytes = b"") -> None:
        self.heads: list[bytes] = []
        self._port = port
        self._refusal = refusal

    def __call__(self, connection: socket.socket) -> None:
        while True:
            head, _ = head_of(connection)
            self.heads.append(head)
            if self._refusal:
                connection.sendall(self._refusal)
            elif head.startswith(b"CONNECT "):
                self._join(connection)
                return
            else:
                connection.sendall(answer(b"by proxy"))

    def _join(self, connection: socket.socket) -> None:
        with socket.create_connection(("127.0.0.1", self._port)) as server:
            connection.sendall(b"HTTP/1.1 200 Connected\r\nX: y\r\n\r\n")
            back = threading.Thread(target=pour, args=[server, connection])
            back.start()
            pour(connection, server)
            back.join()


def pour(one: socket.socket, other: socket.socket) -> None:
    with contextlib.suppress(OSError):
        while data := one.recv(65536):
            other.sendall(data)
    for end in (one, other):
        with contextlib.suppress(OSError):
            end.shutdown(socket.SHUT_RDWR)


LOGIN = "us%65r:s3cr3t"
BASIC = b"Proxy-Authorization: Basic " + b64encode(b"user:s3cr3t")


def test_a_proxy_reads_what_is_for_http(
    kind: Kind, monkeypatch: pytest.MonkeyPatch
) -> None:
    proxy = Proxy()
    with Listener(proxy) as server:
        monkeypatch.setenv("HTTP_PROXY", f"http://{LOGIN}@127.0.0.1:{server.port}")
        with moving(kind) as mover:
            for path in ("/a?b=c", ""):
                got = mover.get(request(f"http://Shop.example:80{path}"))
                assert got.body == b"by proxy"
        assert server.connections == 1
    first, second = (head.split(b"\r\n") for head in proxy.heads)
    assert first[:2] == [
        b"POST http://shop.example/a?b=c HTTP/1.1",
        b"Host: shop.example",
    ]
    assert second[0] == b"POST http://shop.example/ HTTP/1.1"
    assert BASIC in first


def test_a_tunnel_for_https(
    kind: Kind, authority: trustme.CA, monkeypatch: pytest.MonkeyPatch
) -> None:
    with Listener(greet, serving(authority, "shop.example")) as server:
        proxy = Proxy(server.port)
        with Listener(proxy) as between:
            where = f"http://{LOGIN}@127.0.0.1:{between.port}"
            monkeypatch.setenv("HTTPS_PROXY", where)
            with moving(kind, trusting(authority)) as mover:
                for _ in range(2):
                    got = mover.get(request("https://shop.example/a"))
                    assert got.body == b"POST /a HTTP/1.1"
        assert (between.connections, server.connections) == (1, 1)
    [asked] = (head.split(b"\r\n") for head in proxy.heads)
    assert asked == [
        b"CONNECT shop.example:443 HTTP/1.1",
        b"Host: shop.example:443",
        BASIC,
    ]


@pytest.mark.parametrize(
    ("refusal", "why"),
    [
        (answer(b"s3cr3t", 407, "Connection: close"), "the proxy answers 407"),
        (b"HTTP/1.1 s3cr3t\r\n\r\n", "what came is not HTTP"),
    ],
)
def test_a_proxy_that_refuses_a_tunnel(
    kind: Kind, refusal: bytes, why: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    with Listener(Proxy(refusal=refusal)) as server:
        monkeypatch.setenv("ALL_PROXY", f"http://{LOGIN}@127.0.0.1:{server.port}")
        with moving(kind) as mover, pytest.raises(ConnectFailed, match=why) as raised:
            mover.get(request("https://shop.example/a"))
    assert "s3cr3t" not in str(raised.value)
    assert raised.value.__context__ is None


def test_what_interrupts_the_making_of_a_tunnel_tells_no_secret(
    kind: Kind, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupt(*_: object) -> None:
        raise RuntimeError("as Ctrl-C does")

    with Listener(Proxy()) as server:
        monkeypatch.setenv("ALL_PROXY", f"http://{LOGIN}@127.0.0.1:{server.port}")
        monkeypatch.setattr(Wire, "_done", interrupt)
        with moving(kind) as mover, pytest.raises(RuntimeError, match="Ctrl") as raised:
            mover.get(request("https://shop.example/a"))
    assert BASIC.decode() not in locals_of(raised.value)
    assert "'tunnel': <memory at" in locals_of(raised.value)


def test_a_tunnel_does_not_let_the_proxy_answer_for_the_server(
    kind: Kind, authority: trustme.CA, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nor what the proxy puts behind its own answer."""
    refusal = b"HTTP/1.1 200 Connected\r\n\r\n" + answer(b"forged")
    with Listener(Proxy(refusal=refusal)) as server:
        monkeypatch.setenv("HTTPS_PROXY", f"127.0.0.1:{server.port}")
        with moving(kind, trusting(authority)) as mover, pytest.raises(ConnectFailed):
            mover.get(request("https://shop.example/a"), Timeout(connect=0.5, total=20))


@pytest.mark.parametrize(
    "proxy", ["socks5://u:s3cr3t@x:1", "https://u:s3cr3t@x:1", "http://u:s3cr3t@:x"]
)
def test_a_proxy_of_another_kind(
    kind: Kind, proxy: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HTTP_PROXY", proxy)
    with (
        moving(kind) as mover,
        pytest.raises(ConnectFailed, match="like http://host:port") as raised,
    ):
        mover.get(request("http://shop.example"))
    assert "s3cr3t" not in str(raised.value)


def test_no_proxy_for_some(kind: Kind, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HTTP_PROXY", "http://127.0.0.1:1")
    monkeypatch.setenv("NO_PROXY", "127.0.0.1,.shop.example")
    with Server([answer(b"straight")]) as server, moving(kind) as mover:
        assert mover.get(request(server.url)).body == b"straight"
    routes = Routes()
    assert routes.find("http://a.shop.example")[0].host == "a.shop.example"
    assert routes.find("http://other.example")[0].host == "127.0.0.1"


# Routes

BOOKS = "xn--bcher-kva.example"


@pytest.mark.parametrize(
    ("url", "route", "target"),
    [
        ("http://a", Route("a", 80, None, "a"), "/"),
        ("HTTPS://A:443/", Route("a", 443, "a", "a"), "/"),
        ("http://a:443/b", Route("a", 443, None, "a:443"), "/b"),
        ("https://[::1]:8/?q", Route("::1", 8, "::1", "[::1]:8"), "/?q"),
        ("http://a?q#f", Route("a", 80, None, "a"), "/?q"),
        ("http://a#f/g", Route("a", 80, None, "a"), "/"),
        ("http://a?q/r#f/g#h", Route("a", 80, None, "a"), "/?q/r"),
        ("http://bücher.example", Route(BOOKS, 80, None, BOOKS), "/"),
    ],
)
def test_routes(url: str, route: Route, target: str) -> None:
    assert Routes().find(url) == (route, target)


def test_a_route_is_not_that_of_a_name_that_begins_alike() -> None:
    routes = Routes()
    for rest in ("", "/", "?q", "/a/b"):
        for name in ("a", "ab", "abc"):
            assert routes.find(f"http://{name}{rest}")[0].host == name


def test_routes_are_not_kept_without_end() -> None:
    routes = Routes()
    for number in range(2000):
        routes.find(f"http://{number}.example")
    assert len(routes._known) <= 256


def test_a_route_tells_no_secret(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ALL_PROXY", f"http://{LOGIN}@proxy.example:3128")
    for url in ("http://shop.example", "https://shop.example"):
        route, _ = Routes().find(url)
        assert repr(route) == "<Route to shop.example by proxy.example:3128>"


# A package


DESCRIPTION = {
    "openapi": "3.1.1",
    "info": {"title": "Pets", "version": "1"},
    "paths": {
        "/pets": {
            "post": {
                "operationId": "addPet",
                "tags": ["Pets"],
                "requestBody": {
                    "content": {
                        "application/json": {
                            "schema": {
                                "type": "object",
                                "properties": {"name": {"type": "string"}},
                            }
                        }
                    }
                },
                "responses": {
                    "200": {
                        "description": "Its name",
                        "content": {"application/json": {"schema": {"type": "string"}}},
                    }
                },
            }
        }
    },
}
PROGRAM = """
import asyncio, sys
from pets import AsyncClient, AsyncStdlibTransport, Client, StdlibTransport

async def later(url, transport):
    async with AsyncClient(base_url=url, transport=transport) as client:
        print(await client.pets.add(name="Rex"))

url = sys.argv[1]
with Client(base_url=url) as client:
    print(client.pets.add(name="Rex"))
asyncio.run(later(url, None))
transport = StdlibTransport(connections=1)
print(Client(base_url=url, transport=transport).pets.add(name="Rex"))
transport.close()
tops = {name.partition(".")[0] for name in sys.modules}
print(sorted(tops - sys.stdlib_module_names - {"__main__", "pets"}))
"""


def test_a_package_that_needs_nothing_from_elsewhere(tmp_path: Path) -> None:
    spec = tmp_path / "pets.json"
    spec.write_text(json.dumps(DESCRIPTION))
    target = Target(spec=spec, output=tmp_path, package="pets", transport="stdlib")
    generate(target)
    support = {path.name for path in (tmp_path / "pets/_support").iterdir()}
    assert "stdlib" in support
    assert "httpx2" not in support
    with Server([answer(b'"Rex"', 200, "Content-Type: application/json")]) as server:
        done = subprocess.run(
            # Without `site`, as that may load what is installed.
            [sys.executable, "-W", "error", "-S", "-c", PROGRAM, server.url],
            cwd=tmp_path,
            env={**os.environ, "PYTHONPATH": ""},
            capture_output=True,
            encoding="utf-8",
        )
        assert (done.stdout, done.stderr) == ("Rex\nRex\nRex\n[]\n", "")
        assert [one.body for one in server.requests] == [b'{"name":"Rex"}'] * 3


def test_another_transport_takes_the_place_of_its_files(tmp_path: Path) -> None:
    spec = tmp_path / "pets.json"
    spec.write_text(json.dumps(DESCRIPTION))
    for transport, other in (("stdlib", "httpx2"), ("httpx2", "stdlib")):
        target = Target(spec=spec, output=tmp_path, package="p", transport=transport)
        generate(target)
        assert (tmp_path / "p/_support" / transport / "__init__.py").exists()
        assert not (tmp_path / "p/_support" / other).exists()
        assert not generate(target).changes
