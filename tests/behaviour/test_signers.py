"""A signer has the last word on a request, whatever its description says."""

from __future__ import annotations

import asyncio
import hashlib
import hmac
from typing import Any

import pytest

from .constructs import Package, make
from .server import Server, answer, json_answer

KEY = b"a key"
PATHS = """
paths:
  /orders:
    get: {operationId: fetch, responses: {"204": {description: None}}}
    post:
      operationId: create
      requestBody: {content: {application/json: {schema: {type: object, properties: {name: {type: string}}}}}}
      responses: {"204": {description: None}}
"""  # noqa: E501  # an object a line
HMAC = """
security: [{mac: []}]
components: {securitySchemes: {mac: {type: http, scheme: hmac}}}
"""
SEVERAL = """
security: [{key: [], mac: []}, {token: []}]
components:
  securitySchemes:
    key: {type: apiKey, in: header, name: X-Key}
    mac: {type: http, scheme: hmac}
    token: {type: http, scheme: bearer}
"""
DONE = [answer(204)]


def signed(request: Any) -> Any:
    """As many an API wants it: by method, headers and body."""
    said = [request.method.encode(), *(v.encode() for v in request.headers.values())]
    mac = hmac.new(KEY, b"\n".join([*said, request.body]), hashlib.sha256)
    headers = {**request.headers, "Signature": mac.hexdigest()}
    return request._replace(headers=headers)


def send(made: Package, at: Server, request: Any, how: str, **options: Any) -> None:
    options["base_url"] = at.url
    if how == "sync":
        with made.Client(**options) as client:
            client.send(request)
        return

    async def later() -> None:
        async with made.AsyncClient(**options) as client:
            await client.send(request)

    asyncio.run(later())


@pytest.fixture(params=["sync", "async"])
def how(request: pytest.FixtureRequest) -> str:
    chosen: str = request.param
    return chosen


def test_it_sees_all_that_goes_out(how: str) -> None:
    seen: list[Any] = []
    told: list[Any] = []

    def signer(request: Any) -> Any:
        seen.append(request)
        return signed(request)

    made = make(PATHS)
    options = {"headers": {"X-Team": "blue"}, "on_response": told.append}
    options["on_request"] = lambda _: {"traceparent": "00-1"}
    with Server(DONE) as api:
        send(made, api, made.Create(name="a"), how, signer=signer, **options)
    (request,) = seen
    assert request.body == api.request.body == b'{"name":"a"}'
    assert request.headers["X-Team"] == "blue"
    assert request.headers["traceparent"] == "00-1"
    wanted = signed(request).headers["Signature"].encode()
    assert api.request.headers[b"signature"] == wanted
    assert told[0].request == signed(request)


def test_it_signs_each_attempt_anew(how: str, monkeypatch: pytest.MonkeyPatch) -> None:
    made = make(PATHS)
    monkeypatch.setattr(made.module("_support.retries"), "uniform", lambda _, high: 0)
    nonces = iter("12")

    def signer(request: Any) -> Any:
        headers = {**request.headers, "Nonce": next(nonces)}
        return request._replace(headers=headers)

    with Server([answer(503)], DONE) as api:
        send(made, api, made.Fetch(), how, signer=signer)
    assert [one.headers[b"nonce"] for one in api.requests] == [b"1", b"2"]


def test_it_vouches_for_a_scheme_that_nobody_supports(how: str) -> None:
    made = make(PATHS + SEVERAL)
    with pytest.raises(made.MissingCredentials), Server(DONE) as api:
        send(made, api, made.Fetch(), how)
    with Server(DONE) as api:
        send(made, api, made.Fetch(), how, signer=signed)
        send(made, api, made.Fetch(), how, signer=signed, key=made.ApiKey("k"))
        bearer = made.BearerAuth("t")
        send(made, api, made.Fetch(), how, signer=signed, token=bearer)
        both = {"key": made.ApiKey("k"), "token": bearer}
        send(made, api, made.Fetch(), how, signer=signed, **both)
    heads = [one.headers for one in api.requests]
    assert all(b"signature" in one for one in heads)
    assert [one.get(b"x-key") for one in heads] == [None, b"k", None, None]
    tokens = [one.get(b"authorization") for one in heads]
    assert tokens == [None, None, b"Bearer t", b"Bearer t"]


def test_it_is_enough_where_there_is_one_such_scheme(how: str) -> None:
    made = make(PATHS + HMAC)
    with Server(DONE) as api:
        send(made, api, made.Fetch(), how, signer=signed)
    assert b"signature" in api.request.headers
    with pytest.raises(made.MissingCredentials, match="give the client auth"):
        made.client().send(made.Fetch())


def test_credentials_are_signers(how: str) -> None:
    made = make(PATHS)  # silent on security
    with Server(DONE) as api:
        for one in (
            made.BasicAuth("u", "p"),
            made.BearerAuth("t"),
            made.RawAuth("Digest x"),
        ):
            send(made, api, made.Fetch(), how, signer=one)
    found = [one.headers[b"authorization"] for one in api.requests]
    assert found == [b"Basic dTpw", b"Bearer t", b"Digest x"]


BEARER = """
security: [{}, {bearer: []}]
components: {securitySchemes: {bearer: {type: http, scheme: bearer}}}
"""


def test_so_are_those_that_get_tokens(how: str) -> None:
    made = make(PATHS + BEARER)
    kind = made.OAuth2ClientCredentials
    token = [json_answer(200, {"access_token": "t-1"})]
    with Server(token) as auth, Server(DONE) as api:
        one = kind("id", "secret", token_url=auth.url)
        send(made, api, made.Fetch(), how, signer=one)
        send(made, api, made.Fetch(), how, signer=one)
    assert len(auth.requests) == 1
    found = [one.headers[b"authorization"] for one in api.requests]
    assert found == [b"Bearer t-1"] * 2
    with pytest.raises(ValueError, match="needs a token_url"):
        made.client(signer=kind("id", "secret"))


def test_a_view_can_have_its_own() -> None:
    made = make(PATHS)
    client = made.client()
    client.with_options(signer=signed).send(made.Fetch())
    client.send(made.Fetch())
    first, second = client._transport.sent
    assert "Signature" in first.headers
    assert "Signature" not in second.headers
    assert client.prepare(made.Fetch()) == second  # it signs nothing


def test_what_is_no_signer() -> None:
    made = make(PATHS)
    with pytest.raises(
        TypeError, match="signer must be a function, not a str"
    ) as raised:
        made.client(signer="s3cret")
    assert "s3cret" not in str(raised.value)


@pytest.mark.parametrize(
    "signer",
    [
        lambda _: None,
        lambda _: {"X-Key": "s3cret"},
        lambda request: request._replace(headers=[("X-Key", "s3cret")]),
    ],
)
def test_what_signs_nothing(how: str, signer: Any) -> None:
    made = make(PATHS)
    with (
        Server(DONE) as api,
        pytest.raises(TypeError, match="signer must return the HttpReq") as raised,
    ):
        send(made, api, made.Fetch(), how, signer=signer)
    assert "s3cret" not in str(raised.value)
    assert api.requests == []
