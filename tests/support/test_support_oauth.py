"""OAuth 2: what is asked of a token endpoint, and what its answer means."""

from __future__ import annotations

import asyncio
import json
import os
import pickle
import threading
from base64 import b64decode
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from copy import deepcopy
from itertools import count
from math import inf
from typing import Any
from urllib.parse import parse_qsl

import pytest
from fragmint.support import grants
from fragmint.support.auth import HttpScheme, Scheme, bound
from fragmint.support.errors import (
    ApiError,
    ClientError,
    CredentialsRefused,
    InvalidResponse,
    RateLimited,
    ServerError,
    TimedOut,
)
from fragmint.support.grants import Flight, Token, TokenGrant
from fragmint.support.http import HttpRequest, HttpResponse, Timeout
from fragmint.support.oauth import (
    OAuth2ClientCredentials,
    OAuth2Credentials,
    OAuth2RefreshToken,
)
from fragmint.support.tokens import BearerAuth, OAuth2Scheme, OpenIdScheme

PLACE = "https://auth.example.com"
URL = f"{PLACE}/token"
SECRET = "s3cret+/ é"
REFRESH = "r3fresh~token"
CLIENT = OAuth2ClientCredentials("an id", SECRET)
USER = OAuth2RefreshToken(REFRESH, client_id="an id", client_secret=SECRET)
BASIC = "an+id:s3cret%2B%2F+%C3%A9"  # RFC 6749 §2.3.1: encoded first


def fields(request: HttpRequest) -> dict[str, str]:
    assert isinstance(request.body, bytes)
    pairs = parse_qsl(request.body.decode("ascii"), strict_parsing=True)
    assert len(dict(pairs)) == len(pairs)
    return dict(pairs)


def basic(request: HttpRequest) -> str | None:
    value = request.headers.get("Authorization")
    return value and b64decode(value.removeprefix("Basic ")).decode("ascii")


# --- the request ----------------------------------------------------------------------


@pytest.mark.parametrize(
    ("one", "scopes", "wanted", "login"),
    [
        (CLIENT, (), {"grant_type": "client_credentials"}, BASIC),
        (
            CLIENT,
            ("read", "write"),
            {"grant_type": "client_credentials", "scope": "read write"},
            BASIC,
        ),
        (
            OAuth2ClientCredentials("an id", SECRET, in_body=True),
            (),
            {
                "grant_type": "client_credentials",
                "client_id": "an id",
                "client_secret": SECRET,
            },
            None,
        ),
        (
            OAuth2ClientCredentials("id", "s", parameters={"audience": "https://a/&b"}),
            (),
            {"grant_type": "client_credentials", "audience": "https://a/&b"},
            "id:s",
        ),
        (USER, (), {"grant_type": "refresh_token", "refresh_token": REFRESH}, BASIC),
        (
            OAuth2RefreshToken(REFRESH, client_id="an id"),
            (),
            {
                "grant_type": "refresh_token",
                "refresh_token": REFRESH,
                "client_id": "an id",
            },
            None,
        ),
        (
            OAuth2RefreshToken(REFRESH, client_id="a", client_secret="s", in_body=True),
            ("read",),
            {
                "grant_type": "refresh_token",
                "refresh_token": REFRESH,
                "scope": "read",
                "client_id": "a",
                "client_secret": "s",
            },
            None,
        ),
    ],
)
def test_what_is_sent(
    one: OAuth2Credentials,
    scopes: tuple[str, ...],
    wanted: dict[str, str],
    login: str | None,
) -> None:
    request = one.request(URL, scopes, one.secrets())
    assert (request.method, request.url) == ("POST", URL)
    assert request.headers["Content-Type"] == "application/x-www-form-urlencoded"
    assert request.headers["Accept"] == "application/json"
    assert fields(request) == wanted
    assert basic(request) == login


