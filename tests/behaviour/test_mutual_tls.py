"""Mutual TLS: the transport shows who is calling, by a certificate."""

from __future__ import annotations

import asyncio
import socket
import ssl
from collections.abc import Iterator
from contextlib import aclosing, closing
from typing import Any

import httpx2
import pytest
import trustme

from .constructs import Package, make
from .listening import Listener
from .server import Server, answer

BANK = """
paths: {/balance: {get: {operationId: fetch, security: [{tls: []}], responses: {"204": {description: None}}}}}
components: {securitySchemes: {tls: {type: mutualTLS}}}
"""  # noqa: E501  # an object a line
DONE = [answer(204)]


class TlsServer(Server):
    """Talks to who has a certificate of `authority`."""

    def __init__(self, authority: trustme.CA) -> None:
        self.callers: list[str] = []
        self._context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        self._context.verify_mode = ssl.CERT_REQUIRED
        authority.configure_trust(self._context)
        authority.issue_cert("127.0.0.1").configure_cert(self._context)
        super().__init__(DONE)
        self.url = self.url.replace("http:", "https:")

    def _serve(self, connection: socket.socket) -> None:
        connection.settimeout(30)
        try:
            safe = self._context.wrap_socket(connection, server_side=True)
        except OSError:  # who is not let in
            connection.close()
            return
        certificate: Any = safe.getpeercert()
        self.callers += [name for _, name in certificate["subjectAltName"]]
        super()._serve(safe)


@pytest.fixture(scope="module", params=["httpx2", "stdlib"])
def bank(request: pytest.FixtureRequest) -> Package:
    return make(BANK, transport=request.param)


@pytest.fixture(scope="module")
def authority() -> trustme.CA:
    return trustme.CA()


@pytest.fixture
def server(authority: trustme.CA) -> Iterator[TlsServer]:
    with TlsServer(authority) as running:
        yield running


def trusting(authority: trustme.CA) -> ssl.SSLContext:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    authority.configure_trust(context)
    return context


def transport(bank: Package, context: ssl.SSLContext, how: str) -> tuple[Any, Any]:
    """One that trusts as `context` does, and what is to be closed of it."""
    prefix = "" if how == "sync" else "Async"
    if hasattr(bank, "StdlibTransport"):
        made = getattr(bank, f"{prefix}StdlibTransport")(context=context)
        return made, made
    own = getattr(httpx2, f"{prefix}Client")(verify=context)
    return getattr(bank, f"{prefix}Httpx2Transport")(own), own


def call(
    bank: Package,
    server: Server | Listener,
    context: ssl.SSLContext,
    how: str,
    retries: int = 0,
) -> None:
    by, held = transport(bank, context, how)
    options = {"base_url": server.url, "retries": retries, "transport": by}
    if how == "sync":
        with closing(held):
            bank.Client(**options).send(bank.Fetch())
        return

    async def later() -> None:
        async with aclosing(held):
            await bank.AsyncClient(**options).send(bank.Fetch())

    asyncio.run(later())


@pytest.mark.parametrize("how", ["sync", "async"])
def test_a_certificate(
    bank: Package, authority: trustme.CA, server: TlsServer, how: str
) -> None:
    context = trusting(authority)
    authority.issue_cert("shop@example.com").configure_cert(context)
    call(bank, server, context, how)
    assert server.callers == ["shop@example.com"]
    assert server.request.line == b"GET /balance HTTP/1.1"


@pytest.mark.parametrize("how", ["sync", "async"])
def test_no_certificate(
    bank: Package, authority: trustme.CA, server: TlsServer, how: str
) -> None:
    with pytest.raises(bank.TransportError):
        call(bank, server, trusting(authority), how)
    assert server.requests == []


@pytest.mark.parametrize("how", ["sync", "async"])
def test_a_certificate_of_nobody_known(
    bank: Package, authority: trustme.CA, server: TlsServer, how: str
) -> None:
    context = trusting(authority)
    trustme.CA().issue_cert("shop@example.com").configure_cert(context)
    with pytest.raises(bank.TransportError):
        call(bank, server, context, how)
    assert (server.requests, server.callers) == ([], [])


@pytest.mark.parametrize("how", ["sync", "async"])
def test_a_server_of_nobody_known(
    bank: Package, authority: trustme.CA, server: TlsServer, how: str
) -> None:
    context = trusting(trustme.CA())
    authority.issue_cert("shop@example.com").configure_cert(context)
    with pytest.raises(bank.ConnectFailed) as raised:
        call(bank, server, context, how, retries=2)
    assert (server.requests, server.callers) == ([], [])
    assert server.connections == 1  # it will be refused again
    for said in ("certificate verify failed", "nothing was sent", "SSL_CERT_FILE"):
        assert said in str(raised.value)


@pytest.mark.parametrize("how", ["sync", "async"])
@pytest.mark.parametrize(("said", "times"), [(b"HTTP/1.1 400 No\r\n\r\n", 1), (b"", 3)])
def test_what_tls_refuses_is_refused_again(
    bank: Package, how: str, said: bytes, times: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A server without TLS; one that just ends it may be there later."""
    monkeypatch.setattr(bank.module("_support.retries"), "uniform", lambda _, high: 0)

    def serve(connection: socket.socket) -> None:
        connection.recv(65536)
        connection.sendall(said)

    context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    with Listener(serve) as server:
        server.url = server.url.replace("http:", "https:")
        with pytest.raises(bank.ConnectFailed):
            call(bank, server, context, how, retries=2)
    assert server.connections == times
