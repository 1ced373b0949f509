"""Responses that are not as described, with `validate_responses` off, warn and strict."""

from __future__ import annotations

import asyncio
import json
import pickle
import threading
import warnings
from collections.abc import Callable
from typing import Any, TypeAlias

import pytest

from .constructs import Answers, Package, make

Call: TypeAlias = Callable[..., Any]

SPEC = """
paths:
  /orders/{id}:
    get:
      operationId: getOrder
      parameters: [{name: id, in: path, required: true, schema: {type: string}}]
      responses:
        "200": {description: It, content: {application/json: {schema: {$ref: "#/components/schemas/Order"}}}}
        default: {description: No, content: {application/json: {schema: {$ref: "#/components/schemas/Fault"}}}}
components:
  schemas:
    Order:
      type: object
      required: [id, items, closed-at]
      properties:
        id: {type: string}
        items: {type: array, items: {$ref: "#/components/schemas/Item"}}
        closed-at: {type: [string, "null"], format: date-time}
        placed: {type: string, format: date-time}
        billed: {type: string, format: date-time-rfc-2822}
        days: {type: array, items: {type: string, format: date}}
        status: {type: string, enum: [open, paid, sent]}
        tags: {type: array, items: {type: string, enum: [new, hot]}}
        notes: {type: object, additionalProperties: {type: string, enum: [a, b]}}
        weeks: {type: object, additionalProperties: {type: array, items: {type: string, format: date}}}
        tokens: {type: array, items: {type: string, format: password}}
        parts: {type: object, additionalProperties: {$ref: "#/components/schemas/Item"}}
        color: {anyOf: [{type: string, enum: [red]}, {type: string}]}
        size: {anyOf: [{type: integer}, {enum: [small, large]}]}
        level: {type: integer, enum: [1, 2]}
        token: {type: string, format: password}
        payment: {$ref: "#/components/schemas/Payment"}
        shape: {oneOf: [{$ref: "#/components/schemas/Circle"}, {$ref: "#/components/schemas/Square"}]}
        file: {oneOf: [{$ref: "#/components/schemas/Image"}, {$ref: "#/components/schemas/Sound"}]}
        link: {oneOf: [{$ref: "#/components/schemas/Page"}, {$ref: "#/components/schemas/Mail"}]}
        anything: {}
    Item:
      type: object
      required: [sku, count]
      additionalProperties: false
      properties:
        sku: {type: string}
        count: {type: integer}
        secret: {type: string, format: password, enum: [s3cret]}
        put: {type: string, writeOnly: true}
    Payment:
      oneOf: [{$ref: "#/components/schemas/Card"}, {$ref: "#/components/schemas/Invoice"}]
      discriminator: {propertyName: kind, mapping: {card: Card, invoice: Invoice}}
    Card: {type: object, required: [kind, number], properties: {kind: {type: string}, number: {type: string, format: password}}}
    Invoice: {type: object, required: [kind], properties: {kind: {type: string}, due: {type: string, format: date}}}
    Circle: {type: object, required: [radius], properties: {radius: {type: number}}}
    Image: {type: object, required: [type], properties: {type: {const: image}, width: {type: integer}}}
    Sound: {type: object, required: [type], properties: {type: {const: sound}, length: {type: integer}}}
    Page: {type: object, properties: {type: {const: page}, url: {type: string}}}
    Mail: {type: object, properties: {type: {const: mail}, to: {type: string}}}
    Square: {type: object, required: [side], properties: {side: {type: number}}}
    Fault: {type: object, required: [code], properties: {code: {type: integer}, kind: {type: string, enum: [a]}}}
"""

GOOD: dict[str, Any] = {
    "id": "o-1",
    "items": [{"sku": "ABC", "count": 2}],
    "closed-at": None,
    "placed": "2024-05-01T10:15:00Z",
    "billed": "Fri, 18 Nov 2022 10:15:00 +0000",
    "days": ["2024-05-01"],
    "status": "open",
    "tags": ["new"],
    "notes": {"x": "a"},
    "parts": {"x": {"sku": "ABC", "count": 1.0}},
    "color": "mauve",
    "size": "small",
    "level": 2,
    "token": "t-1",
    "payment": {"kind": "invoice", "due": "2024-06-01"},
    "shape": {"side": 1},
    "anything": {"a": [1]},
    "not described": True,
}


