"""Every request and response before judges that are not ours."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, unquote

import pytest
import yaml
from jsonschema import (  # type: ignore[import-untyped]  # has no types
    Draft202012Validator,
    FormatChecker,
)
from openapi_core import OpenAPI
from openapi_core.exceptions import OpenAPIError
from openapi_core.testing import MockRequest, MockResponse
from referencing import Registry
from referencing.jsonschema import DRAFT202012
from twilio_participants import ApiError

from .callers import Caller
from .samples import ACCOUNT, CALL, CREATED, ERROR, EVERYTHING, PATH, SIP
from .server import Recorded, Server, json_answer

SPEC = Path(__file__).resolve().parent.parent.parent / "spec"
KIND = "application/x-www-form-urlencoded"


def without_advice(node: Any) -> Any:
    """No judge knows that advice is only advice."""
    if isinstance(node, dict):
        if node.get("x-fragmint-severity") == "advice":
            return True
        return {key: without_advice(value) for key, value in node.items()}
    if isinstance(node, list):
        return [without_advice(value) for value in node]
    return node


DOCUMENTS: dict[str, Any] = {
    path.name: without_advice(yaml.safe_load(path.read_text("utf-8")))
    for path in SPEC.glob("*.yaml")
}
REQUEST_URI = "participants.yaml#/components/schemas/CreateParticipantRequest"
REQUEST = DOCUMENTS["participants.yaml"]["components"]["schemas"][
    "CreateParticipantRequest"
]


@pytest.fixture(scope="module")
def described(tmp_path_factory: pytest.TempPathFactory) -> OpenAPI:
    """The description, as openapi-core reads it."""
    folder = tmp_path_factory.mktemp("spec")
    for name, document in DOCUMENTS.items():
        (folder / name).write_text(yaml.safe_dump(document), "utf-8")
    return OpenAPI.from_file_path(str(folder / "twilio.yaml"))


def as_request(request: Recorded) -> MockRequest:
    """What was sent, as if it had gone where the description says."""
    method, target, _ = request.line.decode("ascii").split(" ")
    headers = {k.decode(): v.decode() for k, v in request.headers.items()}
    return MockRequest(
        "https://api.twilio.com",
        method,
        target,
        headers={name.title(): value for name, value in headers.items()},
        data=request.body,
        content_type=headers["content-type"],
    )


# openapi-core fills in every default, keeps the last of two equal keys and passes over
# names that the description does not have. This second judge does none of it.


def as_value(name: str, texts: list[str]) -> Any:
    """What a field says, read by its `type`."""
    schema = REQUEST["properties"][name]
    if schema.get("type") == "array":
        return texts
    (text,) = texts
    match schema.get("type"):
        case "boolean":
            return {"true": True, "false": False}.get(text, text)
        case "integer":
            return int(text) if text.lstrip("-").isdecimal() else text
    return text


def objections(request: Recorded) -> list[str]:
    """What jsonschema has against a request; the path too."""
    texts = parse_qs(
        request.body.decode("ascii"), keep_blank_values=True, strict_parsing=True
    )
    unknown = texts.keys() - REQUEST["properties"].keys()
    body = {name: as_value(name, texts[name]) for name in texts.keys() - unknown}
    account = unquote(request.target.decode("ascii").split("/")[3])
    return [
        *(f"unknown: {name}" for name in unknown),
        *_errors(REQUEST_URI, body),
        *_errors("common.yaml#/components/schemas/AccountSid", account),
    ]


def _errors(uri: str, value: Any) -> Iterator[str]:
    resources = [
        (name, DRAFT202012.create_resource(document))
        for name, document in DOCUMENTS.items()
    ]
    registry = Registry[Any]().with_resources(resources)
    validator = Draft202012Validator(
        {"$ref": uri}, registry=registry, format_checker=FormatChecker()
    )
    for error in validator.iter_errors(value):
        yield f"{error.json_path}: {error.message}"


CALLS: dict[str, dict[str, Any]] = {
    "the least": {},
    "all": EVERYTHING,
    "booleans": {"beep": True, "conference_record": False, "muted": False},
    "one event": {"status_callback_event": ["ringing"]},
    "events": {
        "status_callback_event": ["initiated", "ringing", "answered", "completed"]
    },
    "bounds": {"max_participants": 2, "timeout": 600, "time_limit": 0},
    "a float": {"max_participants": 5.0},
    "coaching": {"coaching": True, "call_sid_to_coach": CALL},
    "no coaching": {"coaching": False},
    "a SIP address": {"to": SIP, "from_": "bob", "sip_auth_username": "u"},
    "a number without a plus": {"to": "4157663747", "from_": "bob"},
    "text": {"label": "é ☎ &=+%20", "call_reason": ""},
    "a conference by name": {"conference_sid": "a/b?c#d é"},
}


@pytest.mark.parametrize("given", CALLS.values(), ids=CALLS.keys())
def test_a_request_is_as_described(
    caller: Caller, server: Server, described: OpenAPI, given: dict[str, Any]
) -> None:
    caller.create(server, **given)
    described.validate_request(as_request(server.request))
    assert objections(server.request) == []


LEAST = "From=%2B15017122661&To=%2B15558675310"

BAD_BODIES = [
    "From=%2B15017122661",
    "To=%2B15558675310",
    "From=bob&To=%2B15558675310",
    LEAST + "&CallerId=bob",
    LEAST + "&Beep=loud",
    LEAST + "&Byoc=BY1",
    LEAST + "&CallSidToCoach=" + "CA" + "x" * 32,
    LEAST + "&Coaching=true",
    LEAST + "&ConferenceRecord=maybe",
    LEAST + "&ConferenceRecordingStatusCallbackEvent=completed%20failed",
    LEAST + "&ConferenceStatusCallbackEvent=join&ConferenceStatusCallbackEvent=rung",
    LEAST + "&ConferenceTrim=trim",
    LEAST + "&JitterBufferSize=huge",
    LEAST + "&MaxParticipants=1",
    LEAST + "&MaxParticipants=251",
    LEAST + "&MaxParticipants=ten",
    LEAST + "&Muted=True!",
    LEAST + "&RecordingChannels=stereo",
    LEAST + "&RecordingStatusCallbackEvent=begun",
    LEAST + "&RecordingTrack=none",
    LEAST + "&StatusCallbackEvent=rung",
    LEAST + "&StatusCallbackMethod=PUT",
    LEAST + "&Timeout=601",
    LEAST + "&WaitMethod=get",
]


def recorded(body: str, *, path: str = PATH, auth: str = "Basic YTpi") -> Recorded:
    head = [
        f"POST {path} HTTP/1.1",
        f"Content-Type: {KIND}",
        *([f"Authorization: {auth}"] if auth else []),
    ]
    return Recorded("\r\n".join([*head, "", body]).encode())


def test_the_judges_let_a_good_request_pass(described: OpenAPI) -> None:
    described.validate_request(as_request(recorded(LEAST)))
    assert objections(recorded(LEAST)) == []


@pytest.mark.parametrize("body", BAD_BODIES)
def test_the_judges_refuse_a_bad_request(described: OpenAPI, body: str) -> None:
    with pytest.raises(OpenAPIError):
        described.validate_request(as_request(recorded(body)))
    assert objections(recorded(body)) != []


def test_openapi_core_refuses_a_request_of_nobody(described: OpenAPI) -> None:
    with pytest.raises(OpenAPIError):
        described.validate_request(as_request(recorded(LEAST, auth="")))


@pytest.mark.parametrize(
    "path",
    [PATH.replace(ACCOUNT, "AC1"), PATH.replace(".json", ".xml"), PATH + "/x"],
)
def test_openapi_core_refuses_another_path(described: OpenAPI, path: str) -> None:
    with pytest.raises(OpenAPIError):
        described.validate_request(as_request(recorded(LEAST, path=path)))


def test_jsonschema_refuses_an_unknown_name() -> None:
    assert objections(recorded(LEAST + "&Mutd=true")) == ["unknown: Mutd"]


ANSWERS: dict[str, tuple[int, dict[str, Any]]] = {
    "created": (201, CREATED),
    "nulls": (201, dict.fromkeys(CREATED)),
    "nothing": (201, {}),
    "more": (201, CREATED | {"queue_time": "5"}),
    "refused": (400, ERROR),
    "unknown": (404, ERROR | {"status": 404, "code": 20404}),
    "broken": (500, ERROR | {"status": 500, "code": 20500}),
}


@pytest.mark.parametrize(("status", "body"), ANSWERS.values(), ids=ANSWERS.keys())
def test_a_response_is_as_described(
    caller: Caller, described: OpenAPI, status: int, body: dict[str, Any]
) -> None:
    raw = json_answer(status, body)
    with Server([raw]) as server:
        if status == 201:
            caller.create(server)
        else:
            with pytest.raises(ApiError):
                caller.create(server)
    response = MockResponse(raw.partition(b"\r\n\r\n")[2], status)
    described.validate_response(as_request(server.request), response)
    name = "participants.yaml#/components/schemas/Participant"
    if status != 201:
        name = "common.yaml#/components/schemas/TwilioError"
    assert list(_errors(name, body)) == []


@pytest.mark.parametrize(
    ("status", "body"),
    [
        (201, CREATED | {"status": "levitating"}),
        (201, CREATED | {"muted": "true"}),
        (201, CREATED | {"account_sid": "AC1"}),
        (201, CREATED | {"call_sid": "CF" + "0" * 32}),
        (201, []),
        (400, ERROR | {"code": "21211"}),
        (400, ERROR | {"message": 5}),
    ],
)
def test_the_judge_refuses_a_bad_response(
    described: OpenAPI, status: int, body: object
) -> None:
    response = MockResponse(json.dumps(body).encode(), status)
    with pytest.raises(OpenAPIError):
        described.validate_response(as_request(recorded(LEAST)), response)
