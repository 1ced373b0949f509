"""What spec/ says of Create participant, judged by tools that are not ours."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import Draft202012Validator  # type: ignore[import-untyped]  # has no types
from openapi_spec_validator import OpenAPIV31SpecValidator
from referencing import Registry
from referencing.jsonschema import DRAFT202012

SPEC = Path(__file__).resolve().parent.parent / "spec"
PATH = "/2010-04-01/Accounts/{AccountSid}/Conferences/{ConferenceSid}/Participants.json"

DOCUMENTS: dict[str, Any] = {
    path.name: yaml.safe_load(path.read_text("utf-8")) for path in SPEC.glob("*.yaml")
}
ROOT = DOCUMENTS["twilio.yaml"]
COMMON = DOCUMENTS["common.yaml"]["components"]
PARTICIPANTS = DOCUMENTS["participants.yaml"]["components"]
ITEM = PARTICIPANTS["pathItems"]["Participants"]
FORM = ITEM["post"]["requestBody"]["content"]["application/x-www-form-urlencoded"]
REQUEST = PARTICIPANTS["schemas"]["CreateParticipantRequest"]
RESPONSE = PARTICIPANTS["schemas"]["Participant"]

REQUEST_URI = "participants.yaml#/components/schemas/CreateParticipantRequest"
RESPONSE_URI = "participants.yaml#/components/schemas/Participant"
ACCOUNT_SID_URI = "common.yaml#/components/schemas/AccountSid"
ERROR_URI = "common.yaml#/components/schemas/TwilioError"

NUMBER = "+15558675310"
SIP = "sip:name@company.com"
HEX = "0123456789abcdefABCDEF0123456789"
LEAST = {"From": "+15017122661", "To": NUMBER}

Error = tuple[tuple[str | int, ...], str | None]
"""Where in the value, and by which keyword: None for the schema `false`."""


def without_advice(node: Any) -> Any:
    """The description with every schema that only advises replaced by `true`."""
    if isinstance(node, dict):
        if node.get("x-fragmint-severity") == "advice":
            return True
        return {key: without_advice(value) for key, value in node.items()}
    if isinstance(node, list):
        return [without_advice(value) for value in node]
    return node


def validator(uri: str, documents: dict[str, Any]) -> Draft202012Validator:
    resources = [
        (name, DRAFT202012.create_resource(document))
        for name, document in documents.items()
    ]
    registry = Registry[Any]().with_resources(resources)
    return Draft202012Validator({"$ref": uri}, registry=registry)


def errors(uri: str, value: Any, *, advice: bool = False) -> set[Error]:
    """What refuses the value; with `advice`, what advises against it as well."""
    documents = DOCUMENTS if advice else without_advice(DOCUMENTS)
    return {
        (tuple(error.absolute_path), error.validator)
        for error in validator(uri, documents).iter_errors(value)
    }


# The document


def test_the_validator_of_openapi_finds_nothing() -> None:
    validator = OpenAPIV31SpecValidator(
        ROOT, base_uri=(SPEC / "twilio.yaml").resolve().as_uri()
    )
    assert list(validator.iter_errors()) == []


def test_the_request_line_and_the_authorization() -> None:
    assert ROOT["openapi"] == "3.1.1"
    assert ROOT["servers"] == [{"url": "https://api.twilio.com"}]
    assert PATH in ROOT["paths"]
    (scheme,) = ROOT["security"][0]
    assert ROOT["components"]["securitySchemes"][scheme]["type"] == "http"
    assert ROOT["components"]["securitySchemes"][scheme]["scheme"] == "basic"
    assert ITEM["post"]["operationId"] == "createParticipant"
    assert ITEM["post"]["tags"] == ["Participants"]


def test_the_body_and_the_responses() -> None:
    assert ITEM["post"]["requestBody"]["required"] is True
    assert FORM["schema"] == {"$ref": "#/components/schemas/CreateParticipantRequest"}
    assert ITEM["post"]["responses"] == {
        "201": {
            "description": "Created",
            "content": {
                "application/json": {
                    "schema": {"$ref": "#/components/schemas/Participant"}
                }
            },
        },
        "default": {"$ref": "common.yaml#/components/responses/Error"},
    }
    assert COMMON["responses"]["Error"]["content"] == {
        "application/json": {"schema": {"$ref": "#/components/schemas/TwilioError"}}
    }


def test_the_account_is_given_to_the_client_and_the_conference_is_not() -> None:
    account, conference = ITEM["parameters"]
    assert account == {"$ref": "common.yaml#/components/parameters/AccountSid"}
    account = COMMON["parameters"]["AccountSid"]
    assert account["x-fragmint-client"] is True
    assert account["schema"] == {"$ref": "#/components/schemas/AccountSid"}
    assert conference["name"] == "ConferenceSid"
    assert "x-fragmint-client" not in conference
    assert conference["schema"] == {"type": "string"}
    for parameter in (account, conference):
        assert parameter["in"] == "path"
        assert parameter["required"] is True


def test_lists_are_sent_as_repeated_keys() -> None:
    lists = {
        name
        for name, schema in REQUEST["properties"].items()
        if schema.get("type") == "array"
    }
    assert len(lists) == 4
    assert FORM["encoding"] == {
        name: {"style": "form", "explode": True} for name in lists
    }


# The body: names, words, defaults


def test_the_parameters_in_the_order_of_the_documentation() -> None:
    assert list(REQUEST["properties"]) == [
        "Beep",
        "Byoc",
        "CallReason",
        "CallSidToCoach",
        "CallerId",
        "Coaching",
        "ConferenceRecord",
        "ConferenceRecordingStatusCallback",
        "ConferenceRecordingStatusCallbackEvent",
        "ConferenceRecordingStatusCallbackMethod",
        "ConferenceStatusCallback",
        "ConferenceStatusCallbackEvent",
        "ConferenceStatusCallbackMethod",
        "ConferenceTrim",
        "EarlyMedia",
        "EndConferenceOnExit",
        "From",
        "JitterBufferSize",
        "Label",
        "MaxParticipants",
        "Muted",
        "Record",
        "RecordingChannels",
        "RecordingStatusCallback",
        "RecordingStatusCallbackEvent",
        "RecordingStatusCallbackMethod",
        "RecordingTrack",
        "Region",
        "SipAuthPassword",
        "SipAuthUsername",
        "StartConferenceOnEnter",
        "StatusCallback",
        "StatusCallbackEvent",
        "StatusCallbackMethod",
        "TimeLimit",
        "Timeout",
        "To",
        "WaitMethod",
        "WaitUrl",
    ]


def test_every_parameter_and_attribute_has_its_documentation() -> None:
    for schema in (REQUEST, RESPONSE):
        for name, field in schema["properties"].items():
            assert field.get("description"), name


def test_the_rules_between_parameters_quote_the_parameters() -> None:
    words = " ".join(field["description"] for field in REQUEST["properties"].values())
    quoted = [part["description"] for part in parts(REQUEST["allOf"])]
    assert len(quoted) == 6
    for description in quoted:
        for sentence in description.split(". "):
            assert sentence.removeprefix("Coaching: ").rstrip(".") in words


def parts(value: Any) -> Iterator[Any]:
    """All schemas within `value` that say something."""
    if isinstance(value, dict):
        if isinstance(value.get("description"), str):
            yield value
        value = list(value.values())
    if isinstance(value, list):
        for one in value:
            yield from parts(one)


def test_the_defaults() -> None:
    defaults = {
        name: schema["default"]
        for name, schema in REQUEST["properties"].items()
        if "default" in schema
    }
    assert defaults == {
        "Beep": "true",
        "Coaching": False,
        "ConferenceRecord": "false",
        "ConferenceRecordingStatusCallbackMethod": "POST",
        "ConferenceStatusCallbackEvent": ["start", "end"],
        "ConferenceStatusCallbackMethod": "POST",
        "ConferenceTrim": "trim-silence",
        "EarlyMedia": True,
        "EndConferenceOnExit": False,
        "JitterBufferSize": "large",
        "MaxParticipants": 250,
        "Muted": False,
        "Record": False,
        "RecordingChannels": "mono",
        "RecordingStatusCallbackMethod": "POST",
        "RecordingTrack": "both",
        "StartConferenceOnEnter": True,
        "StatusCallbackEvent": ["completed"],
        "StatusCallbackMethod": "POST",
        "Timeout": 60,
        "WaitMethod": "POST",
        "WaitUrl": "http://twimlets.com/holdmusic?Bucket=com.twilio.music.classical",
    }
    assert errors(REQUEST_URI, LEAST | defaults, advice=True) == set()


# The body: rules. What a program gives is judged, before it becomes a form.


ENUMS: dict[str, list[object]] = {
    "Beep": ["true", "false", "onEnter", "onExit", True, False],
    "ConferenceRecord": [
        "true",
        "false",
        "record-from-start",
        "do-not-record",
        True,
        False,
    ],
    "ConferenceTrim": ["trim-silence", "do-not-trim"],
    "JitterBufferSize": ["off", "small", "medium", "large"],
    "RecordingChannels": ["mono", "dual"],
    "RecordingTrack": ["inbound", "outbound", "both"],
    "ConferenceRecordingStatusCallbackMethod": ["GET", "POST"],
    "ConferenceStatusCallbackMethod": ["GET", "POST"],
    "RecordingStatusCallbackMethod": ["GET", "POST"],
    "StatusCallbackMethod": ["GET", "POST"],
    "WaitMethod": ["GET", "POST"],
}
LISTS = {
    "ConferenceRecordingStatusCallbackEvent": "in-progress completed failed absent",
    "ConferenceStatusCallbackEvent": (
        "start end join leave mute hold modify speaker announcement"
    ),
    "RecordingStatusCallbackEvent": (
        "started in-progress paused resumed stopped completed failed absent"
    ),
    "StatusCallbackEvent": "initiated ringing answered completed",
}
BOOLEANS = [
    "Coaching",
    "EarlyMedia",
    "EndConferenceOnExit",
    "Muted",
    "Record",
    "StartConferenceOnEnter",
]
STRINGS = [
    "Byoc",
    "CallReason",
    "CallSidToCoach",
    "CallerId",
    "ConferenceTrim",
    "From",
    "JitterBufferSize",
    "Label",
    "RecordingChannels",
    "RecordingTrack",
    "Region",
    "SipAuthPassword",
    "SipAuthUsername",
    "To",
    "WaitMethod",
]
INTEGERS = ["MaxParticipants", "TimeLimit", "Timeout"]
URLS = [
    "ConferenceRecordingStatusCallback",
    "ConferenceStatusCallback",
    "RecordingStatusCallback",
    "StatusCallback",
    "WaitUrl",
]


@pytest.mark.parametrize(("name", "values"), ENUMS.items())
def test_the_values_of_an_enumeration(name: str, values: list[object]) -> None:
    for value in values:
        assert errors(REQUEST_URI, LEAST | {name: value}) == set()
    refused: list[object] = ["", "other", "HEAD", "DELETE", "TRUE", 1, 0, None]
    for value in refused:
        assert ((name,), "enum") in errors(REQUEST_URI, LEAST | {name: value})


@pytest.mark.parametrize(("name", "values"), LISTS.items())
def test_the_values_of_a_list(name: str, values: str) -> None:
    every = values.split()
    accepted: list[object] = [every, [], *([value] for value in every)]
    for value in accepted:
        assert errors(REQUEST_URI, LEAST | {name: value}) == set()
    refused = LEAST | {name: [every[0], "other"]}
    assert errors(REQUEST_URI, refused) == {((name, 1), "enum")}
    for bare in (every[0], values):
        assert errors(REQUEST_URI, LEAST | {name: bare}) == {((name,), "type")}


@pytest.mark.parametrize("name", BOOLEANS)
def test_the_booleans(name: str) -> None:
    coached = LEAST | {"CallSidToCoach": f"CA{HEX}"}
    for value in (True, False):
        assert errors(REQUEST_URI, coached | {name: value}) == set()
    for slip in ("true", 1):
        assert errors(REQUEST_URI, coached | {name: slip}) == {((name,), "type")}


@pytest.mark.parametrize("name", URLS)
def test_the_urls(name: str) -> None:
    # The format is stated; whether it is asserted is up to the tool that reads it.
    assert REQUEST["properties"][name]["format"] == "uri"
    url = "https://example.com/a?b=c&d=%20#e"
    assert errors(REQUEST_URI, LEAST | {name: url}) == set()
    assert errors(REQUEST_URI, LEAST | {name: 1}) == {((name,), "type")}


@pytest.mark.parametrize("name", STRINGS)
def test_the_strings(name: str) -> None:
    call = {"From": "client:alice", "To": "client:bob"}
    for slip in (1, True, None, ["a"]):
        assert ((name,), "type") in errors(REQUEST_URI, call | {name: slip})


@pytest.mark.parametrize("name", INTEGERS)
def test_the_integers(name: str) -> None:
    for slip in ("10", 10.5, True, None):
        assert ((name,), "type") in errors(REQUEST_URI, LEAST | {name: slip})


def test_the_password_is_marked_as_one() -> None:
    assert REQUEST["properties"]["SipAuthPassword"]["format"] == "password"


def test_the_body_and_the_answers_are_objects() -> None:
    for uri in (REQUEST_URI, RESPONSE_URI, ERROR_URI):
        assert errors(uri, []) == {((), "type")}


def test_no_fixed_set_of_parameters() -> None:
    assert errors(REQUEST_URI, LEAST | {"New": "1"}) == set()


@pytest.mark.parametrize(
    "request_",
    [
        LEAST,
        # Byoc and CallSidToCoach: length and pattern.
        LEAST | {"Byoc": f"BY{HEX}"},
        LEAST | {"CallSidToCoach": f"CA{HEX}"},
        # MaxParticipants and Timeout: inclusive on either side.
        LEAST | {"MaxParticipants": 2},
        LEAST | {"MaxParticipants": 250},
        LEAST | {"Timeout": 5},
        LEAST | {"Timeout": 600},
        LEAST | {"TimeLimit": 0},
        # Coaching asks for CallSidToCoach when it is true, and is not asked for by it.
        LEAST | {"Coaching": True, "CallSidToCoach": f"CA{HEX}"},
        LEAST | {"Coaching": False},
        # From and CallerId: numbers for a number, anything for anything else.
        LEAST | {"CallerId": "+442071838750"},
        {"From": "client:alice", "CallerId": "bob", "To": "client:carol"},
        {"From": "alice", "CallerId": "bob", "To": SIP},
        {"From": "+15017122661", "To": "SIPS:name@company.com"},
        {"From": "client:alice", "To": "xsip:name"},
        # Nothing is asked of To itself, nor of a SIP user that there be a password.
        {"From": "+15017122661", "To": "4157663747"},
        {"From": "client:alice", "To": "+0157663747"},
        {"From": "client:alice", "To": "+1234567890123456"},
        {"From": "alice", "To": "sip:a:b@company.com?x=1", "SipAuthUsername": "alice"},
        LEAST | {"SipAuthPassword": "secret"},
    ],
)
def test_accepted(request_: dict[str, object]) -> None:
    assert errors(REQUEST_URI, request_, advice=True) == set()


@pytest.mark.parametrize(
    ("request_", "expected"),
    [
        ({"From": NUMBER}, {((), "required")}),
        ({"To": NUMBER}, {((), "required")}),
        (
            LEAST | {"Byoc": f"BY{HEX[:-1]}"},
            {(("Byoc",), "minLength"), (("Byoc",), "pattern")},
        ),
        (
            LEAST | {"Byoc": f"BY{HEX}0"},
            {(("Byoc",), "maxLength"), (("Byoc",), "pattern")},
        ),
        (LEAST | {"Byoc": f"CA{HEX}"}, {(("Byoc",), "pattern")}),
        (
            LEAST | {"CallSidToCoach": "CA"},
            {(("CallSidToCoach",), "minLength"), (("CallSidToCoach",), "pattern")},
        ),
        (
            LEAST | {"CallSidToCoach": f"CA{HEX[:-1]}g"},
            {(("CallSidToCoach",), "pattern")},
        ),
        (LEAST | {"MaxParticipants": 1}, {(("MaxParticipants",), "minimum")}),
        (LEAST | {"MaxParticipants": 251}, {(("MaxParticipants",), "maximum")}),
        (LEAST | {"Timeout": 4}, {(("Timeout",), "minimum")}),
        (LEAST | {"Timeout": 601}, {(("Timeout",), "maximum")}),
        (
            LEAST | {"CallSidToCoach": f"CA{HEX}0"},
            {(("CallSidToCoach",), "maxLength"), (("CallSidToCoach",), "pattern")},
        ),
        (LEAST | {"Coaching": True}, {((), "required")}),
        (LEAST | {"From": "client:alice"}, {(("From",), "pattern")}),
        (LEAST | {"From": "4157663747"}, {(("From",), "pattern")}),
        (LEAST | {"From": "alice"}, {(("From",), "pattern")}),
        (LEAST | {"CallerId": "client:alice"}, {(("CallerId",), "pattern")}),
        (LEAST | {"CallerId": SIP}, {(("CallerId",), "pattern")}),
        (
            LEAST | {"From": "alice", "CallerId": "bob"},
            {(("From",), "pattern"), (("CallerId",), "pattern")},
        ),
    ],
)
def test_refused(request_: dict[str, object], expected: set[Error]) -> None:
    assert errors(REQUEST_URI, request_) == expected


def test_without_to_nothing_is_said_of_from_and_caller_id() -> None:
    request = {"From": "client:alice", "CallerId": SIP}
    assert errors(REQUEST_URI, request, advice=True) == {((), "required")}


@pytest.mark.parametrize(
    ("request_", "expected"),
    [
        # jsonschema does not say which property the schema `false` stands for.
        ({"From": "bob", "To": "client:alice", "Byoc": f"BY{HEX}"}, {((), None)}),
        ({"From": "bob", "To": SIP, "Byoc": f"BY{HEX}"}, {((), None)}),
        ({"From": "sip:bob@company.com", "To": SIP}, {(("From",), "not")}),
        ({"From": "client:bob", "To": SIP}, {(("From",), "not")}),
        (
            {"From": "bob", "CallerId": "client:bob", "To": "sips:a@company.com"},
            {(("CallerId",), "not")},
        ),
        (
            {"From": "bob", "CallerId": "SIP:bob@company.com", "To": "Sip:alice"},
            {(("CallerId",), "not")},
        ),
        (LEAST | {"Region": "us2"}, {(("Region",), "enum")}),
    ],
)
def test_advised_against_but_accepted(
    request_: dict[str, object], expected: set[Error]
) -> None:
    assert errors(REQUEST_URI, request_) == set()
    assert errors(REQUEST_URI, request_, advice=True) == expected


@pytest.mark.parametrize("region", ["us1", "ie1", "de1", "sg1", "br1", "au1", "jp1"])
def test_the_known_regions(region: str) -> None:
    assert errors(REQUEST_URI, LEAST | {"Region": region}, advice=True) == set()


def test_the_sid_of_the_account() -> None:
    assert errors(ACCOUNT_SID_URI, f"AC{HEX}") == set()
    assert errors(ACCOUNT_SID_URI, "AC") == {((), "minLength"), ((), "pattern")}
    assert errors(ACCOUNT_SID_URI, f"AC{HEX}0") == {((), "maxLength"), ((), "pattern")}
    assert errors(ACCOUNT_SID_URI, f"CA{HEX}") == {((), "pattern")}
    assert errors(ACCOUNT_SID_URI, 1) == {((), "type")}


# The responses


PARTICIPANT: dict[str, object] = {
    "account_sid": f"AC{HEX}",
    "call_sid": f"CA{HEX}",
    "call_sid_to_coach": f"CA{HEX}",
    "coaching": True,
    "conference_sid": f"CF{HEX}",
    "date_created": "Fri, 18 Feb 2011 21:07:19 +0000",
    "date_updated": "Fri, 18 Feb 2011 21:07:19 +0000",
    "end_conference_on_exit": False,
    "hold": False,
    "label": "customer",
    "muted": True,
    "start_conference_on_enter": True,
    "status": "queued",
    "uri": "/2010-04-01/Accounts/…/Participants/….json",
}


def test_the_attributes_in_the_order_of_the_documentation() -> None:
    assert list(RESPONSE["properties"]) == list(PARTICIPANT)
    assert errors(RESPONSE_URI, PARTICIPANT) == set()


@pytest.mark.parametrize("name", PARTICIPANT)
def test_every_attribute_may_be_null_or_missing(name: str) -> None:
    missing = {key: value for key, value in PARTICIPANT.items() if key != name}
    assert errors(RESPONSE_URI, missing) == set()
    assert errors(RESPONSE_URI, PARTICIPANT | {name: None}) == set()
    assert ((name,), "type") in errors(RESPONSE_URI, PARTICIPANT | {name: 1})


def test_nothing_and_more_than_is_known_are_participants_too() -> None:
    assert errors(RESPONSE_URI, {}) == set()
    assert errors(RESPONSE_URI, PARTICIPANT | {"new": 1}) == set()


@pytest.mark.parametrize(
    "name", ["account_sid", "call_sid", "call_sid_to_coach", "conference_sid"]
)
def test_the_sids_of_the_response(name: str) -> None:
    for keyword, value in {
        "minLength": str(PARTICIPANT[name])[:-1],
        "maxLength": f"{PARTICIPANT[name]}0",
        "pattern": f"XX{HEX}",
    }.items():
        found = errors(RESPONSE_URI, PARTICIPANT | {name: value})
        assert found == {((name,), keyword), ((name,), "pattern")}


def test_the_statuses() -> None:
    statuses = ["queued", "connecting", "ringing", "connected", "complete", "failed"]
    for status in statuses:
        assert errors(RESPONSE_URI, PARTICIPANT | {"status": status}) == set()
    found = errors(RESPONSE_URI, PARTICIPANT | {"status": "completed"})
    assert found == {(("status",), "enum")}


def test_the_dates_say_how_they_are_written() -> None:
    for name in ("date_created", "date_updated"):
        assert RESPONSE["properties"][name]["format"] == "date-time-rfc-2822"


def test_an_error() -> None:
    error: dict[str, object] = {
        "code": 21211,
        "message": "Invalid 'To' Phone Number",
        "more_info": "https://www.twilio.com/docs/errors/21211",
        "status": 400,
    }
    assert list(COMMON["schemas"]["TwilioError"]["properties"]) == list(error)
    assert errors(ERROR_URI, error) == set()
    assert errors(ERROR_URI, {}) == set()
    for name in error:
        assert errors(ERROR_URI, error | {name: []}) == {((name,), "type")}