@pytest.mark.parametrize("in_body", [True, False])
@pytest.mark.parametrize("kind", ["client", "user"])
def test_secrets_are_asked_for_once_a_request(kind: str, in_body: bool) -> None:
    secrets, tokens = count(1), count(1)
    one: OAuth2Credentials = OAuth2RefreshToken(
        lambda: f"r3fresh-{next(tokens)}",
        client_id="a",
        client_secret=lambda: f"s3cret-{next(secrets)}",
        token_url=URL,
        in_body=in_body,
    )
    if kind == "client":
        one = OAuth2ClientCredentials(
            "a", lambda: f"s3cret-{next(secrets)}", token_url=URL, in_body=in_body
        )
    grant = bound(one, None, "https://x")
    assert isinstance(grant, TokenGrant)
    for number in (1, 2, 3):
        flight, _ = grant.board()
        request = grant.request(flight)
        said = fields(request)
        secret = f"s3cret-{number}"
        assert said.get("client_secret") == (secret if in_body else None)
        assert basic(request) == (None if in_body else f"a:{secret}")
        if kind == "user":
            assert said["refresh_token"] == f"r3fresh-{number}"
        # What was sent is masked, not what would be sent now.
        echo = {"error": f"no {secret}", "error_description": f"r3fresh-{number}"}
        with grant.landing(flight) as take:
            take(answered(echo, 400))
        told = str(flight.result())
        assert secret not in told
        assert kind == "client" or f"r3fresh-{number}" not in told


FLOW = OAuth2Scheme(
    "auth", "https://x.example/t", "https://x.example/r", ("read", "write")
)


@pytest.mark.parametrize(
    ("given", "scheme", "client", "user"),
    [
        ({}, FLOW, "https://x.example/t", "https://x.example/r"),
        ({}, OAuth2Scheme("auth", "/t?a=b"), "https://api.x/t?a=b", None),
        ({}, OAuth2Scheme("auth", "t"), "https://api.x/v1/t", None),
        ({}, OAuth2Scheme("auth", "", "../r"), "", "https://api.x/r"),
        ({"token_url": URL}, FLOW, URL, None),
        ({"token_url": "/own"}, FLOW, "https://api.x/own", None),
        ({"token_url": URL}, HttpScheme("bearer"), URL, None),
        ({"token_url": URL}, OpenIdScheme(), URL, None),
        ({"token_url": URL}, None, URL, None),
    ],
)
def test_where_it_is_sent(
    given: dict[str, Any], scheme: Scheme | None, client: str, user: str | None
) -> None:
    one = OAuth2ClientCredentials("a", "s", **given)
    if client:
        assert one.endpoint(scheme, "https://api.x/v1") == client
    other = OAuth2RefreshToken("r", client_id="a", **given)
    assert other.endpoint(scheme, "https://api.x/v1") == (user or client)


@pytest.mark.parametrize(
    ("url", "scheme", "base"),
    [
        (None, HttpScheme("bearer"), "https://api.x"),
        (None, OpenIdScheme(), "https://api.x"),
        (None, OAuth2Scheme(), "https://api.x"),
        (None, OAuth2Scheme("", "/t"), ""),
        (None, OAuth2Scheme("", "ftp://x/t"), "https://api.x"),
        ("https://u:s3cret@x.example/t", None, "https://api.x"),
        ("https://x.example/t#s3cret", None, "https://api.x"),
        ("https://x.example/ s3cret", None, "https://api.x"),
        ("https://x.example:99999/t", None, "https://api.x"),
        ("https://x.example:0/t", None, "https://api.x"),
        ("https://[x.example/t", None, "https://api.x"),
    ],
)
def test_where_nothing_can_be_sent(
    url: str | None, scheme: Scheme | None, base: str
) -> None:
    with pytest.raises(ValueError, match="needs a token_url") as raised:
        bound(OAuth2ClientCredentials("a", "s3cret", token_url=url), scheme, base)
    assert "s3cret" not in str(raised.value)


@pytest.mark.parametrize("url", ["ftp://x.example/t", "http://x.example/t"])
def test_what_no_client_makes_right_is_refused_at_once(url: str) -> None:
    with pytest.raises(ValueError, match="needs a token_url"):
        OAuth2ClientCredentials("a", "s3cret", token_url=url)
    with pytest.raises(ValueError, match="needs a token_url"):
        OAuth2RefreshToken("r3fresh", client_id="a", token_url=url)


