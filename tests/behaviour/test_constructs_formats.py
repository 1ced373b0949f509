"""Formats as rules: what goes out is checked, and what comes in is read all the same."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime
from decimal import Decimal
from ipaddress import IPv4Address
from typing import Any
from uuid import UUID

import pytest

from .constructs import Package, make

VISITS = """
paths:
  /visits:
    post:
      operationId: createVisit
      requestBody: {required: true, content: {application/json: {schema: {$ref: "#/components/schemas/Visit"}}}}
      responses:
        "200":
          description: Made
          content:
            application/json:
              schema: {oneOf: [{$ref: "#/components/schemas/Host"}, {$ref: "#/components/schemas/Guest"}]}
components:
  schemas:
    Visit:
      type: object
      properties:
        day: {type: string, format: date}
        at: {type: string, format: date-time}
        mailed: {type: string, format: date-time-rfc-2822}
        id: {type: string, format: uuid}
        price: {type: string, format: decimal}
        photo: {type: string, format: byte}
        address: {type: string, format: ipv4}
        link: {type: string, format: uri}
        floor: {type: integer, format: int8}
        when: {oneOf: [{$ref: "#/components/schemas/Day"}, {$ref: "#/components/schemas/Moment"}]}
        status: {type: string, format: date, enum: [soon, late]}
        host: {anyOf: [{$ref: "#/components/schemas/Host"}, {$ref: "#/components/schemas/Guest"}]}
    Day: {type: string, format: date}
    Moment: {type: string, format: date-time}
    Host: {type: object, required: [kind], properties: {kind: {const: host}, rooms: {type: integer}}}
    Guest: {type: object, required: [kind], properties: {kind: {const: guest}, since: {$ref: "#/components/schemas/Moment"}}}
"""
MOMENT = datetime(2026, 1, 31, 12, tzinfo=UTC)


def body(made: Package, **given: Any) -> Any:
    return json.loads(made.built("CreateVisit", **given).body)


@pytest.mark.parametrize(
    ("name", "value", "written"),
    [
        ("day", date(2026, 1, 31), "2026-01-31"),
        ("at", MOMENT, "2026-01-31T12:00:00Z"),
        ("mailed", MOMENT, "Sat, 31 Jan 2026 12:00:00 +0000"),
        ("id", UUID(int=7), "00000000-0000-0000-0000-000000000007"),
        ("price", Decimal("1E+5"), "1E+5"),
        ("photo", b"\xff\xfe", "//4="),
        ("photo", "__4", "__4"),
        ("link", "/here", "/here"),
        ("floor", -128, -128),
        ("when", date(2026, 1, 31), "2026-01-31"),
        ("when", MOMENT, "2026-01-31T12:00:00Z"),
        ("status", "soon", "soon"),
    ],
)
def test_what_is_right_is_sent(name: str, value: Any, written: Any) -> None:
    assert body(make(VISITS), **{name: value}) == {name: written}


@pytest.mark.parametrize(
    ("name", "value", "message"),
    [
        ("day", MOMENT, "a valid date, such as 2026-01-31, not '2026-01-31T12:00:00Z'"),
        (
            "at",
            MOMENT.replace(tzinfo=None),
            "a valid date-time, such as 2026-01-31T12:00:00Z, not '2026-01-31T12:00:00';"
            " an offset is missing: write Z behind it, or give a datetime a tzinfo",
        ),
        ("address", "here", "a valid ipv4, such as 192.0.2.1, not 'here'"),
        ("floor", 128, "a valid int8, an integer from -128 to 127, not 128"),
    ],
)
def test_what_is_wrong_is_refused(name: str, value: Any, message: str) -> None:
    [violation] = make(VISITS).refused("CreateVisit", **{name: value})
    assert (violation.name, violation.rule) == (name, "format")
    assert violation.message == f"must be {message}"


def test_members_of_a_union_are_checked_too() -> None:
    wrong = {"kind": "guest", "since": "yesterday"}
    [violation] = make(VISITS).refused("CreateVisit", host=wrong)
    assert (violation.path, violation.rule) == (("host", "since"), "format")
    right = wrong | {"since": MOMENT}
    assert body(make(VISITS), host=right)["host"]["since"] == "2026-01-31T12:00:00Z"


def test_a_response_is_what_it_is_whatever_its_formats() -> None:
    made = make(VISITS)
    answer = '{"kind": "guest", "since": "2020-01-01 10:00:00"}'
    with pytest.warns(made.UnreadableField):
        read = made.read("CreateVisit", answer)
    assert (type(read), read.kind, read.since) == (made.Guest, "guest", None)


def test_formats_are_asserted_as_configured() -> None:
    everything = make(VISITS, assert_formats="all")
    assert everything.refused("CreateVisit", link="/here")[0].rule == "format"
    assert everything.refused("CreateVisit", photo="__4")[0].rule == "format"
    some = make(VISITS, assert_formats=("uri",))
    assert some.refused("CreateVisit", link="/here")[0].rule == "format"
    assert body(some, address="here") == {"address": "here"}
    nothing = make(VISITS, assert_formats="none")
    given = {"address": "here", "at": "now", "floor": 300, "link": " "}
    assert body(nothing, **given) == given


def test_a_type_of_the_configuration_knows_best() -> None:
    formats = (("ipv4", "ipaddress:IPv4Address"), ("uuid", "ipaddress:IPv4Address"))
    made = make(VISITS, formats=formats)
    given = {"address": IPv4Address("192.0.2.1"), "id": IPv4Address("192.0.2.2")}
    assert body(made, **given) == {"address": "192.0.2.1", "id": "192.0.2.2"}