@pytest.fixture
def made() -> Package:
    return make(SPEC)


def sync_call(made: Package, answer: Any, request: Any = None, **options: Any) -> Any:
    client = made.client(answer=answer, **options)
    return client.send(request or made.GetOrder(id="o-1"))


def async_call(made: Package, answer: Any, request: Any = None, **options: Any) -> Any:
    class Answering(Answers):
        async def send(self, request: Any, timeout: Any) -> Any:
            return self.answer

    client = made.AsyncClient(transport=Answering(made, answer), **options)
    return asyncio.run(client.send(request or made.GetOrder(id="o-1")))


@pytest.fixture(params=[sync_call, async_call], ids=["sync", "async"])
def call(request: pytest.FixtureRequest) -> Call:
    chosen: Call = request.param
    return chosen


def answer(made: Package, status: int = 200, /, **changes: Any) -> Any:
    """A good answer but for these properties; what is `...` is left out."""
    body = {k: v for k, v in (GOOD | changes).items() if v is not ...}
    return made.response(status, json.dumps(body).encode())


def mismatches(made: Package, response: Any, call: Call = sync_call) -> Any:
    with pytest.raises(made.InvalidResponse) as raised:
        call(made, response, validate_responses="strict")
    assert raised.value.response == response
    return raised.value.mismatches


def told(found: Any) -> list[tuple[str, str]]:
    return [(one.where, one.rule) for one in found]


def test_what_is_as_described_is_read_as_ever(made: Package, call: Call) -> None:
    response = answer(made)
    strict = call(made, response, validate_responses="strict")
    assert strict == made.GetOrder.read(response) == call(made, response)
    assert strict.extra == {"not described": True}


def test_all_that_is_wrong_is_told_at_once(made: Package, call: Call) -> None:
    response = answer(
        made,
        id=...,
        items=[{"sku": "ABC"}, {"sku": None, "count": "2"}],
        placed="yesterday",
        status="lost",
    )
    found = mismatches(made, response, call)
    assert [str(one) for one in found] == [
        "id: is missing",
        "items[0].count: is missing",
        "items[1].sku: must not be null",
        "items[1].count: must be an integer, not '2'",
        "placed: must be a date and time as in RFC 3339, not 'yesterday'",
        "status: must be 'open', 'paid' or 'sent', not 'lost'",
    ]
    assert found[3] == (
        ("items", 1, "count"),
        "type",
        "an integer",
        "2",
        "must be an integer, not '2'",
    )


def test_all_of_a_list_is_told(made: Package, call: Call) -> None:
    masked = made.module("_support.models").MASKED
    response = answer(
        made,
        days=["2024-05-01", "x", 5, "2024-05-02", None],
        weeks={"a": ["2024-05-01", "y"], "b": [1, 2], "c": [], "d": 3},
        notes={"x": "c", "z": 1},
        tokens=["a", ["t0p"], 1],
    )
    found = mismatches(made, response, call)
    assert [(one.where, one.value) for one in found] == [
        ("days[1]", "x"),
        ("days[2]", 5),
        ("days[4]", None),
        ("notes.z", 1),
        ("weeks.a[1]", "y"),
        ("weeks.b[0]", 1),
        ("weeks.b[1]", 2),
        ("weeks.d", 3),
        ("tokens[1]", masked),
        ("tokens[2]", masked),
    ]
    with pytest.warns(made.UnreadableField) as warned:
        call(made, response)
    assert len(warned) == 4  # one of each field


def test_of_a_list_that_is_wrong_all_over_a_hundred_are_told(made: Package) -> None:
    response = answer(made, days=["2024-05-01", *range(1_000)])
    assert 100 <= len(mismatches(made, response)) <= 101


