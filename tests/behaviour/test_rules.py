"""What is refused, what is advised against, and what passes."""

from __future__ import annotations

import asyncio
import inspect
import warnings
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml
from twilio_participants import (
    Advice,
    AsyncClient,
    Client,
    CreateParticipant,
    InvalidRequest,
    Violation,
)

from .callers import Caller, settings
from .samples import ACCOUNT, CALL, CONFERENCE, LEAST, NUMBER, SIP, TRUNK
from .server import Server

ROOT = Path(__file__).resolve().parent.parent.parent
HEX = "0123456789abcdefABCDEF0123456789"


@cache
def document(name: str) -> Any:
    return yaml.safe_load((ROOT / name).read_text("utf-8"))


def at(pointer: str) -> Any:
    """What stands at `pointer`: a file here, and a JSON pointer (RFC 6901)."""
    name, _, path = pointer.partition("#/")
    node = document(name)
    for token in path.split("/"):
        token = token.replace("~1", "/").replace("~0", "~")
        node = node[int(token)] if isinstance(node, list) else node[token]
    return node


def refused(caller: Caller, server: Server, **given: Any) -> tuple[Violation, ...]:
    """The violations; nothing may have been sent."""
    with pytest.raises(InvalidRequest) as raised:
        caller.create(server, **given)
    assert server.connections == 0
    return raised.value.violations


def wire(name: str) -> str:
    """`max_participants` as `MaxParticipants`; the names here have no exception."""
    return "".join(part.capitalize() for part in name.split("_"))


def words_of(name: str) -> str:
    schema = "spec/participants.yaml#/components/schemas/CreateParticipantRequest"
    return str(at(f"{schema}/properties/{wire(name)}/description"))


# Rules of one parameter: what is given, then the rule that it breaks

BAD_URLS: list[tuple[Any, str]] = [
    ("https://exa mple.com", "format"),
    ("https://example.com/\n", "format"),
    ("https://example.com/é", "format"),
    ("https://example.com/100%", "format"),
    ("http://[::1", "format"),
    ("1http://example.com", "format"),
    (b"https://example.com", "type"),
]
NO_BOOLEANS: list[Any] = ["true", 1, 0.0, []]
NO_TEXTS: list[Any] = [5, True, b"text", ["text"]]
SINGLE: list[tuple[str, Any, str]] = [
    ("byoc", TRUNK[:-1], "minLength"),
    ("byoc", TRUNK + "0", "maxLength"),
    ("byoc", "CA" + HEX, "pattern"),
    ("byoc", "BY" + HEX[:-1] + "g", "pattern"),
    ("byoc", "by" + HEX, "pattern"),
    ("byoc", TRUNK[:-1] + "\n", "pattern"),
    ("byoc", 34, "type"),
    ("call_sid_to_coach", CALL[:-1], "minLength"),
    ("call_sid_to_coach", CALL + "0", "maxLength"),
    ("call_sid_to_coach", "CF" + HEX, "pattern"),
    ("call_sid_to_coach", CALL + "\n", "maxLength"),
    ("account_sid", ACCOUNT[:-1], "minLength"),
    ("account_sid", ACCOUNT + "0", "maxLength"),
    ("account_sid", "XX" + HEX, "pattern"),
    ("account_sid", ACCOUNT[:-1] + "\n", "pattern"),
    ("account_sid", 5, "type"),
    ("conference_sid", 5, "type"),
    ("beep", "loud", "enum"),
    ("beep", "TRUE", "enum"),
    ("beep", "True", "enum"),
    ("beep", "", "enum"),
    # By JSON's equality 1 is not true.
    ("beep", 1, "enum"),
    ("beep", 1.0, "enum"),
    ("beep", ["true"], "enum"),
    ("conference_record", "record", "enum"),
    ("conference_record", "onEnter", "enum"),
    ("conference_record", 0, "enum"),
    ("conference_trim", "trim", "enum"),
    ("conference_trim", True, "type"),
    ("jitter_buffer_size", "huge", "enum"),
    ("jitter_buffer_size", False, "type"),
    ("recording_channels", "stereo", "enum"),
    ("recording_track", "none", "enum"),
    ("conference_recording_status_callback_method", "PUT", "enum"),
    ("conference_status_callback_method", "HEAD", "enum"),
    ("recording_status_callback_method", "PATCH", "enum"),
    ("status_callback_method", "DELETE", "enum"),
    ("wait_method", "get", "enum"),
    ("wait_method", 1, "type"),
    ("max_participants", 1, "minimum"),
    ("max_participants", 251, "maximum"),
    ("max_participants", -(10**30), "minimum"),
    ("max_participants", 2.5, "type"),
    ("max_participants", "10", "type"),
    ("max_participants", True, "type"),
    ("timeout", 4, "minimum"),
    ("timeout", 601, "maximum"),
    ("timeout", 4.0, "minimum"),
    ("timeout", float("inf"), "type"),
    ("timeout", float("nan"), "type"),
    ("timeout", False, "type"),
    ("time_limit", True, "type"),
    ("time_limit", 0.5, "type"),
    ("time_limit", "60", "type"),
    *[
        (name, value, rule)
        for name in (
            "conference_recording_status_callback",
            "conference_status_callback",
            "recording_status_callback",
            "status_callback",
            "wait_url",
        )
        for value, rule in BAD_URLS
    ],
    *[
        (name, value, "type")
        for name in (
            "coaching",
            "early_media",
            "end_conference_on_exit",
            "muted",
            "record",
            "start_conference_on_enter",
        )
        for value in NO_BOOLEANS
    ],
    *[
        (name, value, "type")
        for name in (
            "call_reason",
            "caller_id",
            "from_",
            "label",
            "region",
            "sip_auth_password",
            "sip_auth_username",
            "to",
        )
        for value in NO_TEXTS
    ],
]