@pytest.mark.parametrize(
    ("url", "base", "fits"),
    [
        ("http://localhost:8080/t", "https://api.x", True),
        ("http://auth.localhost/t", "https://api.x", True),
        ("http://LOCALHOST/t", "https://api.x", True),
        ("http://127.8.0.1/t", "https://api.x", True),
        ("http://[::1]:8080/t", "https://api.x", True),
        ("/t", "http://127.0.0.1:8080/v1", True),
        ("HTTPS://auth.x/t", "https://api.x", True),
        ("/t", "http://api.x", False),
        ("//auth.x/t", "http://localhost", False),
        ("http://auth.x/t", "https://api.x", False),
        ("http://127.0.0.1.auth.x/t", "https://api.x", False),
        ("http://127x0.0.1/t", "https://api.x", False),
        ("http://localhost.auth.x/t", "https://api.x", False),
        ("http://mylocalhost/t", "https://api.x", False),
        ("http://[::2]/t", "https://api.x", False),
    ],
)
def test_secrets_go_over_tls_but_for_this_machine(
    url: str, base: str, fits: bool
) -> None:
    described = OAuth2Scheme("", url)
    if fits:
        assert CLIENT.endpoint(described, base).lower().startswith("http")
        return
    why = "needs a token_url that begins with https, .* would send secrets over http"
    with pytest.raises(ValueError, match=why):
        CLIENT.endpoint(described, base)


@pytest.mark.parametrize(
    ("scopes", "client", "user"),
    [
        (None, ("read", "write"), ()),  # a refresh asks for what was allowed anyway
        ((), (), ()),
        (["admin"], ("admin",), ("admin",)),
        ("read admin", ("read", "admin"), ("read", "admin")),
    ],
)
def test_scopes(scopes: Any, client: tuple[str, ...], user: tuple[str, ...]) -> None:
    assert OAuth2ClientCredentials("a", "s", scopes=scopes).scopes(FLOW) == client
    one = OAuth2RefreshToken("r", client_id="a", scopes=scopes)
    assert one.scopes(FLOW) == user
    other = OAuth2ClientCredentials("a", "s", scopes=scopes)
    assert other.scopes(HttpScheme("bearer")) == user


def test_scopes_that_nobody_says() -> None:
    one = OAuth2ClientCredentials("a", "s")
    assert one.scopes(None) == one.scopes(OpenIdScheme()) == ()


# --- the answer -----------------------------------------------------------------------


def answered(said: object, status: int = 200, **headers: str) -> HttpResponse:
    body = said if isinstance(said, bytes) else json.dumps(said).encode()
    return HttpResponse(status=status, headers=headers, body=body)


def read(said: object, status: int = 200, one: OAuth2Credentials = CLIENT) -> Any:
    return one.read(URL, answered(said, status), 1000.0, one.secrets())


@pytest.mark.parametrize(
    ("said", "wanted"),
    [
        ({"token_type": "Bearer", "expires_in": 3600}, ("a-1", 4570.0, None)),
        ({"token_type": "bearer", "expires_in": "3600"}, ("a-1", 4570.0, None)),
        ({"expires_in": 0}, ("a-1", 970.0, None)),
        ({}, ("a-1", inf, None)),
        ({"expires_in": None}, ("a-1", inf, None)),
        ({"expires_in": "soon"}, ("a-1", inf, None)),
        ({"expires_in": float("nan")}, ("a-1", inf, None)),
        ({"expires_in": 10**400}, ("a-1", inf, None)),
        ({"expires_in": []}, ("a-1", inf, None)),
        ({"refresh_token": "r-2", "other": 1}, ("a-1", inf, "r-2")),
        ({"refresh_token": "r\n2"}, ("a-1", inf, None)),
        ({"refresh_token": 5, "scope": "less"}, ("a-1", inf, None)),
    ],
)
def test_a_token(said: dict[str, Any], wanted: tuple[str, float, str | None]) -> None:
    for status in (200, 201):
        token = read({"access_token": "a-1", **said}, status)
        assert isinstance(token, Token)
        assert tuple(token) == wanted
        assert repr(token) == "Token(***)"


def test_the_leeway() -> None:
    one = OAuth2ClientCredentials("a", "s", leeway=5)
    token = read({"access_token": "a", "expires_in": 60}, one=one)
    assert token.ends == 1055.0