def test_the_error_says_it_all_and_can_be_pickled(made: Package, call: Call) -> None:
    response = answer(made, id=..., level=3)
    with pytest.raises(made.InvalidResponse) as raised:
        call(made, response, validate_responses="strict")
    assert str(raised.value) == (
        "GetOrder: the answer 200 is not as described:\n"
        "  id: is missing\n"
        "  level: must be 1 or 2, not 3"
    )
    again = pickle.loads(pickle.dumps(raised.value))
    assert str(again) == str(raised.value)
    assert again.mismatches == raised.value.mismatches


@pytest.mark.parametrize(
    ("changes", "where", "rule"),
    [
        ({"closed-at": ...}, "['closed-at']", "required"),
        ({"closed-at": 1}, "['closed-at']", "type"),
        ({"items": None}, "items", "type"),
        ({"items": [1]}, "items", "type"),
        ({"billed": "2022-11-18"}, "billed", "type"),
        ({"days": ["2024-05-01", "2024-02-30"]}, "days[1]", "type"),
        # Python reads them, and requests may not have them.
        ({"placed": "20240501T101500Z"}, "placed", "type"),
        ({"placed": "2024-05-01T10:15Z"}, "placed", "type"),
        ({"placed": "2024-05-01T10:15:00+02"}, "placed", "type"),
        ({"placed": "2024-05-01 10:15:00Z"}, "placed", "type"),
        ({"placed": "2016-12-30T23:58:60Z"}, "placed", "type"),
        ({"tags": ["new", "old"]}, "tags[1]", "enum"),
        ({"notes": {"x": "a", "y z": "c"}}, "notes['y z']", "enum"),
        ({"parts": {"x": {"sku": "A"}}}, "parts.x.count", "required"),
        ({"size": "huge"}, "size", "enum"),
        ({"level": True}, "level", "type"),
        ({"payment": {"kind": "cheque"}}, "payment.kind", "discriminator"),
        ({"payment": {"kind": "invoice", "due": ""}}, "payment.due", "type"),
        ({"payment": {"kind": "card"}}, "payment.number", "required"),
        ({"shape": {"side": "1"}}, "shape", "anyOf"),
        ({"file": {"type": "film"}}, "file.type", "discriminator"),
        ({"file": {"width": 1}}, "file.type", "required"),
        ({"file": {"type": "sound", "length": "1"}}, "file.length", "type"),
        ({"link": {"type": "fax"}}, "link.type", "discriminator"),
    ],
)
def test_wherever_it_stands(
    made: Package, changes: dict[str, Any], where: str, rule: str
) -> None:
    assert told(mismatches(made, answer(made, **changes))) == [(where, rule)]
    sync_call(made, answer(made, **changes), validate_responses="off")


@pytest.mark.parametrize(
    "changes",
    [
        {"placed": ..., "status": ..., "payment": ...},
        {"placed": None, "status": None},  # null is as good as left out
        {"color": "any"},
        {"size": 7},
        {"anything": None},
        {"items": []},
        {"placed": "2016-12-31T23:59:60Z", "closed-at": "2024-05-01t10:15:00.5-02:00"},
        {"file": {"type": "sound", "length": 1}},
        {"link": {"url": "u"}},  # which a page need not call one
    ],
)
def test_what_is_allowed_is_no_mismatch(made: Package, changes: dict[str, Any]) -> None:
    sync_call(made, answer(made, **changes), validate_responses="strict")


def test_what_is_not_described_where_nothing_else_may_be(made: Package) -> None:
    response = answer(made, items=[{"sku": "A", "count": 1, "x": "t0p", "put": "1"}])
    found = mismatches(made, response)
    assert told(found) == [
        ("items[0].x", "additionalProperties"),
        ("items[0].put", "additionalProperties"),
    ]
    assert "t0p" not in repr(found)


def test_no_secret_is_told(made: Package) -> None:
    response = answer(
        made,
        token=["t0p"],
        items=[{"sku": "A", "count": 1, "secret": "t0p"}],
        shape={"token": "t0p"},
        payment={"kind": "card", "number": ["t0p"]},
    )
    with pytest.raises(made.InvalidResponse) as raised:
        sync_call(made, response, validate_responses="strict")
    assert told(raised.value.mismatches) == [
        ("items[0].secret", "enum"),
        ("token", "type"),
        ("payment.number", "type"),
        ("shape", "anyOf"),
    ]
    assert "t0p" not in str(raised.value) + repr(raised.value)