@pytest.mark.parametrize(("name", "value", "rule"), SINGLE)
def test_a_value_is_refused(
    caller: Caller, server: Server, name: str, value: Any, rule: str
) -> None:
    found = refused(caller, server, **{name: value})
    (violation,) = [one for one in found if one.rule == rule]
    assert {one.name for one in found} == {name}
    expected = {"account_sid": "AccountSid", "conference_sid": "ConferenceSid"}
    assert violation.wire_name == expected.get(name, wire(name))
    assert violation.path == (name,)
    limit = at(violation.pointer)
    assert violation.pointer.endswith(f"/{rule}")
    assert violation.limit == (tuple(limit) if isinstance(limit, list) else limit)
    if name not in expected:
        assert violation.words is not None
        assert words_of(name) in violation.message


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("account_sid", "The SID of the Account that the resource belongs to"),
        ("conference_sid", "The SID of the conference that the participant is to join"),
    ],
)
def test_a_path_value_is_refused_in_its_own_words(
    caller: Caller, server: Server, name: str, words: str
) -> None:
    (violation,) = refused(caller, server, **{name: 5})
    assert words in violation.message


EVENTS: dict[str, list[str]] = {
    "status_callback_event": ["initiated", "ringing", "answered", "completed"],
    "conference_status_callback_event": [
        "start",
        "end",
        "join",
        "leave",
        "mute",
        "hold",
        "modify",
        "speaker",
        "announcement",
    ],
    "recording_status_callback_event": [
        "started",
        "in-progress",
        "paused",
        "resumed",
        "stopped",
        "completed",
        "failed",
        "absent",
    ],
    "conference_recording_status_callback_event": [
        "in-progress",
        "completed",
        "failed",
        "absent",
    ],
}


@pytest.mark.parametrize("name", EVENTS)
def test_an_event_is_refused(caller: Caller, server: Server, name: str) -> None:
    good = EVENTS[name][0]
    first, second = refused(caller, server, **{name: [good, "nonsense", good, 5]})
    assert (first.rule, first.path, first.value) == ("enum", (name, 1), "nonsense")
    assert (second.rule, second.path, second.value) == ("type", (name, 3), 5)
    for violation in (first, second):
        assert (violation.name, violation.wire_name) == (name, wire(name))
        assert words_of(name) in violation.message
    assert at(first.pointer) == EVENTS[name]
    assert at(second.pointer) == "string"


