"""What goes out equals what the official package sends, wherever both can."""

from __future__ import annotations

import asyncio
import warnings
from typing import Any
from urllib.parse import parse_qsl

import pytest
from twilio.http.async_http_client import (  # type: ignore[import-untyped]  # has no types
    AsyncTwilioHttpClient,
)
from twilio.http.http_client import TwilioHttpClient  # type: ignore[import-untyped]  # has no types
from twilio.rest import Client as Twilio  # type: ignore[import-untyped]  # has no types

from .callers import Caller
from .samples import (
    ACCOUNT,
    CALL,
    CONFERENCE,
    EVERYTHING,
    LEAST,
    OTHER_ACCOUNT,
    SIP,
    TOKEN,
    TRUNK,
)
from .server import Recorded, Server

CALLS: dict[str, dict[str, Any]] = {
    "the least": {},
    "all": EVERYTHING,
    "booleans": {"muted": True, "record": False, "early_media": True},
    "lists": {
        "status_callback_event": ["initiated", "ringing", "answered"],
        "recording_status_callback_event": ["started"],
    },
    "numbers": {"max_participants": 2, "timeout": 600, "time_limit": 0},
    "URLs": {"status_callback": "https://example.com/a?b=c&d=%20#e", "wait_url": ""},
    "text": {"label": "".join(map(chr, range(128))), "call_reason": "é ☎ 😀"},
    "a SIP address": {
        "to": SIP + "?x-header=1&y=2",
        "from_": "bob",
        "sip_auth_username": "u",
        "sip_auth_password": "p w+d",
    },
    "coaching": {"coaching": True, "call_sid_to_coach": CALL},
    "a carrier": {"byoc": TRUNK, "caller_id": "+15017122662", "region": "de1"},
    "a client": {"to": "client:bob?a=b c", "from_": "client:älice"},
    "a named conference": {"conference_sid": "My-Room_1.x~"},
    "another account": {"account_sid": OTHER_ACCOUNT},
}


def aimed(client: Any, server: Server) -> Any:
    """Send to `server` what is for Twilio; the package has no setting for that."""
    send = client.request

    def request(method: str, url: str, **rest: Any) -> Any:
        url = url.replace("https://api.twilio.com", server.url, 1)
        return send(method, url, **rest)

    client.request = request
    return client


def participants(twilio: Any, given: dict[str, Any]) -> tuple[Any, dict[str, Any]]:
    given = LEAST | given
    account = twilio.api.v2010.accounts(given.pop("account_sid", ACCOUNT))
    # It takes tuples for no lists.
    named = {k: list(v) if isinstance(v, tuple) else v for k, v in given.items()}
    return account.conferences(named.pop("conference_sid")).participants, named


def theirs(server: Server, given: dict[str, Any]) -> Recorded:
    client = aimed(TwilioHttpClient(), server)
    try:
        resource, named = participants(
            Twilio(ACCOUNT, TOKEN, http_client=client), given
        )
        resource.create(**named)
    finally:
        client.session.close()
    return server.requests[-1]


def theirs_awaited(server: Server, given: dict[str, Any]) -> Recorded:
    async def run() -> None:
        async with AsyncTwilioHttpClient() as client:
            twilio = Twilio(ACCOUNT, TOKEN, http_client=aimed(client, server))
            resource, named = participants(twilio, given)
            await resource.create_async(**named)

    with warnings.catch_warnings():
        # Of aiohttp, about how the package uses it.
        warnings.simplefilter("ignore", DeprecationWarning)
        asyncio.run(run())
    return server.requests[-1]


def fields(request: Recorded) -> list[tuple[str, str]]:
    """Sorted: the order of fields is no part of what is said."""
    body = request.body.decode("ascii")
    return sorted(parse_qsl(body, keep_blank_values=True, strict_parsing=True))


@pytest.mark.parametrize("given", CALLS.values(), ids=CALLS.keys())
@pytest.mark.parametrize("peer", [theirs, theirs_awaited], ids=["peer", "async-peer"])
def test_the_official_package_sends_the_same(
    caller: Caller, server: Server, peer: Any, given: dict[str, Any]
) -> None:
    caller.create(server, **given)
    ours = server.request
    other = peer(server, given)
    assert len(server.requests) == 2
    assert ours.line == other.line
    assert ours.headers[b"authorization"] == other.headers[b"authorization"]
    assert ours.headers[b"content-type"] == other.headers[b"content-type"]
    assert ours.headers[b"accept"] == other.headers[b"accept"]
    assert fields(ours) == fields(other)


def test_the_official_package_follows_a_path_elsewhere_and_ours_does_not(
    caller: Caller, server: Server
) -> None:
    sid = "../../../Other"
    caller.create(server, conference_sid=sid)
    assert server.request.target.count(b"/") == 6
    assert b"..%2F..%2F..%2FOther" in server.request.target
    other = theirs(server, {"conference_sid": sid})
    assert CONFERENCE.encode() not in other.target
    assert b"Other/Participants.json" in other.target
