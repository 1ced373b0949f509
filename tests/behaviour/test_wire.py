"""The bytes that go out."""

from __future__ import annotations

import asyncio
import copy
import dataclasses
import pickle
import subprocess
import sys
from base64 import b64encode
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, unquote_to_bytes

import pytest
import twilio_participants
from hypothesis import assume, given
from hypothesis import strategies as st
from twilio_participants import (
    ApiError,
    AsyncClient,
    BasicAuth,
    Client,
    CreateParticipant,
    HttpRequest,
    HttpResponse,
    InvalidRequest,
    Timeout,
)

from .callers import Caller, SyncCaller, settings
from .samples import (
    ACCOUNT,
    ALL,
    AUTH,
    CONFERENCE,
    EVERYTHING,
    LEAST,
    NUMBER,
    OTHER_ACCOUNT,
    PATH,
    TOKEN,
)
from .server import Server, answer

LEAST_BODY = b"From=%2B15017122661&To=%2B15558675310"


class NoTransport:
    """For a client that is only to prepare requests; quicker to make than httpx2's."""

    def send(self, request: HttpRequest, timeout: Timeout) -> HttpResponse:
        raise AssertionError("nothing was to be sent")


def prepared(**parameters: Any) -> HttpRequest:
    client = Client(auth=AUTH, account_sid=ACCOUNT, transport=NoTransport())
    return client.prepare(CreateParticipant(**(LEAST | parameters)))


def fields(body: object) -> list[tuple[str, str]]:
    assert isinstance(body, bytes)
    return parse_qsl(
        body.decode("ascii"),
        keep_blank_values=True,
        strict_parsing=True,
        errors="strict",
    )


def test_a_call_with_every_parameter(caller: Caller, server: Server) -> None:
    assert len(EVERYTHING) == 39
    caller.create(server, **EVERYTHING)
    body = "&".join(wire for _, wire in ALL.values()).encode()
    assert server.request.line == f"POST {PATH} HTTP/1.1".encode()
    assert server.request.body == body
    headers = server.request.headers
    pair = b64encode(f"{ACCOUNT}:{TOKEN}".encode())
    assert headers[b"authorization"] == b"Basic " + pair
    assert headers[b"content-type"] == b"application/x-www-form-urlencoded"
    assert headers[b"content-length"] == str(len(body)).encode()
    assert headers[b"accept"] == b"application/json"
    assert headers[b"host"] == f"127.0.0.1:{server.port}".encode()


def test_the_two_clients_send_the_same_bytes(server: Server) -> None:
    async def run() -> None:
        async with AsyncClient(**settings(server, {})) as client:
            await client.participants.create(**EVERYTHING, conference_sid=CONFERENCE)

    SyncCaller().create(server, **EVERYTHING)
    asyncio.run(run())
    first, second = server.requests
    assert first.raw == second.raw


def test_a_call_with_the_least(caller: Caller, server: Server) -> None:
    caller.create(server)
    assert server.request.body == LEAST_BODY


def test_a_default_is_never_sent(caller: Caller, server: Server) -> None:
    caller.create(server, label="x", beep=None, max_participants=None)
    assert server.request.body == b"From=%2B15017122661&Label=x&To=%2B15558675310"


def test_fields_go_out_in_the_order_of_the_description(server: Server) -> None:
    backwards = dict(reversed(EVERYTHING.items()))
    SyncCaller().create(server, **backwards)
    names = list(dict.fromkeys(name for name, _ in fields(server.request.body)))
    assert names == sorted(names)
    assert len(names) == 39


@pytest.mark.parametrize(
    ("given_value", "wire"),
    [
        (["initiated"], b"StatusCallbackEvent=initiated"),
        (
            ["answered", "ringing", "answered"],
            b"StatusCallbackEvent=answered&StatusCallbackEvent=ringing"
            b"&StatusCallbackEvent=answered",
        ),
        (("ringing",), b"StatusCallbackEvent=ringing"),
    ],
)
def test_a_list_repeats_its_key(given_value: Any, wire: bytes) -> None:
    body = prepared(status_callback_event=given_value).body
    assert body == LEAST_BODY.replace(b"&To", b"&" + wire + b"&To")