@pytest.mark.parametrize("name", EVENTS)
def test_every_event_passes(caller: Caller, server: Server, name: str) -> None:
    given: dict[str, Any] = {name: EVENTS[name]}
    caller.create(server, **given)
    assert len(server.requests) == 1


@pytest.mark.parametrize("name", EVENTS)
def test_a_bare_string_for_a_list_is_refused(
    caller: Caller, server: Server, name: str
) -> None:
    (violation,) = refused(caller, server, **{name: EVENTS[name][-1]})
    assert (violation.name, violation.wire_name) == (name, wire(name))
    assert violation.rule == "type"
    assert at(violation.pointer) == "array"
    assert f"write ['{EVENTS[name][-1]}']" in violation.message


def test_words_with_spaces_for_a_list_are_refused(
    caller: Caller, server: Server
) -> None:
    (violation,) = refused(caller, server, status_callback_event="initiated ringing")
    assert violation.rule == "type"
    assert "write ['initiated', 'ringing']" in violation.message


@pytest.mark.parametrize("value", [{"answered"}, {"answered": 1}, 5, b"answered"])
def test_what_is_no_list_is_refused(
    caller: Caller, server: Server, value: object
) -> None:
    (violation,) = refused(caller, server, status_callback_event=value)
    assert violation.rule == "type"


PASSES: list[tuple[str, Any]] = [
    ("byoc", "BY" + HEX),
    ("call_sid_to_coach", "CA" + HEX),
    ("account_sid", "AC" + HEX),
    ("conference_sid", "my room"),
    *[("beep", value) for value in ("true", "false", "onEnter", "onExit", True, False)],
    *[
        ("conference_record", value)
        for value in (
            "true",
            "false",
            "record-from-start",
            "do-not-record",
            True,
            False,
        )
    ],
    *[("conference_trim", value) for value in ("trim-silence", "do-not-trim")],
    *[("jitter_buffer_size", value) for value in ("off", "small", "medium", "large")],
    *[("recording_channels", value) for value in ("mono", "dual")],
    *[("recording_track", value) for value in ("inbound", "outbound", "both")],
    *[
        (name, value)
        for name in (
            "conference_recording_status_callback_method",
            "conference_status_callback_method",
            "recording_status_callback_method",
            "status_callback_method",
            "wait_method",
        )
        for value in ("GET", "POST")
    ],
    *[("max_participants", value) for value in (2, 3, 249, 250, 5.0)],
    *[("timeout", value) for value in (5, 6, 599, 600, 600.0)],
    *[("time_limit", value) for value in (0, 1, 10**9)],
    *[
        (name, value)
        for name in (
            "conference_recording_status_callback",
            "conference_status_callback",
            "recording_status_callback",
            "status_callback",
            "wait_url",
        )
        for value in ("https://example.com/a?b=%20#c", "/relative", "")
    ],
    *[("region", value) for value in ("us1", "ie1", "de1", "sg1", "br1", "au1", "jp1")],
    *[
        (name, value)
        for name in (
            "early_media",
            "end_conference_on_exit",
            "muted",
            "record",
            "start_conference_on_enter",
        )
        for value in (True, False)
    ],
    ("coaching", False),
    *[(name, ()) for name in EVENTS],
]


@pytest.mark.parametrize(("name", "value"), PASSES)
def test_a_value_passes(caller: Caller, server: Server, name: str, value: Any) -> None:
    caller.create(server, **{name: value})
    assert len(server.requests) == 1


def test_every_parameter_is_refused_somewhere_and_passes_somewhere() -> None:
    request = set(inspect.signature(CreateParticipant).parameters)
    assert {name for name, _, _ in SINGLE} | set(EVENTS) == request
    free = {"call_reason", "caller_id", "from_", "label", "to"}
    sip = {"sip_auth_password", "sip_auth_username"}
    assert {name for name, _ in PASSES} | free | sip == request


