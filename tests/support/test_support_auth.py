"""Who calls: which credentials go where, and who gets to see them."""

from __future__ import annotations

import asyncio
import logging
import pickle
from base64 import b64encode
from collections.abc import Mapping
from typing import Any, ClassVar

import httpx2
import pytest
from fragmint.support.auth import (
    BasicAuth,
    Credentials,
    HttpScheme,
    Scheme,
    chosen,
    sign,
)
from fragmint.support.client import BaseAsyncClient, BaseClient
from fragmint.support.errors import ClientError, ConnectFailed, MissingCredentials
from fragmint.support.http import HttpRequest, HttpResponse, Timeout
from fragmint.support.httpx2 import AsyncHttpx2Transport, Httpx2Transport
from fragmint.support.models import model
from fragmint.support.requests import Request
from fragmint.support.tokens import (
    ApiKey,
    ApiKeyScheme,
    BearerAuth,
    MutualTlsScheme,
    OAuth2Scheme,
    OpenIdScheme,
    RawAuth,
)

SCHEMES: Mapping[str, Scheme] = {
    "basic": HttpScheme("basic", "login"),
    "bearer": HttpScheme("bearer"),
    "digest": HttpScheme("digest"),
    "header": ApiKeyScheme("header", "X-Key", "api_key"),
    "other": ApiKeyScheme("header", "X-Other"),
    "query": ApiKeyScheme("query", "the key"),
    "cookie": ApiKeyScheme("cookie", "sid"),
    "oauth": OAuth2Scheme("token"),
    "openid": OpenIdScheme(),
    "mtls": MutualTlsScheme(),
}
SENT = HttpRequest("GET", "https://x.example/a", {"Accept": "*/*"})
SECRET = "s3cret+/="


class Ours(BaseClient):
    _transport_class = Httpx2Transport


class AsyncOurs(BaseAsyncClient):
    _transport_class = AsyncHttpx2Transport


def signed(
    security: tuple[tuple[str, ...], ...] | None,
    credentials: Mapping[str, Credentials | None],
    request: HttpRequest = SENT,
) -> HttpRequest:
    names = chosen("GetX", security, SCHEMES, credentials)
    return sign(request, names, SCHEMES, credentials)


@pytest.mark.parametrize(
    ("name", "one", "headers"),
    [
        (
            "basic",
            BasicAuth("a", SECRET),
            {"Authorization": "Basic " + b64encode(f"a:{SECRET}".encode()).decode()},
        ),
        ("bearer", BearerAuth(SECRET), {"Authorization": f"Bearer {SECRET}"}),
        ("oauth", BearerAuth(SECRET), {"Authorization": f"Bearer {SECRET}"}),
        ("openid", BearerAuth(SECRET), {"Authorization": f"Bearer {SECRET}"}),
        ("digest", RawAuth(f"Digest {SECRET}"), {"Authorization": f"Digest {SECRET}"}),
        ("header", ApiKey(SECRET), {"X-Key": SECRET}),
        ("cookie", ApiKey(SECRET), {"Cookie": f"sid={SECRET}"}),
    ],
)
def test_schemes(name: str, one: Credentials, headers: dict[str, str]) -> None:
    wanted = SENT._replace(headers={"Accept": "*/*", **headers})
    assert signed(((name,),), {name: one}) == wanted


def test_keys_in_the_query() -> None:
    url = signed((("query",),), {"query": ApiKey("a b&c")}).url
    assert url == "https://x.example/a?the%20key=a%20b%26c"
    more = SENT._replace(url="https://x.example/a?b=1")
    url = signed((("query",),), {"query": ApiKey("c")}, more).url
    assert url == "https://x.example/a?b=1&the%20key=c"


def test_headers_that_are_there_already() -> None:
    there = SENT._replace(headers={"x-key": "old", "cookie": "a=b"})
    credentials: dict[str, Credentials] = {
        "header": ApiKey("k"),
        "cookie": ApiKey("s;"),
    }
    headers = signed((("header", "cookie"),), credentials, there).headers
    assert headers == {"X-Key": "k", "Cookie": "a=b; sid=s%3B"}
    assert there.headers == {"x-key": "old", "cookie": "a=b"}


KEY, TOKEN, LOGIN = ApiKey("k"), BearerAuth("t"), BasicAuth("u", "p")
WITH_KEY = {"X-Key": "k"}
WITH_TOKEN = {"Authorization": "Bearer t"}