def test_an_empty_list_sends_nothing() -> None:
    assert prepared(status_callback_event=[]).body == LEAST_BODY


@pytest.mark.parametrize(
    ("name", "value", "wire"),
    [
        ("muted", True, ("Muted", "true")),
        ("muted", False, ("Muted", "false")),
        ("beep", True, ("Beep", "true")),
        ("beep", False, ("Beep", "false")),
        ("beep", "true", ("Beep", "true")),
        ("conference_record", True, ("ConferenceRecord", "true")),
        ("conference_record", False, ("ConferenceRecord", "false")),
        ("max_participants", 5.0, ("MaxParticipants", "5")),
        ("time_limit", 86400.0, ("TimeLimit", "86400")),
        ("time_limit", 10**20, ("TimeLimit", "1" + "0" * 20)),
        ("time_limit", 0, ("TimeLimit", "0")),
        ("label", "", ("Label", "")),
    ],
)
def test_a_scalar_is_written(name: str, value: Any, wire: tuple[str, str]) -> None:
    assert wire in fields(prepared(**{name: value}).body)


EVERY_ASCII = "".join(map(chr, range(128)))


@pytest.mark.parametrize(
    "text",
    [
        EVERY_ASCII,
        "é ñ ü ß",
        "☎ 電話 \N{TELEPHONE RECEIVER}",
        EVERY_ASCII + "é",
        "\x80\xff",
        "\u2028",
        "%41+%2B",
        "a=b&c=d;e=f",
    ],
)
def test_a_text_survives(caller: Caller, server: Server, text: str) -> None:
    caller.create(server, label=text)
    assert fields(server.request.body)[1] == ("Label", text)


@given(st.text(st.characters(codec="utf-8")))
def test_any_text_survives(text: str) -> None:
    assert fields(prepared(label=text).body)[1] == ("Label", text)


def test_a_text_that_utf_8_cannot_write_is_refused() -> None:
    with pytest.raises(InvalidRequest) as raised:
        prepared(label="a\ud800")
    (violation,) = raised.value.violations
    assert (violation.name, violation.rule) == ("label", "encoding")


@pytest.mark.parametrize(
    "url",
    [
        "https://example.com/a%20b?x=1&y=%2F#part",
        "HTTPS://Example.COM/a/../b/./c//",
        "http://[::1]:8080/",
        "relative?query",
        "//example.com/x",
        "#",
        "",
    ],
)
def test_a_callback_goes_out_unchanged(
    caller: Caller, server: Server, url: str
) -> None:
    caller.create(server, status_callback=url)
    assert ("StatusCallback", url) in fields(server.request.body)


# The path


@pytest.mark.parametrize(
    ("sid", "segment"),
    [
        ("a/b?c#d é", b"a%2Fb%3Fc%23d%20%C3%A9"),
        ("../../../Other", b"..%2F..%2F..%2FOther"),
        ("...", b"..."),
        ("%2e%2e", b"%252e%252e"),
        ("a+b", b"a%2Bb"),
        ("\r\nX: y", b"%0D%0AX%3A%20y"),
        ("\\", b"%5C"),
        ("~-_.", b"~-_."),
    ],
)
def test_a_path_value_stays_one_segment(
    caller: Caller, server: Server, sid: str, segment: bytes
) -> None:
    caller.create(server, conference_sid=sid)
    path = PATH.encode().replace(CONFERENCE.encode(), segment)
    assert server.request.line == b"POST " + path + b" HTTP/1.1"


@given(st.text(st.characters(codec="utf-8"), min_size=1))
def test_any_path_value_stays_one_segment(text: str) -> None:
    assume(text not in (".", ".."))
    url = prepared(conference_sid=text).url
    before, found, after = url.removeprefix("https://api.twilio.com").split("/")[-3:]
    assert (before, after) == ("Conferences", "Participants.json")
    assert unquote_to_bytes(found) == text.encode()
    assert not set(found) & set("?#\\ ")


