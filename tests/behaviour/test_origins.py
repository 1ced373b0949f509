"""Credentials go to the origin that they were given for, and nowhere else."""

from __future__ import annotations

import asyncio
from typing import Any

import httpx2
import pytest

from .constructs import Package, make
from .server import Server, answer

SHOP = """
openapi: 3.1.1
info: {{title: Shop, version: "1"}}
servers: [{{url: "{api}"}}]
security: [{{query: [], header: [], cookie: [], token: []}}]
paths:
  /here: {{get: {{operationId: here, responses: {{"204": {{description: None}}}}}}}}
  /there: {{get: {{operationId: there, servers: [{{url: "{other}/v2"}}], responses: {{"204": {{description: None}}}}}}}}
components:
  securitySchemes:
    query: {{type: apiKey, in: query, name: key}}
    header: {{type: apiKey, in: header, name: X-Key}}
    cookie: {{type: apiKey, in: cookie, name: sid}}
    token: {{type: http, scheme: bearer}}
"""  # noqa: E501  # an object a line
DONE = [answer(204)]


def credentials(made: Package) -> dict[str, Any]:
    keys = {name: made.ApiKey("s3cret") for name in ("query", "header", "cookie")}
    return {**keys, "token": made.BearerAuth("s3cret")}


def raw(server: Server) -> bytes:
    return b"".join(one.raw for one in server.requests)


class Both:
    """One call by either client, also by way of a client that follows redirects."""

    def __init__(self, kind: str) -> None:
        self.kind = kind

    def send(self, made: Package, request: Any, **options: Any) -> None:
        given = credentials(made) | {"retries": 0} | options
        eager: dict[str, Any] = {"follow_redirects": True}
        if self.kind == "sync":
            with made.Client(**given) as client:
                client.send(request)
        elif self.kind == "own sync":
            kind = made.module("_support.httpx2").Httpx2Transport
            with httpx2.Client(**eager) as own:
                made.Client(**given, transport=kind(own)).send(request)
        elif self.kind == "async":
            asyncio.run(self._send(made, request, given))
        else:
            asyncio.run(
                self._send_by(httpx2.AsyncClient(**eager), made, request, given)
            )

    async def _send(self, made: Package, request: Any, given: Any) -> None:
        async with made.AsyncClient(**given) as client:
            await client.send(request)

    async def _send_by(self, own: Any, made: Package, request: Any, given: Any) -> None:
        kind = made.module("_support.httpx2").AsyncHttpx2Transport
        async with own:
            await made.AsyncClient(**given, transport=kind(own)).send(request)


@pytest.fixture(params=["sync", "async", "own sync", "own async"])
def both(request: pytest.FixtureRequest) -> Both:
    return Both(request.param)


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
def test_no_redirect_is_followed(both: Both, status: int) -> None:
    made = make(SHOP.format(api="https://a.example", other="https://b.example"))
    with Server(DONE) as other:
        reply = [answer(status, Location=f"{other.url}/stolen")]
        with Server(reply) as api, pytest.raises(made.ApiError) as raised:
            both.send(made, made.Here(), base_url=api.url)
    assert raised.value.status == status
    assert len(api.requests) == 1
    assert raw(api).count(b"s3cret") == 4
    assert other.requests == []
    assert other.connections == 0


def test_the_server_of_an_operation_is_named_by_the_description(both: Both) -> None:
    with Server(DONE) as api, Server(DONE) as other:
        made = make(SHOP.format(api=api.url, other=other.url))
        both.send(made, made.Here())
        assert raw(api).count(b"s3cret") == 4
        assert other.requests == []
        both.send(made, made.There())
        assert other.request.target == b"/v2/there?key=s3cret"
        assert len(api.requests) == 1


def test_the_word_of_the_user_goes_before(both: Both) -> None:
    with Server(DONE) as other, Server(DONE) as mine:
        made = make(SHOP.format(api="https://a.example", other=other.url))
        both.send(made, made.There(), base_url=mine.url)
        assert mine.request.target == b"/there?key=s3cret"
        assert other.connections == 0


@pytest.mark.parametrize(
    "url",
    [
        "{other}/here",
        "{api}@{other}/here",
        "https://{api}/here",
        "http://user@{api}/here",
        "http://[{api}/here",
        "/here",
    ],
)
@pytest.mark.parametrize("transport", ["httpx2", "stdlib"])
@pytest.mark.parametrize("kind", ["sync", "async"])
def test_a_request_of_the_users_own_stays_where_credentials_are_for(
    kind: str, transport: str, url: str
) -> None:
    made = make(
        SHOP.format(api="https://a.example", other="https://b.example"),
        transport=transport,
    )

    async def run(client: Any, outgoing: Any) -> Any:
        async with client:
            return await client.exchange(made.Here(), outgoing)

    def exchange(api: Server, to: str) -> Any:
        given = {**credentials(made), "base_url": f"{api.url}/v1", "retries": 0}
        outgoing = made.HttpRequest("GET", to, {})
        if kind == "async":
            return asyncio.run(run(made.AsyncClient(**given), outgoing)).status
        with made.Client(**given) as client:
            return client.exchange(made.Here(), outgoing).status

    with Server(DONE) as other, Server(DONE) as api:
        host = api.url.removeprefix("http://")
        to = url.format(api=host, other=other.url.removeprefix("http://"))
        if not to.startswith(("http", "/")):
            to = f"http://{to}"
        with pytest.raises(made.ClientError, match="Make one whose base_url") as raised:
            exchange(api, to)
        assert api.url in str(raised.value)
        assert other.connections == api.connections == 0
        assert exchange(api, f"{api.url}/elsewhere") == 204
        assert raw(api).count(b"s3cret") == 4


@pytest.mark.parametrize("path", ["//evil.example/x", "@evil.example", "\\\\evil"])
def test_no_argument_leads_elsewhere(path: str) -> None:
    made = make("""
        paths:
          /files/{name}:
            get:
              operationId: fetch
              security: [{token: []}]
              parameters:
                - {name: name, in: path, required: true, schema: {type: string}}
              responses: {"204": {description: None}}
        components: {securitySchemes: {token: {type: http, scheme: bearer}}}
        """)
    sent = made.sent(made.Fetch(name=path), auth=made.BearerAuth("t")).url
    assert sent.startswith("https://api.example.com/files/")
    assert "/" not in sent.removeprefix("https://api.example.com/files/")