# Rules between parameters


@pytest.mark.parametrize("name", ["from_", "to"])
def test_what_is_required_must_be_given(
    caller: Caller, server: Server, name: str
) -> None:
    (violation,) = refused(caller, server, **{name: None})
    assert (violation.name, violation.wire_name) == (name, wire(name))
    assert violation.rule == "required"
    assert wire(name) in at(violation.pointer)
    assert words_of(name) in violation.message


def test_what_is_required_is_so_in_the_signature() -> None:
    with pytest.raises(TypeError, match="from_"):
        # Both type checkers say so too, which the next line has to silence.
        CreateParticipant(conference_sid=CONFERENCE, to=NUMBER)  # type: ignore[call-arg]  # pyright: ignore[reportCallIssue]


def test_no_account_is_refused(caller: Caller, server: Server) -> None:
    (violation,) = refused(caller, server, client={"account_sid": None})
    assert (violation.name, violation.wire_name) == ("account_sid", "AccountSid")
    assert violation.rule == "required"
    assert at(violation.pointer) is True
    assert "The SID of the Account" in violation.message


def test_the_clients_account_is_checked(caller: Caller, server: Server) -> None:
    found = refused(caller, server, client={"account_sid": "AC1"})
    assert {one.name for one in found} == {"account_sid"}
    assert {one.rule for one in found} == {"minLength", "pattern"}


@pytest.mark.parametrize(
    ("name", "value"),
    [("conference_sid", ""), ("conference_sid", "."), ("conference_sid", "..")],
)
def test_a_segment_that_leads_elsewhere_is_refused(
    caller: Caller, server: Server, name: str, value: str
) -> None:
    (violation,) = refused(caller, server, **{name: value})
    assert (violation.name, violation.rule) == (name, "segment")
    assert at(violation.pointer)["name"] == "ConferenceSid"


def test_coaching_needs_a_call(caller: Caller, server: Server) -> None:
    (violation,) = refused(caller, server, coaching=True)
    assert violation.name == "call_sid_to_coach"
    assert violation.wire_name == "CallSidToCoach"
    assert violation.rule == "required"
    assert at(violation.pointer) == ["CallSidToCoach"]
    assert "If true, call_sid_to_coach must be defined" in violation.message


@pytest.mark.parametrize(
    "parameters",
    [
        {"coaching": True, "call_sid_to_coach": CALL},
        {"coaching": False},
        {"coaching": False, "call_sid_to_coach": CALL},
        {"call_sid_to_coach": CALL},
    ],
)
def test_coaching_passes(
    caller: Caller, server: Server, parameters: dict[str, Any]
) -> None:
    caller.create(server, **parameters)
    assert len(server.requests) == 1


@pytest.mark.parametrize("name", ["from_", "caller_id"])
@pytest.mark.parametrize(
    "value",
    [
        "bob",
        "client:bob",
        "sip:bob@example.com",
        "5017122661",
        "+05017122661",
        "+1501712266a",
        "+15017122661\n",
        "+1234567890123456",
        "+1",
        "",
        "+١٢٣٤٥٦٧",
    ],
)
def test_a_number_is_called_from_a_number(
    caller: Caller, server: Server, name: str, value: str
) -> None:
    (violation,) = refused(caller, server, **{name: value})
    assert (violation.name, violation.wire_name) == (name, wire(name))
    assert (violation.rule, violation.value) == ("pattern", value)
    assert violation.limit == at(violation.pointer)
    said = {"from_": "from", "caller_id": "callerId"}[name]
    words = f"If the to parameter is a phone number, {said} must also be a phone number"
    assert words in violation.message