@pytest.mark.parametrize("sid", ["", ".", ".."])
def test_a_path_value_that_leads_elsewhere_is_refused(
    caller: Caller, server: Server, sid: str
) -> None:
    with pytest.raises(InvalidRequest) as raised:
        caller.create(server, conference_sid=sid)
    (violation,) = raised.value.violations
    assert violation.name == "conference_sid"
    assert violation.wire_name == "ConferenceSid"
    assert server.requests == []


def test_the_account_is_the_clients(caller: Caller, server: Server) -> None:
    caller.create(server)
    assert ACCOUNT.encode() in server.request.target


def test_the_account_of_a_call_comes_first(caller: Caller, server: Server) -> None:
    caller.create(server, account_sid=OTHER_ACCOUNT)
    assert OTHER_ACCOUNT.encode() in server.request.target
    assert ACCOUNT.encode() not in server.request.target


def test_the_account_of_a_call_is_enough(caller: Caller, server: Server) -> None:
    caller.create(server, client={"account_sid": None}, account_sid=OTHER_ACCOUNT)
    assert OTHER_ACCOUNT.encode() in server.request.target


def test_no_account_is_a_violation(caller: Caller, server: Server) -> None:
    with pytest.raises(InvalidRequest) as raised:
        caller.create(server, client={"account_sid": None})
    (violation,) = raised.value.violations
    assert (violation.name, violation.rule) == ("account_sid", "required")
    assert server.requests == []


@pytest.mark.parametrize("end", ["", "/"])
def test_a_base_url_may_have_a_path(caller: Caller, server: Server, end: str) -> None:
    caller.create(server, client={"base_url": f"{server.url}/proxy{end}"})
    assert server.request.target == b"/proxy" + PATH.encode()


# Requests built ahead


def test_send_sends_what_create_sends(caller: Caller, server: Server) -> None:
    request = CreateParticipant(conference_sid=CONFERENCE, **EVERYTHING)
    created = caller.create(server, **EVERYTHING)
    sent = caller.send(server, request)
    first, second = server.requests
    assert first.raw == second.raw
    assert created == sent


def test_a_request_can_be_kept_and_sent_again(caller: Caller, server: Server) -> None:
    request = CreateParticipant(conference_sid=CONFERENCE, **EVERYTHING)
    before = repr(request)
    caller.send(server, request)
    caller.send(server, request)
    first, second = server.requests
    assert first.raw == second.raw
    assert repr(request) == before


def test_requests_compare() -> None:
    one = CreateParticipant(**LEAST, label="a")
    same = CreateParticipant(**LEAST, label="a")
    assert one == same
    assert hash(one) == hash(same)
    assert one != CreateParticipant(**LEAST, label="b")
    assert one != CreateParticipant(**LEAST)


def test_a_request_is_frozen() -> None:
    request = CreateParticipant(**LEAST)
    with pytest.raises(dataclasses.FrozenInstanceError):
        request.label = "x"  # type: ignore[misc]  # it is frozen
    with pytest.raises(dataclasses.FrozenInstanceError):
        del request.label  # pyright: ignore[reportAttributeAccessIssue]  # frozen
    with pytest.raises((AttributeError, TypeError)):
        request.lable = "x"  # type: ignore[attr-defined]  # a typo
    assert request == CreateParticipant(**LEAST)


def test_a_request_can_be_copied_and_changed() -> None:
    request = CreateParticipant(conference_sid=CONFERENCE, **EVERYTHING)
    assert copy.copy(request) == request
    assert copy.deepcopy(request) == request
    assert pickle.loads(pickle.dumps(request)) == request
    changed = dataclasses.replace(request, label="other")
    assert (changed.label, changed.to) == ("other", NUMBER)


def test_parameters_have_no_positions() -> None:
    with pytest.raises(TypeError):
        CreateParticipant(CONFERENCE, NUMBER, NUMBER)  # type: ignore[call-arg]  # the test