@pytest.mark.parametrize(
    ("security", "credentials", "wanted"),
    [
        # the first of which all are given
        ((("header",), ("oauth",)), {"header": KEY, "oauth": TOKEN}, WITH_KEY),
        ((("oauth",), ("header",)), {"header": KEY, "oauth": TOKEN}, WITH_TOKEN),
        ((("header",), ("oauth",)), {"header": None, "oauth": TOKEN}, WITH_TOKEN),
        (
            (("header", "other"), ("oauth",)),
            {"header": KEY, "oauth": TOKEN},
            WITH_TOKEN,
        ),
        # all of it
        (
            (("header", "oauth"),),
            {"header": KEY, "oauth": TOKEN},
            WITH_KEY | WITH_TOKEN,
        ),
        # nobody in particular, but who gives a key wants it sent
        (((),), {"header": KEY}, {}),
        (((), ("header",)), {}, {}),
        (((), ("header",)), {"header": KEY}, WITH_KEY),
        ((("header",), ()), {"oauth": TOKEN}, {}),
        # a certificate is the transport's affair
        ((("mtls",),), {}, {}),
        ((("mtls", "header"),), {"header": KEY}, WITH_KEY),
        ((("mtls",), ("header",)), {"header": KEY}, WITH_KEY),
        # no credentials wanted, and nothing said of them
        ((), {"header": KEY}, {}),
        (None, {"header": KEY, "oauth": TOKEN, "other": None}, WITH_KEY | WITH_TOKEN),
        (None, {}, {}),
        # one place, one value
        ((("oauth", "basic"),), {"oauth": TOKEN, "basic": LOGIN}, WITH_TOKEN),
        (None, {"oauth": TOKEN, "basic": LOGIN}, WITH_TOKEN),
    ],
)
def test_which_are_sent(
    security: tuple[tuple[str, ...], ...] | None,
    credentials: dict[str, Credentials | None],
    wanted: dict[str, str],
) -> None:
    headers = signed(security, credentials).headers
    assert headers == {"Accept": "*/*", **wanted}


EVERY = "basic bearer digest header other query cookie oauth openid mtls".split()


@pytest.mark.parametrize(
    ("security", "given", "wanted"),
    [
        # one of the alternatives is enough, and all of it is needed (OAS 3.2 §4.30)
        ("header+other+query oauth", "header other query oauth", "header+other+query"),
        ("header+other+query oauth", "header query oauth", "oauth"),
        ("header+other+query oauth", "header other query", "header+other+query"),
        ("header+other header+oauth", "header oauth", "header+oauth"),
        ("header+other header", "header", "header"),
        ("header header+other", "header other", "header"),
        # the order of the description decides, not that of what is given
        ("oauth basic header", "header basic oauth", "oauth"),
        # a certificate is there, and no reason to leave out what else is wanted
        ("mtls+header oauth", "oauth", "oauth"),
        ("mtls+header oauth", "header oauth", "mtls+header"),
        ("mtls oauth", "oauth", "oauth"),
        ("mtls oauth", "", "mtls"),
        # nobody in particular is an alternative as others are
        ("- header", "", "-"),
        ("- header+other", "header", "-"),
        ("- header+other", "header other", "header+other"),
        ("header+other oauth", "header basic", None),
        ("header", "", None),
    ],
)
def test_one_of_the_alternatives_and_all_of_it(
    security: str, given: str, wanted: str | None
) -> None:
    ways = tuple(tuple(way.strip("-").split("+")) for way in security.split())
    ways = tuple(() if way == ("",) else way for way in ways)
    credentials = {name: KEY if name in given.split() else None for name in EVERY}
    if wanted is None:
        with pytest.raises(MissingCredentials):
            chosen("GetX", ways, SCHEMES, credentials)
    else:
        names = chosen("GetX", ways, SCHEMES, credentials)
        assert "+".join(names) == wanted.strip("-")


@pytest.mark.parametrize(
    ("security", "given", "wanted"),
    [
        ((("header", "digest"), ("oauth",)), {}, ()),
        ((("header", "digest"), ("oauth",)), {"header": KEY}, ("header", "digest")),
        ((("header", "digest"), ("oauth",)), {"header": KEY, "oauth": KEY}, ("oauth",)),
        ((("header",),), {"oauth": KEY}, ()),
        (((), ("header", "digest")), {"header": KEY}, ("header", "digest")),
        ((), {"header": KEY}, ()),
        (None, {"header": KEY}, ("header",)),
    ],
)
def test_what_a_signer_vouches_for(
    security: tuple[tuple[str, ...], ...] | None,
    given: dict[str, Credentials | None],
    wanted: tuple[str, ...],
) -> None:
    names = chosen("GetX", security, SCHEMES, given, vouched=True)
    assert tuple(names) == wanted