@pytest.mark.parametrize(
    ("to", "from_", "caller_id"),
    [
        (NUMBER, "+12", "+123456789012345"),
        ("client:bob", "client:alice", "alice"),
        ("client:bob", "alice", "+15017122661"),
        (SIP, "alice", "bob"),
        (SIP, "+15017122661", "+15017122661"),
        # Not E.164, and no rule says that it must be.
        ("4157663747", "alice", "bob"),
        ("+15558675310\n", "alice", "bob"),
        ("+1 555 867 5310", "alice", "bob"),
        ("app:AP123", "alice", "bob"),
        ("client:bob?name=value", "", ""),
        ("", "", ""),
    ],
)
def test_who_calls_whom_passes(
    caller: Caller, server: Server, to: str, from_: str, caller_id: str
) -> None:
    caller.create(server, to=to, from_=from_, caller_id=caller_id)
    assert len(server.requests) == 1


@pytest.mark.parametrize(
    "parameters",
    [
        {"to": SIP, "sip_auth_username": "bob"},
        {"to": SIP, "sip_auth_password": "secret"},
        {"status_callback_method": "GET"},
        {"max_participants": 2, "timeout": 600},
        {"time_limit": -1},
        {"label": "x" * 10_000},
    ],
)
def test_no_rule_is_invented(
    caller: Caller, server: Server, parameters: dict[str, Any]
) -> None:
    caller.create(server, **parameters)
    assert len(server.requests) == 1


# How it is told


def test_all_violations_at_once(caller: Caller, server: Server) -> None:
    with pytest.raises(InvalidRequest) as raised:
        caller.create(
            server,
            client={"account_sid": "AC"},
            conference_sid="..",
            from_="bob",
            caller_id="client:x",
            beep="loud",
            coaching=True,
            max_participants=500,
            status_callback="not a url",
            status_callback_event=["rung", "answered", "hung"],
            timeout="long",
            wait_method="PUT",
        )
    error = raised.value
    assert isinstance(error, ValueError)
    assert sorted((one.name, one.rule) for one in error.violations) == [
        ("account_sid", "minLength"),
        ("account_sid", "pattern"),
        ("beep", "enum"),
        ("call_sid_to_coach", "required"),
        ("caller_id", "pattern"),
        ("conference_sid", "segment"),
        ("from_", "pattern"),
        ("max_participants", "maximum"),
        ("status_callback", "format"),
        ("status_callback_event", "enum"),
        ("status_callback_event", "enum"),
        ("timeout", "type"),
        ("wait_method", "enum"),
    ]
    for violation in error.violations:
        lines = str(error).splitlines()
        told = f"{violation.message} ({violation.source})"
        assert sum(line.endswith(told) for line in lines) == 1
        at(violation.pointer)
    assert server.connections == 0


def test_a_violation_says_it_all(caller: Caller, server: Server) -> None:
    (violation,) = refused(caller, server, max_participants=251)
    assert violation.name == "max_participants"
    assert violation.wire_name == "MaxParticipants"
    assert violation.rule == "maximum"
    assert violation.limit == 250
    assert violation.value == 251
    assert violation.pointer == (
        "spec/participants.yaml#/components/schemas/CreateParticipantRequest"
        "/properties/MaxParticipants/maximum"
    )
    assert "must be at most 250, not 251" in violation.message
    assert "Can be a positive integer from 2 to 250." in violation.message


def test_prepare_refuses_too(server: Server) -> None:
    with (
        Client(**settings(server, {})) as client,
        pytest.raises(InvalidRequest),
    ):
        client.prepare(CreateParticipant(**LEAST, max_participants=1))


def test_send_refuses_too(caller: Caller, server: Server) -> None:
    with pytest.raises(InvalidRequest):
        caller.send(server, CreateParticipant(**LEAST, max_participants=1))
    assert server.connections == 0


def test_an_enum_suggests_what_was_meant(caller: Caller, server: Server) -> None:
    (violation,) = refused(caller, server, beep="onenter")
    assert "did you mean 'onEnter'?" in violation.message


# Advice