def test_prepare_needs_no_network(server: Server) -> None:
    with Client(**settings(server, {})) as client:
        request = client.prepare(CreateParticipant(**LEAST))
    assert request.method == "POST"
    assert request.url == server.url + PATH
    assert request.body == LEAST_BODY
    assert "authorization" not in {name.lower() for name in request.headers}
    assert server.connections == 0


def test_the_async_client_prepares_the_same() -> None:
    async def run() -> HttpRequest:
        async with AsyncClient(auth=AUTH, account_sid=ACCOUNT) as client:
            return client.prepare(CreateParticipant(**LEAST))

    assert asyncio.run(run()) == prepared()


# Around the request


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
def test_no_redirect_is_followed(caller: Caller, server: Server, status: int) -> None:
    with (
        Server([answer(status, Location=server.url + PATH)]) as first,
        pytest.raises(ApiError) as raised,
    ):
        caller.create(first)
    assert raised.value.status == status
    assert len(first.requests) == 1
    assert server.connections == 0


def test_one_client_makes_many_calls(server: Server) -> None:
    with Client(**settings(server, {})) as client:
        for number in range(3):
            client.participants.create(**LEAST, label=str(number))
    assert [dict(fields(one.body))["Label"] for one in server.requests] == list("012")
    assert server.connections == 1


def test_one_async_client_makes_calls_side_by_side(server: Server) -> None:
    async def run() -> None:
        async with AsyncClient(**settings(server, {})) as client:
            calls = [
                client.participants.create(**LEAST, label=str(number))
                for number in range(5)
            ]
            await asyncio.gather(*calls)

    asyncio.run(run())
    labels = sorted(dict(fields(one.body))["Label"] for one in server.requests)
    assert labels == list("01234")


def test_a_password_may_be_of_any_characters(caller: Caller, server: Server) -> None:
    caller.create(server, client={"auth": BasicAuth("user", "pä:ss")})
    pair = b64encode("user:pä:ss".encode())
    assert server.request.headers[b"authorization"] == b"Basic " + pair


@pytest.mark.parametrize(
    "url",
    [
        "",
        "api.twilio.com",
        "ftp://api.twilio.com",
        "http://",
        "http:///path",
        "http://exa mple",
        "http://[::1",
        "http://127.0.0.1:99999",
        "http://127.0.0.1:port",
        "http://127.0.0.1/?query",
        "http://127.0.0.1/#fragment",
    ],
)
def test_a_base_url_that_is_none_is_refused(url: str) -> None:
    with pytest.raises(ValueError, match="base_url"):
        Client(auth=AUTH, base_url=url, transport=NoTransport())


@pytest.mark.parametrize("url", [5, b"http://127.0.0.1"])
def test_a_base_url_is_a_text(url: Any) -> None:
    with pytest.raises(TypeError, match=r"base_url must be a text, not (int|bytes)"):
        Client(auth=AUTH, base_url=url, transport=NoTransport())


# Imports

FOREIGN = """
import sys
sys.path.insert(0, sys.argv[1])
before = set(sys.modules)


def foreign() -> set:
    new = {name.partition(".")[0] for name in set(sys.modules) - before}
    return new - set(sys.stdlib_module_names) - {"twilio_participants"}


import twilio_participants as package
assert not foreign(), foreign()
for name in package.__all__:
    getattr(package, name)
assert not foreign(), foreign()
auth = package.BasicAuth("user", "password")
request = package.CreateParticipant(conference_sid="CF", from_="a", to="b")
assert request == request
assert not foreign(), foreign()
package.CLIENT(auth=auth)
assert "httpx2" in foreign(), foreign()
print("done")
"""


@pytest.mark.parametrize("client", ["Client", "AsyncClient"])
def test_nothing_foreign_is_imported_before_the_first_client(client: str) -> None:
    source = str(Path(twilio_participants.__file__).parent.parent)
    ran = subprocess.run(
        [sys.executable, "-I", "-c", FOREIGN.replace("CLIENT", client), source],
        capture_output=True,
        text=True,
        timeout=60,
    )
    assert (ran.stdout, ran.returncode) == ("done\n", 0), ran.stderr