@pytest.mark.parametrize(
    ("status", "said", "message"),
    [
        (
            401,
            {"error": "invalid_client", "error_description": "Unknown\r\n client"},
            "answered 401: invalid_client (Unknown client); are the client's id and"
            " secret right? Some servers want them in the body: in_body=True",
        ),
        (
            400,
            {"error": "invalid_grant"},
            "answered 400: invalid_grant; is the refresh token right, and has it not"
            " been used before?",
        ),
        (
            400,
            {"error": "invalid_scope", "error_description": ""},
            "answered 400: invalid_scope; say with scopes which ones the client may"
            " have",
        ),
        (400, {"error": "x" * 400}, f"answered 400: {'x' * 300}"),
        (200, {"error": "bad_code"}, "answered 200: bad_code"),
        (403, {"error": {"code": 7}}, "answered 403"),
        (404, b"<html>", "answered 404"),
        (400, b"[" * 100_000, "answered 400"),
    ],
)
def test_it_is_refused(status: int, said: object, message: str) -> None:
    error = read(said, status)
    assert type(error) is CredentialsRefused
    assert str(error) == f"no access token: {PLACE} {message}"
    assert error.status == status
    again = pickle.loads(pickle.dumps(error))
    assert (str(again), vars(again)) == (str(error), vars(error))


def test_what_a_refusal_says() -> None:
    error = read({"error": "invalid_client", "error_description": "Who?"}, 401)
    assert (error.error, error.description) == ("invalid_client", "Who?")
    error = read(b"", 400)
    assert (error.error, error.description) == (None, None)


ECHO = f"{SECRET} s3cret%2B%2F%20%C3%A9 s3cret%2B%2F+%C3%A9 {REFRESH}"


@pytest.mark.parametrize("one", [CLIENT, USER])
def test_a_server_that_tells_what_it_was_told(one: OAuth2Credentials) -> None:
    said = {"error": f"no {ECHO}", "error_description": f"what is {ECHO}?"}
    error = read(said, 400, one)
    for text in (str(error), repr(error), error.error, error.description):
        assert "s3cret" not in text
        assert one is CLIENT or "r3fresh" not in text
    assert error.error.startswith("no *** *** ***")


@pytest.mark.parametrize(
    ("status", "said", "kind", "why"),
    [
        (500, b"", ServerError, "answered 500"),
        (503, {"error": "temporarily_unavailable"}, ServerError, "answered 503"),
        (429, b"", RateLimited, "answered 429"),
        (302, b"", InvalidResponse, "302 without a token"),
        (304, {"access_token": "a-1"}, InvalidResponse, "304 without a token"),
        (200, b"", InvalidResponse, "200 without a token"),
        (200, b"[]", InvalidResponse, "without a token"),
        (200, b"\xff", InvalidResponse, "without a token"),
        (200, b"access_token=a-1", InvalidResponse, "without a token"),
        (200, {"access_token": ""}, InvalidResponse, "without a token"),
        (200, {"access_token": "a\r\nb"}, InvalidResponse, "without a token"),
        (200, {"access_token": "é"}, InvalidResponse, "without a token"),
        (200, {"access_token": 5}, InvalidResponse, "without a token"),
        (
            200,
            {"access_token": "a-1", "token_type": "mac"},
            InvalidResponse,
            "another type than bearer",
        ),
        (
            200,
            {"access_token": "a-1", "token_type": ["bearer"]},
            InvalidResponse,
            "another type",
        ),
    ],
)
def test_it_is_no_answer(
    status: int, said: object, kind: type[ClientError], why: str
) -> None:
    error = read(said, status)
    assert type(error) is kind
    assert isinstance(error, InvalidResponse | ApiError)
    assert why in str(error)
    assert str(error).startswith(f"no access token: {PLACE} answered {status}")
    assert error.response.body == b""  # there can be a token in it


def test_only_what_says_where_sends_elsewhere() -> None:
    error = CLIENT.read(URL, answered(b"", 302, location="/t"), 0, CLIENT.secrets())
    assert type(error) is InvalidResponse
    assert "answered 302 and sends elsewhere, which is not followed" in str(error)