def test_what_is_of_no_kind_can_be_secret(made: Package) -> None:
    order = sync_call(made, answer(made, payment={"kind": "cheque", "number": "t0p"}))
    assert order.payment == {"kind": "cheque", "number": "t0p"}
    assert "t0p" not in repr(order)


def test_warn_is_the_default_and_off_says_nothing(made: Package, call: Call) -> None:
    response = answer(made, placed="yesterday", id=..., status="lost")
    for options in ({}, {"validate_responses": "warn"}):
        with pytest.warns(made.UnreadableField, match="placed is not a date") as caught:
            warned = call(made, response, **options)
        assert len(caught) == 1
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        silent = call(made, response, validate_responses="off")
    assert silent == warned
    assert (silent.placed, silent.extra["placed"]) == (None, "yesterday")


def test_strict_warns_of_nothing_beside_the_error(made: Package) -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        found = mismatches(made, answer(made, placed="yesterday"))
    assert told(found) == [("placed", "type")]


@pytest.mark.parametrize("body", [b'{"kind": "b", "code": "x"}', b"[]", b"<html>", b""])
def test_an_error_is_an_error_whatever_its_body(
    made: Package, call: Call, body: bytes
) -> None:
    with pytest.raises(made.ApiError) as raised:
        call(made, made.response(500, body), validate_responses="strict")
    assert raised.value.status == 500


def test_a_body_that_cannot_be_read_is_told_as_ever(made: Package, call: Call) -> None:
    said = "^GetOrder: the body of the answer 200 should be a JSON object"
    with pytest.raises(made.InvalidResponse, match=said) as raised:
        call(made, made.response(200, b"[]"), validate_responses="strict")
    assert raised.value.mismatches == ()


def test_what_is_told_of_an_answer_names_the_operation(made: Package) -> None:
    client = made.client(answer=answer(made, placed="yesterday"))
    with pytest.warns(made.UnreadableField, match="^GetOrder: placed is not a date"):
        client.send(made.GetOrder(id="o-1"))
    # Who reads it by the operation itself, knows.
    with pytest.warns(made.UnreadableField, match="^placed is not a date"):
        made.GetOrder.read(answer(made, placed="yesterday"))


def test_a_view_of_a_client_and_its_exchange(made: Package) -> None:
    client = made.client(answer=answer(made, status="lost"))
    request = made.GetOrder(id="o-1")
    strict = client.with_options(validate_responses="strict")
    for method in (strict.send, strict.exchange):
        with pytest.raises(made.InvalidResponse):
            method(request)
    assert client.exchange(request).model.status == "lost"
    lax = strict.with_options(validate_responses="off")
    assert lax.send(request).status == "lost"


def test_another_word_is_refused(made: Package) -> None:
    with pytest.raises(ValueError, match="must be off, warn or strict, not 'loud'"):
        made.client(validate_responses="loud")


def test_threads_do_not_hear_of_one_another(made: Package) -> None:
    """What is read in one mode is not told to who reads in another at the same time."""
    response = answer(made, placed="yesterday")
    barrier = threading.Barrier(2, timeout=20)
    real, outcomes = made.GetOrder.read, {}

    class GetOrder(made.GetOrder):  # type: ignore[name-defined,misc]  # made at run time
        __slots__ = ()

        @classmethod
        def read(cls, response: Any) -> Any:
            barrier.wait()
            result = real(response)
            barrier.wait()
            return result

    def run(mode: str) -> None:
        try:
            outcomes[mode] = sync_call(
                made, response, GetOrder(id="o-1"), validate_responses=mode
            )
        except made.InvalidResponse as error:
            outcomes[mode] = told(error.mismatches)

    threads = [threading.Thread(target=run, args=(m,)) for m in ("strict", "off")]
    for one in threads:
        one.start()
    for one in threads:
        one.join()
    assert outcomes["strict"] == [("placed", "type")]
    assert outcomes["off"].extra["placed"] == "yesterday"