ADVICE: list[tuple[dict[str, Any], str, str]] = [
    ({"to": SIP, "from_": "bob", "byoc": TRUNK}, "byoc", "only meaningful"),
    ({"to": "client:x", "from_": "bob", "byoc": TRUNK}, "byoc", "only meaningful"),
    ({"to": SIP, "from_": "sip:bob@example.com"}, "from_", "username portion"),
    ({"to": SIP, "from_": "client:bob"}, "from_", "username portion"),
    (
        {"to": SIP, "from_": "bob", "caller_id": "sip:bob@example.com"},
        "caller_id",
        "username portion",
    ),
    (
        {"to": "sips:x@example.com", "from_": "bob", "caller_id": "client:bob"},
        "caller_id",
        "username portion",
    ),
    ({"region": "mars1"}, "region", "us1, ie1, de1, sg1, br1, au1, or jp1"),
    ({"region": "US1"}, "region", "us1, ie1, de1, sg1, br1, au1, or jp1"),
]


@pytest.mark.parametrize(("parameters", "name", "words"), ADVICE)
def test_advice_warns_and_sends(
    caller: Caller,
    server: Server,
    parameters: dict[str, Any],
    name: str,
    words: str,
) -> None:
    with pytest.warns(Advice, match=name) as warned:
        caller.create(server, **parameters)
    (warning,) = warned
    assert words in str(warning.message)
    assert len(server.requests) == 1


@pytest.mark.parametrize(("parameters", "name", "words"), ADVICE)
def test_advice_can_be_silenced(
    caller: Caller,
    server: Server,
    parameters: dict[str, Any],
    name: str,
    words: str,
) -> None:
    with warnings.catch_warnings(record=True) as warned:
        warnings.simplefilter("ignore", Advice)
        caller.create(server, **parameters)
    assert warned == []
    assert len(server.requests) == 1


def test_advice_can_be_made_an_error(caller: Caller, server: Server) -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("error", Advice)
        with pytest.raises(Advice):
            caller.create(server, region="mars1")
    assert server.connections == 0


def test_two_advices_are_two_warnings(caller: Caller, server: Server) -> None:
    with pytest.warns(Advice) as warned:
        caller.create(server, to=SIP, from_="client:bob", caller_id="sip:bob@x.org")
    assert len(warned) == 2
    assert len(server.requests) == 1


def test_what_is_refused_is_not_advised_as_well(caller: Caller, server: Server) -> None:
    # Any warning would be an error here.
    refused(caller, server, region="mars1", max_participants=1)


def next_line() -> int:
    frame = inspect.currentframe()
    assert frame is not None
    assert frame.f_back is not None
    return frame.f_back.f_lineno + 1


def test_advice_points_to_the_line_that_called(server: Server) -> None:
    lines = []
    request = CreateParticipant(**LEAST, region="mars1")

    def run() -> None:
        with Client(**settings(server, {})) as client:
            lines.append(next_line())
            client.participants.create(**LEAST, region="mars1")
            lines.append(next_line())
            client.send(request)
            lines.append(next_line())
            client.prepare(request)

    with pytest.warns(Advice) as warned:
        run()
    places = [(one.filename, one.lineno) for one in warned]
    assert places == [(__file__, line) for line in lines]


def test_advice_points_to_the_line_that_awaits(server: Server) -> None:
    lines = []

    async def run() -> None:
        async with AsyncClient(**settings(server, {})) as client:
            lines.append(next_line())
            await client.participants.create(**LEAST, region="mars1")
            lines.append(next_line())
            await client.send(CreateParticipant(**LEAST, region="mars1"))

    with pytest.warns(Advice) as warned:
        asyncio.run(run())
    places = [(one.filename, one.lineno) for one in warned]
    assert places == [(__file__, line) for line in lines]


def test_advice_never_points_into_the_package(server: Server) -> None:
    async def run() -> None:
        async with AsyncClient(**settings(server, {})) as client:
            # In a task of its own, no line of the caller is on the stack.
            await asyncio.create_task(
                client.participants.create(**LEAST, region="mars1")
            )

    with pytest.warns(Advice) as warned:
        asyncio.run(run())
    (warning,) = warned
    assert "twilio_participants" not in warning.filename
