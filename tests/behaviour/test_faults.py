"""Answers other than the one that was hoped for, and no answer at all."""

from __future__ import annotations

import asyncio
import gc
import inspect
import json
import socket
import time
import warnings
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
import trio
from twilio_participants import (
    ApiError,
    AsyncClient,
    AsyncHttpx2Transport,
    Client,
    ClientError,
    ConnectFailed,
    ConnectionLost,
    InvalidResponse,
    Participant,
    Retries,
    TimedOut,
    Timeout,
    TransportError,
    TwilioError,
    UnreadableField,
)

from . import callers
from .callers import Caller, settings
from .samples import ACCOUNT, CALL, CONFERENCE, CREATED, ERROR, LEAST, PATH
from .server import Reply, Server, Step, answer, json_answer

HTML = b"<html><body><h1>500 Internal Server Error</h1></body></html>"
WHOLE = json_answer(201, CREATED)

SOON = Timeout(connect=20.0, total=0.3)
# Far above what is allowed, for a slow machine; a stall that nothing ends lasts longer.
LONGEST = 15.0


def got(caller: Caller, value: object) -> Participant:
    with Server([json_answer(201, value)]) as server:
        return caller.create(server)


# The participant


def test_the_participant_that_came(caller: Caller, server: Server) -> None:
    assert caller.create(server) == Participant(
        account_sid=ACCOUNT,
        call_sid=CALL,
        call_sid_to_coach=None,
        coaching=False,
        conference_sid=CONFERENCE,
        date_created=datetime(2011, 2, 18, 21, 7, 19, tzinfo=UTC),
        date_updated=datetime(2011, 2, 18, 21, 7, 20, tzinfo=UTC),
        end_conference_on_exit=True,
        hold=False,
        label="customer",
        muted=True,
        start_conference_on_enter=True,
        status="queued",
        uri=PATH.replace(".json", f"/{CALL}.json"),
    )


def test_a_field_of_no_description_is_kept(caller: Caller) -> None:
    extra = {"queue_time": "5", "nested": {"a": [1, None]}, "extra": 1, "class": None}
    participant = got(caller, CREATED | extra)
    assert participant.extra == extra
    assert participant.label == "customer"


def test_nothing_described_is_in_extra(caller: Caller, server: Server) -> None:
    assert caller.create(server).extra == {}


@pytest.mark.parametrize("status", ["complete", "levitating", ""])
def test_any_status_comes_through(caller: Caller, status: str) -> None:
    assert got(caller, CREATED | {"status": status}).status == status


def test_nulls_are_fine(caller: Caller) -> None:
    assert len(CREATED) == 14
    assert got(caller, dict.fromkeys(CREATED)) == Participant()


@pytest.mark.parametrize("name", CREATED)
def test_a_missing_field_is_fine(caller: Caller, name: str) -> None:
    rest = {key: value for key, value in CREATED.items() if key != name}
    participant = got(caller, rest)
    assert getattr(participant, name) is None
    assert participant.extra == {}


def test_an_empty_object_is_fine(caller: Caller) -> None:
    assert got(caller, {}) == Participant()


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("label", 5),
        ("status", ["queued"]),
        ("muted", "true"),
        ("hold", 1),
        ("account_sid", {"a": 1}),
    ],
)
def test_a_field_of_another_kind_is_none(
    caller: Caller, name: str, value: object
) -> None:
    with pytest.warns(UnreadableField, match=name) as warned:
        participant = got(caller, CREATED | {name: value})
    assert len(warned) == 1
    assert getattr(participant, name) is None
    assert participant.extra == {name: value}


DATES: list[tuple[str, tuple[int, ...], float]] = [
    ("Fri, 18 Feb 2011 21:07:19 +0000", (2011, 2, 18, 21, 7, 19), 0),
    ("Fri, 18 Feb 2011 16:07:19 -0500", (2011, 2, 18, 16, 7, 19), -5),
    ("Fri, 18 Feb 2011 21:07:19 +0530", (2011, 2, 18, 21, 7, 19), 5.5),
    ("Fri, 18 Feb 2011 21:07:19 GMT", (2011, 2, 18, 21, 7, 19), 0),
    ("Fri, 18 Feb 2011 21:07:19 UT", (2011, 2, 18, 21, 7, 19), 0),
    ("Fri, 18 Feb 2011 21:07:19 EST", (2011, 2, 18, 21, 7, 19), -5),
    ("Fri, 18 Feb 2011 21:07:19 -0000", (2011, 2, 18, 21, 7, 19), 0),
    ("Tue, 1 Feb 2011 01:02:03 +0000", (2011, 2, 1, 1, 2, 3), 0),
    ("18 Feb 2011 21:07:19 +0000", (2011, 2, 18, 21, 7, 19), 0),
    ("18 Feb 2011 21:07 -0800", (2011, 2, 18, 21, 7, 0), -8),
    ("Thu, 29 Feb 2024 23:59:59 +1400", (2024, 2, 29, 23, 59, 59), 14),
    ("fri, 18 feb 2011 21:07:19 +0000", (2011, 2, 18, 21, 7, 19), 0),
    ("Fri,  18 Feb 2011 21:07:19 +0000 (UTC)", (2011, 2, 18, 21, 7, 19), 0),
]