def operation(schema: str, kind: str = "application/json") -> Package:
    return make(f"""
        paths:
          /it:
            get:
              operationId: fetch
              responses: {{"200": {{description: It, content: {{{kind}: {{schema: {schema}}}}}}}}}
        """)


@pytest.mark.parametrize(
    ("schema", "good", "bad", "where"),
    [
        ("{type: array, items: {enum: [a, b]}}", ["a"], ["a", "c"], "[1]"),
        ("{enum: [a, b]}", "a", "c", "the body"),
        (
            "{type: object, additionalProperties: {type: array, items: {enum: [1]}}}",
            {"x": [1, 1.0]},
            {"x": [1, 2]},
            "x[1]",
        ),
        (
            "{type: array, items: {type: object, required: [a], properties: {a: {}}}}",
            [{"a": None}],
            [{"a": 1}, {}],
            "[1].a",
        ),
        ("{enum: [a, 1]}", "a", {"x": 1}, "the body"),
        ("{anyOf: [{enum: [a]}, {type: integer}]}", 5, "b", "the body"),
    ],
)
def test_bodies_that_are_no_record(
    schema: str, good: Any, bad: Any, where: str
) -> None:
    made = operation(schema)
    right = made.response(200, json.dumps(good).encode())
    request = made.Fetch()
    sync_call(made, right, request, validate_responses="strict")
    wrong = made.response(200, json.dumps(bad).encode())
    with pytest.raises(made.InvalidResponse) as raised:
        sync_call(made, wrong, request, validate_responses="strict")
    assert [one.where for one in raised.value.mismatches] == [where]


@pytest.mark.parametrize(
    ("schema", "body"),
    [
        ("{type: array, items: {anyOf: [{type: string}, {enum: [a]}]}}", ["z"]),
        (
            "{anyOf: [{type: array, items: {enum: [a]}}, {type: array, items: {type: string}}]}",
            ["z"],
        ),
        ("{type: string, enum: [a], x-fragmint-severity: advice}", "z"),
        ("{}", {"x": 1}),
        ("{type: [string, 'null']}", None),
    ],
)
def test_other_values_that_are_described_too(schema: str, body: Any) -> None:
    made = operation(schema)
    response = made.response(200, json.dumps(body).encode())
    assert sync_call(made, response, made.Fetch(), validate_responses="strict") == body


def test_a_byte_order_mark_is_ignored() -> None:
    made = operation("{type: array, items: {type: string, enum: [a]}}")
    response = made.response(200, b'\xef\xbb\xbf["b"]')
    with pytest.raises(made.InvalidResponse, match="must be 'a', not 'b'"):
        sync_call(made, response, made.Fetch(), validate_responses="strict")


@pytest.mark.parametrize("number", ["NaN", "Infinity", "-Infinity", "1e400"])
def test_a_number_that_is_none(number: str) -> None:
    made = operation("{type: object, properties: {a: {type: number}, b: {}}}")
    body = f'{{"a": {number}, "b": [{{"c": 1.5}}, {{"d": {number}}}]}}'
    response = made.response(200, body.encode())
    assert isinstance(sync_call(made, response, made.Fetch()).a, float)
    with pytest.raises(made.InvalidResponse) as raised:
        sync_call(made, response, made.Fetch(), validate_responses="strict")
    found = [(one.where, one.rule) for one in raised.value.mismatches]
    assert sorted(found) == [("a", "type"), ("b[1].d", "type")]
    assert "must be a finite number, not" in str(raised.value)


def test_what_is_no_json_has_nothing_to_be_strict_about() -> None:
    made = operation("{type: string, enum: [a]}", "text/plain")
    response = made.response(200, b'"z"', "text/plain")
    assert sync_call(made, response, made.Fetch(), validate_responses="strict") == '"z"'
    response = made.response(200, b"NaN", "text/plain")
    assert sync_call(made, response, made.Fetch(), validate_responses="strict") == "NaN"