def test_two_keys_in_one_kind_of_place() -> None:
    credentials: dict[str, Credentials] = {"header": KEY, "other": ApiKey("o")}
    headers = signed((("header", "other"),), credentials).headers
    assert headers == {"Accept": "*/*", "X-Key": "k", "X-Other": "o"}


def test_missing_credentials() -> None:
    security = (("header", "basic"), ("oauth",), ("mtls", "other"))
    with pytest.raises(MissingCredentials) as raised:
        signed(security, {"header": KEY, "basic": None})
    error = raised.value
    assert str(error) == (
        "GetX was not sent: give the client login, or token, or other"
    )
    assert error.arguments == (("login",), ("token",), ("other",))
    with pytest.raises(MissingCredentials, match="give the client api_key and login"):
        signed((("header", "basic"),), {})
    again = pickle.loads(pickle.dumps(error))
    assert (str(again), again.arguments) == (str(error), error.arguments)
    assert isinstance(error, ClientError)


# --- secrets --------------------------------------------------------------------------


def test_a_token_can_be_made_for_each_request() -> None:
    tokens = iter(["one", "two"])
    auth = BearerAuth(lambda: next(tokens))
    for token in ("one", "two"):
        headers = signed((("oauth",),), {"oauth": auth}).headers
        assert headers["Authorization"] == f"Bearer {token}"


KINDS: list[Any] = [BearerAuth, ApiKey, RawAuth]


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize(
    "bad",
    [None, "", 5, b"s3cret", "s3cret\n", "s3\0", "s3\udc80", "s3cret ", " s3cret", " "],
)
def test_what_is_no_secret(kind: Any, bad: Any) -> None:
    why = r"is no text|is empty|control char|begins or ends with a blank"
    with pytest.raises(ValueError, match=why) as raised:
        kind(bad)
    assert "s3" not in str(raised.value)
    with pytest.raises(ValueError, match=why) as raised:
        kind(lambda: bad).value()
    assert "s3" not in str(raised.value)


def test_what_is_no_login() -> None:
    for name, password in (("a:b", "c"), ("a", "s3\r\n"), ("a", None), ("\udc80", "c")):
        with pytest.raises(
            ValueError, match=r"no colon|is no text|control char"
        ) as raised:
            BasicAuth(name, password)  # type: ignore[arg-type]  # None
        assert "s3" not in str(raised.value)
    assert BasicAuth("key", "").headers() == {"Authorization": "Basic a2V5Og=="}


ALL: dict[str, Credentials] = {
    "basic": BasicAuth("u", SECRET),
    "bearer": BearerAuth(SECRET),
    "digest": RawAuth(SECRET),
    "header": ApiKey(SECRET),
    "query": ApiKey(lambda: SECRET),
}


def test_no_repr_tells() -> None:
    for one in ALL.values():
        assert "s3cret" not in f"{one!r}{one}"
        assert "***" in repr(one) or callable(one)
    request = signed((("query", "header", "cookie"),), ALL | {"cookie": ApiKey(SECRET)})
    assert "s3cret" in request.url
    assert repr(request) == "<HttpRequest GET https://x.example, 0 bytes>"
    client = Ours(server="https://x.example", credentials=ALL, schemes=SCHEMES)
    assert "s3cret" not in repr(client)
    assert repr(client).startswith("Ours(login=BasicAuth('u', ***), bearer=")
    assert repr(Ours(server="https://x")) == "Ours(base_url='https://x')"


# --- clients --------------------------------------------------------------------------


@model
class Get(Request[HttpResponse]):
    _security: ClassVar[tuple[tuple[str, ...], ...] | None] = (("query", "header"),)

    def build(self, server: str, defaults: dict[str, Any]) -> HttpRequest:
        return HttpRequest("GET", f"{server}/a?b=1", {"X-Name": "Zoë"})

    @classmethod
    def read(cls, response: HttpResponse) -> HttpResponse:
        return response


@model
class GetElsewhere(Get):
    _server: ClassVar[str | None] = "https://other.example/v2/"


@model
class GetBeside(Get):
    _server: ClassVar[str | None] = "/v2"


@model
class GetBelow(Get):
    _server: ClassVar[str | None] = "v2"


KEYS: dict[str, Credentials] = {"query": ApiKey(SECRET), "header": ApiKey(SECRET)}