@pytest.mark.parametrize(("text", "moment", "hours"), DATES)
def test_a_date_has_its_offset(
    caller: Caller, text: str, moment: tuple[int, ...], hours: float
) -> None:
    read = got(caller, {"date_created": text, "date_updated": text})
    for date in (read.date_created, read.date_updated):
        assert date is not None
        assert date.timetuple()[:6] == moment
        assert date.utcoffset() == timedelta(hours=hours)


@pytest.mark.parametrize("month", range(1, 13))
def test_each_month_is_read(caller: Caller, month: int) -> None:
    names = "JanFebMarAprMayJunJulAugSepOctNovDec"
    name = names[3 * month - 3 : 3 * month]
    read = got(caller, {"date_created": f"01 {name} 2020 00:00:00 +0000"})
    assert read.date_created == datetime(2020, month, 1, tzinfo=UTC)


@pytest.mark.parametrize(
    "value",
    [
        "yesterday",
        "2011-02-18T21:07:19Z",
        "Fri, 32 Feb 2011 21:07:19 +0000",
        "Fri, 18 Fev 2011 21:07:19 +0000",
        "Fri, 18 Feb 2011 25:07:19 +0000",
        "",
        "Fri,",
        " ",
        1298063239,
        True,
        ["Fri, 18 Feb 2011 21:07:19 +0000"],
        {"a": 1},
    ],
)
def test_an_unreadable_date_is_none(caller: Caller, value: object) -> None:
    with pytest.warns(UnreadableField, match="date_created") as warned:
        participant = got(caller, CREATED | {"date_created": value})
    assert len(warned) == 1
    assert participant.date_created is None
    assert participant.date_updated is not None
    assert participant.extra == {"date_created": value}


@pytest.mark.parametrize(
    "text", ["Fri, 18 Feb 2011 21:07:19", "Fri, 18 Feb 2011 21:07:19 Mars"]
)
def test_a_date_of_no_known_zone_is_never_naive(caller: Caller, text: str) -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", UnreadableField)
        participant = got(caller, {"date_created": text})
    date = participant.date_created
    assert date is None or date.utcoffset() is not None
    if date is None:
        assert participant.extra == {"date_created": text}


def test_an_unreadable_field_points_to_the_line_that_called() -> None:
    lines = []

    def here(server: Server) -> None:
        with Client(**settings(server, {})) as client:
            lines.append(_next_line())
            client.participants.create(**LEAST)

    async def there(server: Server) -> None:
        async with AsyncClient(**settings(server, {})) as client:
            lines.append(_next_line())
            await client.participants.create(**LEAST)

    def run() -> None:
        with Server([json_answer(201, {"date_created": "soon"})]) as server:
            here(server)
            asyncio.run(there(server))

    with pytest.warns(UnreadableField) as warned:
        run()
    assert [(one.filename, one.lineno) for one in warned] == [
        (__file__, line) for line in lines
    ]


def _next_line() -> int:
    frame = inspect.currentframe()
    assert frame is not None
    assert frame.f_back is not None
    return frame.f_back.f_lineno + 1


# Errors of the API


def test_an_error_of_the_api(caller: Caller) -> None:
    with (
        Server([json_answer(400, ERROR)]) as server,
        pytest.raises(ApiError) as raised,
    ):
        caller.create(server)
    error = raised.value
    assert error.status == 400
    assert error.code == 21211
    assert error.message == "The 'To' number is not a valid phone number."
    assert error.more_info == "https://www.twilio.com/docs/errors/21211"
    assert error.error == TwilioError(**ERROR)
    assert error.response.status == 400
    assert error.response.headers["content-type"] == "application/json"
    assert json.loads(error.response.body) == ERROR
    for said in ("400", "21211", error.message, error.more_info):
        assert said in str(error)