# --- credentials ----------------------------------------------------------------------


@pytest.mark.parametrize("one", [CLIENT, USER])
def test_credentials_tell_nothing(one: OAuth2Credentials) -> None:
    assert repr(one) == f"{type(one).__name__}('an id', ***)"
    assert repr(bound(one, FLOW, "https://x")) == repr(one)
    for use in (one.value, one.headers, lambda: one(HttpRequest("GET", "/", {}))):
        # It is no bearer token: as one, the secret would go to the API.
        with pytest.raises(TypeError, match="give it to a client") as raised:
            use()
        assert "s3cret" not in str(raised.value)


@pytest.mark.parametrize(
    "again", [lambda one: pickle.loads(pickle.dumps(one)), deepcopy]
)
@pytest.mark.parametrize("kind", ["client", "user"])
def test_credentials_that_were_used_can_be_copied(
    kind: str, again: Callable[[OAuth2Credentials], OAuth2Credentials]
) -> None:
    one: OAuth2Credentials = OAuth2ClientCredentials("an id", SECRET, token_url=URL)
    if kind == "user":
        one = OAuth2RefreshToken(REFRESH, client_id="an id", token_url=URL)
    grant = bound(one, None, "https://x")
    assert isinstance(grant, TokenGrant)
    landed(grant, GOOD | {"refresh_token": "r-2"})
    copy = again(one)
    own = bound(copy, None, "https://x")
    assert isinstance(own, TokenGrant)
    assert own is not grant
    assert not own.is_fresh()
    assert copy.secrets() == one.secrets()
    request = own.request(own.board()[0])
    assert request == grant.request(grant.board()[0])
    assert bound(one, None, "https://x") is grant


def test_what_is_no_secret() -> None:
    with pytest.raises(ValueError, match="client secret is empty"):
        OAuth2ClientCredentials("a", "")
    with pytest.raises(ValueError, match="refresh token is no text"):
        OAuth2RefreshToken(5, client_id="a")  # type: ignore[arg-type]  # a number
    with pytest.raises(ValueError, match="client secret has a line break"):
        OAuth2RefreshToken("r", client_id="a", client_secret="s\n")


# --- one for all ----------------------------------------------------------------------


@pytest.fixture
def grant() -> TokenGrant:
    one = bound(OAuth2ClientCredentials("a", "s", token_url=URL), None, "https://x")
    assert isinstance(one, TokenGrant)
    return one


def test_clients_share_what_their_credentials_get() -> None:
    one = OAuth2ClientCredentials("a", "s")
    there = bound(one, FLOW, "https://x")
    assert bound(one, FLOW, "https://other") is there
    elsewhere = OAuth2Scheme("", "/t")
    assert bound(one, elsewhere, "https://x") is not there
    assert bound(one, elsewhere, "https://x") is not bound(one, elsewhere, "https://y")
    for other in (BearerAuth("t"), None):
        assert bound(other, FLOW, "https://x") is other


GOOD = {"access_token": "a-1", "expires_in": 60}


def landed(grant: TokenGrant, said: object, status: int = 200) -> Flight:
    flight, first = grant.board()
    assert first
    land(grant, flight, said, status)
    return flight


def land(grant: TokenGrant, flight: Flight, said: object, status: int = 200) -> None:
    grant.request(flight)
    with grant.landing(flight) as take:
        take(answered(said, status))


def test_the_first_sends_and_the_others_wait(grant: TokenGrant) -> None:
    flight, first = grant.board()
    assert (first, flight.done()) == (True, False)
    assert grant.board() == (flight, False)
    land(grant, flight, GOOD)
    assert flight.result() is None
    assert grant.value() == "Bearer a-1"
    late, first = grant.board()
    assert (first, late.done(), late.result()) == (False, True, None)


def test_what_was_under_way_at_a_fork(
    grant: TokenGrant, monkeypatch: pytest.MonkeyPatch
) -> None:
    flight, _ = grant.board()
    monkeypatch.setattr(os, "getpid", lambda: -1)
    own, first = grant.board()
    assert first
    assert own is not flight