def seen(request: httpx2.Request) -> httpx2.Response:
    raw = dict(request.headers.raw)
    body = b" ".join([request.url.raw_path, raw[b"X-Key"], raw[b"X-Name"]])
    return httpx2.Response(200, content=body)


WIRE = b"/v1/a?b=1&the%20key=s3cret%2B%2F%3D s3cret+/= Zo\xc3\xab"


def test_what_goes_over_the_wire_and_not_into_logs(
    caplog: pytest.LogCaptureFixture,
) -> None:
    settings: dict[str, Any] = {
        "server": "https://x.example/v1",
        "credentials": KEYS,
        "schemes": SCHEMES,
    }

    async def later() -> HttpResponse:
        async with httpx2.AsyncClient(transport=httpx2.MockTransport(seen)) as inner:
            transport = AsyncHttpx2Transport(inner)
            return await AsyncOurs(**settings, transport=transport).send(Get())

    with caplog.at_level(logging.DEBUG):
        with httpx2.Client(transport=httpx2.MockTransport(seen)) as inner:
            client = Ours(**settings, transport=Httpx2Transport(inner))
            assert client.send(Get()).body == WIRE
        assert asyncio.run(later()).body == WIRE
    assert "HTTP Request: GET https://x.example " in caplog.text
    assert "s3cret" not in caplog.text
    for one in caplog.records:
        assert "s3cret" not in repr(one.__dict__)


def test_no_error_of_the_transport_tells() -> None:
    def refuse(request: httpx2.Request) -> httpx2.Response:
        raise httpx2.ConnectError(f"refused: {request.url}", request=request)

    with httpx2.Client(transport=httpx2.MockTransport(refuse)) as inner:
        client = Ours(
            server="https://x.example/v1",
            credentials=KEYS,
            schemes=SCHEMES,
            transport=Httpx2Transport(inner),
        )
        with pytest.raises(
            ConnectFailed, match=r"^GET https://x\.example \(Get\): "
        ) as e:
            client.send(Get())
    assert "s3cret" not in f"{e.value}{e.value!r}"
    assert e.value.__context__ is None


class Nothing:
    def send(self, request: HttpRequest, timeout: Timeout) -> HttpResponse:
        raise AssertionError(f"{request} was sent")


def test_nothing_is_sent_without_credentials() -> None:
    client = Ours(server="https://x.example", schemes=SCHEMES, transport=Nothing())
    with pytest.raises(MissingCredentials, match="Get was not sent: give the client"):
        client.send(Get())


def test_prepare_signs_nothing() -> None:
    client = Ours(server="https://x", credentials=KEYS, schemes=SCHEMES)
    assert client.prepare(Get()) == Get().build("https://x", {})


@pytest.mark.parametrize(
    ("request_", "own", "url"),
    [
        (Get(), None, "https://x.example/v1/a?b=1"),
        (GetElsewhere(), None, "https://other.example/v2/a?b=1"),
        (GetBeside(), None, "https://x.example/v2/a?b=1"),
        (GetBelow(), None, "https://x.example/v1/v2/a?b=1"),
        (Get(), "http://localhost:1/", "http://localhost:1/a?b=1"),
        (GetElsewhere(), "http://localhost:1", "http://localhost:1/a?b=1"),
        (GetBeside(), "http://localhost:1", "http://localhost:1/a?b=1"),
    ],
)
def test_servers(request_: Get, own: str | None, url: str) -> None:
    client = Ours(base_url=own, server="https://x.example/v1/")
    assert client.prepare(request_).url == url


def test_no_server() -> None:
    for server in ("", "/v1", "ftp://x"):
        client = Ours(server=server)
        with pytest.raises(ClientError, match="give the client a base_url"):
            client.prepare(Get())
    assert Ours(server="/v1").prepare(GetElsewhere()).url.startswith("https://other")
    assert Ours(server="/v1", base_url="http://x").prepare(Get()).url == (
        "http://x/a?b=1"
    )


def test_a_secret_itself_is_no_credential() -> None:
    wrong: list[tuple[str, dict[str, Any]]] = [
        ("signer must be a function", {"signer": "s3cret"}),
        ("login must be BasicAuth(…)", {"credentials": {"basic": "s3cret"}}),
        ("bearer must be BearerAuth(…)", {"credentials": {"bearer": "s3cret"}}),
    ]
    for said, given in wrong:
        with pytest.raises(TypeError) as raised:
            Ours(**given, schemes=SCHEMES)
        assert "s3cret" not in str(raised.value)
        assert str(raised.value).startswith(said)