@pytest.mark.parametrize("status", [401, 403, 404, 409, 429, 500, 503])
def test_any_other_status_is_an_error(caller: Caller, status: int) -> None:
    reply = json_answer(status, ERROR)
    with Server([reply]) as server, pytest.raises(ApiError) as raised:
        caller.create(server)
    assert raised.value.status == status
    assert raised.value.code == 21211


@pytest.mark.parametrize("status", [200, 202])
def test_another_success_is_no_error(caller: Caller, status: int) -> None:
    with (
        Server([json_answer(status, CREATED)]) as server,
        pytest.warns(UnreadableField, match=f"{status} is not described") as warned,
    ):
        found = caller.create(server)
    assert isinstance(found, Participant)
    assert warned[0].filename == callers.__file__
    assert len(server.requests) == 1


def test_a_success_without_a_body_is_no_error(caller: Caller) -> None:
    with (
        Server([b"HTTP/1.1 204 No\r\n\r\n"]) as server,
        pytest.warns(UnreadableField, match="204 is not described"),
        pytest.raises(InvalidResponse, match="it is empty") as raised,
    ):
        caller.create(server)
    assert raised.value.response.status == 204


ODD_ERRORS: list[tuple[bytes, str]] = [
    (HTML, "text/html; charset=utf-8"),
    (b"", "text/plain"),
    (b"upstream \xff\xfe", "text/plain"),
    (b"[1]", "application/json"),
    (b'"no"', "application/json"),
    (b"null", "application/json"),
    (b'{"code": 1', "application/json"),
    (b"[" * 100_000, "application/json"),
]


@pytest.mark.parametrize(("body", "kind"), ODD_ERRORS)
def test_an_error_of_something_in_between(
    caller: Caller, body: bytes, kind: str
) -> None:
    with (
        Server([answer(500, body, kind)]) as server,
        pytest.raises(ApiError) as raised,
    ):
        caller.create(server)
    error = raised.value
    assert (error.status, error.code, error.message) == (500, None, None)
    assert (error.more_info, error.error) == (None, None)
    assert error.response.body == body
    assert error.response.headers["content-type"] == kind
    assert "500" in str(error)


def test_an_error_with_other_fields(caller: Caller) -> None:
    body = {"message": "no", "user_error": True}
    with (
        Server([json_answer(429, body)]) as server,
        pytest.raises(ApiError) as raised,
    ):
        caller.create(server)
    error = raised.value
    assert (error.status, error.code, error.message) == (429, None, "no")
    assert isinstance(error.error, TwilioError)
    assert error.error.extra == {"user_error": True}


# Answers that cannot be read


UNREADABLE: list[tuple[bytes, str]] = [
    (b"", "empty"),
    (b"{", "JSON"),
    (b"created", "JSON"),
    (b"[]", "object"),
    (b"[{}]", "object"),
    (b'"x"', "object"),
    (b"null", "object"),
    (b"true", "object"),
    (b"5", "object"),
    (b'{"label": "\xff"}', "JSON"),
    (b"[" * 100_000, "JSON"),
    (HTML, "JSON"),
    (b'{"label": "a"}{}', "JSON"),
]


@pytest.mark.parametrize(("body", "why"), UNREADABLE)
def test_an_unreadable_answer(caller: Caller, body: bytes, why: str) -> None:
    with (
        Server([answer(201, body)]) as server,
        pytest.raises(InvalidResponse, match=why) as raised,
    ):
        caller.create(server)
    assert raised.value.response.status == 201
    assert raised.value.response.body == body
    assert not isinstance(raised.value, ApiError)
    assert len(server.requests) == 1


def test_an_answer_without_any_header(caller: Caller) -> None:
    with (
        Server([b"HTTP/1.1 201 Created\r\nContent-Length: 0\r\n\r\n"]) as server,
        pytest.raises(InvalidResponse, match="empty"),
    ):
        caller.create(server)


def test_a_byte_order_mark_is_ignored(caller: Caller) -> None:
    with Server([answer(201, b"\xef\xbb\xbf{}")]) as server:
        assert caller.create(server) == Participant()


# Connections that break. The answers come in chunks, or have a length, or just end.

CHUNKED = b"HTTP/1.1 201 Created\r\nTransfer-Encoding: chunked\r\n\r\n"