def test_a_fork_while_someone_boards(
    grant: TokenGrant, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The lock of the other process is held for ever."""
    landed(grant, GOOD | {"expires_in": 0})
    held, go_on = threading.Event(), threading.Event()

    def late() -> float:  # is asked for while the lock is held
        held.set()
        assert go_on.wait(30)
        return inf

    monkeypatch.setattr(grants, "monotonic", late)
    with ThreadPoolExecutor() as pool:
        pool.submit(grant.board)
        assert held.wait(30)
        monkeypatch.setattr(grants, "monotonic", lambda: inf)
        monkeypatch.setattr(os, "getpid", lambda: -1)
        try:
            assert pool.submit(grant.board).result(10)[1]
        finally:
            go_on.set()


@pytest.mark.parametrize("closed", [True, False])
def test_an_event_loop_that_stands_still(grant: TokenGrant, closed: bool) -> None:
    async def board() -> tuple[Flight, bool]:
        return grant.board()

    loop = asyncio.new_event_loop()
    flight, _ = loop.run_until_complete(board())
    assert loop.run_until_complete(board()) == (flight, False)
    if closed:
        loop.close()
    other, first = grant.board()
    assert first
    # Each lands its own.
    land(grant, flight, GOOD)
    assert not other.done()
    land(grant, other, {"access_token": "a-2"})
    assert (other.result(), grant.value()) == (None, "Bearer a-2")
    loop.close()


def test_nobody_waits_for_what_it_holds_up(grant: TokenGrant) -> None:
    flight, _ = grant.board()
    with pytest.raises(ClientError, match="use an AsyncClient"):
        flight.wait(None)
    land(grant, flight, GOOD)


def test_what_ended_too_soon_is_begun_again(grant: TokenGrant) -> None:
    flight, _ = grant.board()
    flight.cancel()
    flight, first = grant.board()
    assert first
    with pytest.raises(KeyboardInterrupt), grant.landing(flight):
        raise KeyboardInterrupt
    assert grant.board()[1]


def test_a_token_of_another_is_not_dropped(grant: TokenGrant) -> None:
    landed(grant, GOOD)
    sent = HttpRequest("GET", "https://x", {"Authorization": "Bearer a-0"})
    grant.drop(sent)
    assert grant.is_fresh()
    grant.drop(sent._replace(headers=grant.headers()))
    assert not grant.is_fresh()
    landed(grant, {"access_token": "a-2"})
    assert grant.is_fresh()


@pytest.fixture
def waits(grant: TokenGrant) -> Any:
    """One who waits for another, and what the other does in the meantime."""
    flight, _ = grant.board()
    call = grant.obtain(Timeout(total=30))
    step = next(call)
    assert (step.flight, step.first) == (flight, False)

    def go_on(error: Exception) -> Any:
        with grant.landing(flight):
            raise error
        return next(call)

    return go_on


def test_who_waits_gets_an_error_of_its_own(waits: Any) -> None:
    error = CredentialsRefused("no", 401, "invalid_client")
    with pytest.raises(CredentialsRefused) as raised:
        waits(error)
    assert raised.value is not error
    assert vars(raised.value) == vars(error)


def test_who_waits_gets_what_is_no_error_of_ours(waits: Any) -> None:
    error = KeyError("database")
    with pytest.raises(KeyError) as raised:
        waits(error)
    assert raised.value is error


def test_who_waits_tries_when_the_time_of_the_other_is_up(waits: Any) -> None:
    step = waits(TimedOut("no"))
    assert step.first


def test_who_waits_no_longer(grant: TokenGrant) -> None:
    grant.board()
    call = grant.obtain(Timeout(total=30))
    next(call)
    with pytest.raises(TimedOut, match=f"POST {PLACE}: no token within the time"):
        next(call)


def test_a_token_that_ends_at_once_is_used_once(
    grant: TokenGrant, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(grants, "monotonic", lambda: 1000.0)
    call = grant.obtain(Timeout())
    step = next(call)
    assert step.first
    land(grant, step.flight, GOOD | {"expires_in": 1})
    with pytest.raises(StopIteration):
        next(call)
    assert not grant.is_fresh()
    assert grant.value() == "Bearer a-1"