BROKEN: list[tuple[str, Reply]] = [
    ("no answer", [Step.CLOSE]),
    ("half a status line", [b"HTTP/1.1 2", Step.CLOSE]),
    ("half the headers", [b"HTTP/1.1 201 Created\r\nContent-", Step.CLOSE]),
    ("half the body", [WHOLE[:-20], Step.CLOSE]),
    ("no body", [WHOLE.partition(b"{")[0], Step.CLOSE]),
    ("half a chunk", [CHUNKED + b"ff\r\n{", Step.CLOSE]),
    ("no last chunk", [CHUNKED + b"2\r\n{}\r\n", Step.CLOSE]),
    ("no HTTP", [b"SSH-2.0-OpenSSH_9.6\r\n\r\n", Step.CLOSE]),
    ("reset at once", [Step.RESET]),
    ("reset in the headers", [b"HTTP/1.1 201 Created\r\n", Step.RESET]),
    ("reset in the body", [WHOLE[:-20], Step.RESET]),
]


@pytest.mark.parametrize("reply", [reply for _, reply in BROKEN], ids=dict(BROKEN))
def test_a_broken_connection(caller: Caller, reply: Reply) -> None:
    with Server(reply) as server, pytest.raises(ConnectionLost) as raised:
        caller.create(server)
    assert str(raised.value).startswith(f"POST {server.url} (CreateParticipant): ")
    assert isinstance(raised.value, TransportError)
    assert isinstance(raised.value, ClientError)
    # The server may have acted on the first: a second could make a second participant.
    assert len(server.requests) == 1


@pytest.mark.parametrize(
    "name", ["half the body", "no body", "half a chunk", "no last chunk"]
)
def test_a_body_that_ends_too_soon(caller: Caller, name: str) -> None:
    with (
        Server(dict(BROKEN)[name]) as server,
        pytest.raises(ConnectionLost, match="it ended before the response did"),
    ):
        caller.create(server)


def test_an_answer_in_chunks(caller: Caller) -> None:
    with Server([CHUNKED + b'e\r\n{"label": "a"}\r\n0\r\n\r\n']) as server:
        assert caller.create(server).label == "a"


def test_an_answer_that_ends_with_the_connection(caller: Caller) -> None:
    with Server([b'HTTP/1.1 201 Created\r\n\r\n{"label": "a"}', Step.CLOSE]) as server:
        assert caller.create(server).label == "a"


def test_an_answer_that_begins_with_another(caller: Caller) -> None:
    early = b"HTTP/1.1 100 Continue\r\n\r\n"
    with Server([early + WHOLE]) as server:
        assert caller.create(server).label == "customer"


def test_nobody_listens(caller: Caller) -> None:
    with socket.socket() as bound:
        # Bound and not listening: nobody else can come to listen there meanwhile.
        bound.bind(("127.0.0.1", 0))
        url = f"http://127.0.0.1:{bound.getsockname()[1]}"
        with pytest.raises(ConnectFailed) as raised:
            caller.create(url)
    assert url in str(raised.value)
    assert "nothing was sent" in str(raised.value)


SLOW: list[tuple[str, Reply]] = [
    ("before the headers", [Step.STALL]),
    ("in the headers", [b"HTTP/1.1 201 Created\r\nContent-", Step.STALL]),
    ("in the body", [WHOLE[:-20], Step.STALL]),
    ("dripping headers", [b"HTTP/1.1 201 Created\r\nX: ", Step.DRIP]),
    (
        "dripping body",
        [b"HTTP/1.1 201 Created\r\nContent-Length: 99999\r\n\r\n", Step.DRIP],
    ),
]


@pytest.mark.parametrize("reply", [reply for _, reply in SLOW], ids=dict(SLOW))
def test_a_stalled_server(caller: Caller, reply: Reply) -> None:
    with Server(reply) as server:
        begun = time.monotonic()
        with pytest.raises(TimedOut) as raised:
            caller.create(server, client={"timeout": SOON})
        assert time.monotonic() - begun < LONGEST
    assert "0.3 s" in str(raised.value)
    assert str(raised.value).startswith(f"POST {server.url} (CreateParticipant): ")
    assert len(server.requests) <= 1


BOUNDS: dict[str, tuple[Reply, Timeout, str]] = {
    "the next bytes": ([Step.STALL], Timeout(read=0.3), "nothing more within 0.3 s"),
    "the whole call": (
        [CHUNKED + b"9999\r\n", Step.DRIP],
        Timeout(read=0.9, total=1),
        "no whole answer within 1 s",
    ),
}


@pytest.mark.parametrize("bound", BOUNDS.values(), ids=BOUNDS)
def test_the_bound_that_is_told_is_the_one_that_was_met(
    caller: Caller, bound: tuple[Reply, Timeout, str]
) -> None:
    reply, timeout, said = bound
    with Server(reply) as server, pytest.raises(TimedOut) as raised:
        caller.create(server, client={"timeout": timeout})
    assert f": {said}; the request may have been acted on" in str(raised.value)


def test_the_bound_of_all_attempts_is_told_as_it_was_given(caller: Caller) -> None:
    options = {"timeout": 0.5, "retries": Retries(unsafe=True)}
    busy = b"HTTP/1.1 503 Busy\r\nRetry-After: 0\r\nContent-Length: 0\r\n\r\n"
    with Server([busy], [Step.STALL]) as server, pytest.raises(TimedOut) as raised:
        caller.create(server, client=options)
    assert len(server.requests) == 2
    assert "no whole answer within 0.5 s" in str(raised.value)


def test_a_timeout_may_be_a_number(caller: Caller) -> None:
    with Server([Step.STALL]) as server, pytest.raises(TimedOut, match=r"0\.3 s"):
        caller.create(server, client={"timeout": 0.3})


def test_a_client_goes_on_after_a_fault() -> None:
    replies: list[Reply] = [
        [Step.RESET],
        [json_answer(400, ERROR)],
        [b"HTTP/1.1 201 Created\r\nContent-Length: 9\r\n\r\n{", Step.STALL],
        [WHOLE],
    ]
    with Server(*replies) as server, Client(**settings(server, {})) as client:
        with pytest.raises(ConnectionLost):
            client.participants.create(**LEAST)
        with pytest.raises(ApiError):
            client.participants.create(**LEAST)
        with (
            Client(**settings(server, {"timeout": 1.0})) as hasty,
            pytest.raises(TimedOut),
        ):
            hasty.participants.create(**LEAST)
        assert client.participants.create(**LEAST).label == "customer"


def test_an_async_client_goes_on_after_a_fault() -> None:
    stalled: Reply = [b"HTTP/1.1 201 Created\r\nContent-Length: 9\r\n\r\n{", Step.STALL]

    async def run(server: Server) -> Participant:
        async with AsyncClient(**settings(server, {"timeout": 1.0})) as client:
            with pytest.raises(ConnectionLost):
                await client.participants.create(**LEAST)
            with pytest.raises(TimedOut):
                await client.participants.create(**LEAST)
            return await client.participants.create(**LEAST)

    with Server([Step.RESET], stalled, [WHOLE]) as server:
        assert asyncio.run(run(server)).label == "customer"


@pytest.mark.parametrize("run", [asyncio.run, lambda one: trio.run(lambda: one)])
def test_a_client_goes_on_in_another_loop(run: Callable[[Any], Any]) -> None:
    transport = AsyncHttpx2Transport()
    with Server([WHOLE]) as server:
        client = AsyncClient(**settings(server, {"transport": transport}))
        for _ in range(3):
            run(client.participants.create(**LEAST))
        run(transport.aclose())
        with pytest.raises(RuntimeError, match="closed"):
            run(client.participants.create(**LEAST))
        run(transport.aclose())
        assert (len(server.requests), server.connections) == (3, 3)
    gc.collect()


def test_a_cancelled_call_is_cancelled() -> None:
    async def run(server: Server) -> None:
        async with AsyncClient(**settings(server, {})) as client:
            task = asyncio.create_task(client.participants.create(**LEAST))
            while not server.requests:
                await asyncio.sleep(0.01)
            task.cancel()
            with pytest.raises(asyncio.CancelledError):
                await task

    with Server([Step.STALL]) as server:
        asyncio.run(run(server))


def test_the_callers_own_time_limit_stays_the_callers() -> None:
    async def run(server: Server) -> None:
        async with AsyncClient(**settings(server, {})) as client:
            async with asyncio.timeout(0.3):
                await client.participants.create(**LEAST)

    with Server([Step.STALL]) as server, pytest.raises(TimeoutError):
        asyncio.run(run(server))


def test_the_default_timeouts() -> None:
    for client in (Client, AsyncClient):
        default = inspect.signature(client).parameters["timeout"].default
        assert default == Timeout(connect=5.0, total=30.0)


def test_how_the_errors_stand() -> None:
    for lost in (ConnectFailed, ConnectionLost, TimedOut):
        assert issubclass(lost, TransportError)
    for error in (TransportError, ApiError, InvalidResponse):
        assert issubclass(error, ClientError)
