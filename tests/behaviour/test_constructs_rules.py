"""Every rule of JSON Schema in nested bodies: where it is broken, and where it stands."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from typing import Any
from urllib.parse import unquote

import pytest
import yaml

from .constructs import described, make, pointers, steps

# One property for each rule; the requests below break one or more.
RULES = """
paths:
  /it:
    post:
      operationId: save
      requestBody: {required: true, content: {application/json: {schema: {$ref: "#/components/schemas/It"}}}}
      responses: {"204": {description: None}}
components:
  schemas:
    Cat: {type: object, required: [meow], properties: {meow: {type: boolean}}}
    Dog: {type: object, required: [bark], properties: {bark: {type: boolean}}}
    It:
      type: object
      properties:
        text: {type: string, minLength: 2, maxLength: 4, pattern: "^[a-z]+$"}
        number: {type: number, minimum: 1, exclusiveMaximum: 10, multipleOf: 0.5}
        open: {type: integer, exclusiveMinimum: 0, maximum: 9}
        either: {type: [integer, string], minimum: 2, minLength: 2}
        uri: {type: string, format: uri}
        secret: {type: string, format: password, minLength: 8}
        kind: {enum: [dog, cat, 1, null]}
        only: {const: {a: [1]}}
        pin: {const: 7}
        never: false
        numbers: {type: array, minItems: 1, maxItems: 3, uniqueItems: true, items: {type: integer}}
        has: {type: array, contains: {const: dog}}
        some: {type: array, contains: {type: integer, minimum: 5}, minContains: 2, maxContains: 3}
        few: {type: array, contains: {type: string}, minContains: 0, maxContains: 1}
        pair: {type: array, prefixItems: [{enum: [a, b]}, {type: integer}], items: {type: boolean}}
        end: {type: array, prefixItems: [{type: string}], items: false}
        rows: {type: array, items: {type: array, items: {type: object, required: [x], properties: {x: {type: integer}}}}}
        sized: {type: object, minProperties: 1, maxProperties: 2}
        named: {type: object, propertyNames: {pattern: "^[a-z]+$"}}
        closed: {type: object, properties: {a: {type: string}}, patternProperties: {"^x-": {type: integer}}, additionalProperties: false}
        typed: {type: object, additionalProperties: {type: integer, minimum: 0}}
        wants: {type: object, dependentRequired: {a: [b, c]}}
        then: {type: object, dependentSchemas: {a: {required: [b], properties: {a: {type: integer}}}}}
        one: {oneOf: [{$ref: "#/components/schemas/Cat"}, {$ref: "#/components/schemas/Dog"}]}
        any: {anyOf: [{type: string}, {type: integer, minimum: 1}]}
        all: {allOf: [{type: string}, {minLength: 2}, {$ref: "#/components/schemas/Word"}]}
        nope: {not: {type: [string, "null"]}}
        noCat: {not: {$ref: "#/components/schemas/Cat"}}
        when:
          type: object
          properties: {kind: {enum: [dog, cat]}, bark: {type: string}, lives: {type: integer}}
          if: {properties: {kind: {const: dog}}, required: [kind]}
          then: {required: [bark]}
          else: {properties: {bark: false, lives: {maximum: 9}}}
        rooms: {type: array, items: {type: object, properties: {beds: {type: integer}}, if: {required: [guests]}, then: {required: [beds]}}}
    Word: {pattern: "^[a-z]"}
"""
IT = "/components/schemas/It/properties/"
DOCUMENT: Mapping[str, Any] = yaml.safe_load(described(RULES))
ROWS: list[tuple[str, Any, dict[tuple[str | int, ...], str], list[str]]] = [
    ("text", "a", {(): "minLength"}, ["text/minLength"]),
    ("text", "abcde", {(): "maxLength"}, ["text/maxLength"]),
    ("text", "ab1", {(): "pattern"}, ["text/pattern"]),
    ("text", 5, {(): "type"}, ["text/type"]),
    ("number", 0.5, {(): "minimum"}, ["number/minimum"]),
    ("number", 10, {(): "exclusiveMaximum"}, ["number/exclusiveMaximum"]),
    ("number", 1.25, {(): "multipleOf"}, ["number/multipleOf"]),
    ("number", True, {(): "type"}, ["number/type"]),
    ("open", 0, {(): "exclusiveMinimum"}, ["open/exclusiveMinimum"]),
    ("open", 10, {(): "maximum"}, ["open/maximum"]),
    ("open", 1.5, {(): "type"}, ["open/type"]),
    ("either", 1, {(): "minimum"}, ["either/minimum"]),
    ("either", "a", {(): "minLength"}, ["either/minLength"]),
    ("either", 1.5, {(): "type"}, ["either/type"]),
    ("uri", "a b", {(): "format"}, ["uri/format"]),
    ("kind", "cow", {(): "enum"}, ["kind/enum"]),
    ("kind", True, {(): "enum"}, ["kind/enum"]),
    ("only", {"a": [2]}, {(): "const"}, ["only/const"]),
    ("pin", 8, {(): "const"}, ["pin/const"]),
    ("never", 1, {(): "false"}, ["never"]),
    ("numbers", [], {(): "minItems"}, ["numbers/minItems"]),
    ("numbers", [1, 2, 3, 4], {(): "maxItems"}, ["numbers/maxItems"]),
    ("numbers", [1, 1.0], {(): "uniqueItems"}, ["numbers/uniqueItems"]),
    ("numbers", [1, "a"], {(1,): "type"}, ["numbers/items/type"]),
    ("has", ["cat"], {(): "contains"}, ["has/contains"]),
    ("some", [5], {(): "minContains"}, ["some/minContains"]),
    ("some", [5, 6, 7, 8], {(): "maxContains"}, ["some/maxContains"]),
    ("few", ["a", "b"], {(): "maxContains"}, ["few/maxContains"]),
    ("pair", ["c"], {(0,): "enum"}, ["pair/prefixItems/0/enum"]),
    ("pair", ["a", "b"], {(1,): "type"}, ["pair/prefixItems/1/type"]),
    ("pair", ["a", 1, True, 2], {(3,): "type"}, ["pair/items/type"]),
    ("end", ["a", 1], {(1,): "false"}, ["end/items"]),
    (
        "rows",
        [[{"x": 1}], [{}, {"x": "a"}]],
        {(1, 0, "x"): "required", (1, 1, "x"): "type"},
        ["rows/items/items/required", "rows/items/items/properties/x/type"],
    ),
    ("sized", {}, {(): "minProperties"}, ["sized/minProperties"]),
    ("sized", {"a": 1, "b": 2, "c": 3}, {(): "maxProperties"}, ["sized/maxProperties"]),
    ("named", {"A": 1}, {("A",): "propertyNames"}, ["named/propertyNames"]),
    (
        "closed",
        {"b": 1},
        {("b",): "additionalProperties"},
        ["closed/additionalProperties"],
    ),
    ("closed", {"x-a": "b"}, {("x-a",): "type"}, ["closed/patternProperties/^x-/type"]),
    ("typed", {"a": -1}, {("a",): "minimum"}, ["typed/additionalProperties/minimum"]),
    (
        "wants",
        {"a": 1, "b": 2},
        {("c",): "dependentRequired"},
        ["wants/dependentRequired"],
    ),
    ("then", {"a": 1}, {("b",): "required"}, ["then/dependentSchemas/a/required"]),
    (
        "then",
        {"a": "x", "b": 1},
        {("a",): "type"},
        ["then/dependentSchemas/a/properties/a/type"],
    ),
    ("one", {}, {(): "oneOf"}, ["one/oneOf"]),
    ("one", {"meow": True, "bark": True}, {(): "oneOf"}, ["one/oneOf"]),
    ("any", 0, {(): "anyOf"}, ["any/anyOf"]),
    ("all", "a", {(): "minLength"}, ["all/allOf/1/minLength"]),
    ("nope", "x", {(): "not"}, ["nope/not"]),
    ("noCat", {"meow": True}, {(): "not"}, ["noCat/not"]),
    ("when", {"kind": "dog"}, {("bark",): "required"}, ["when/then/required"]),
    (
        "when",
        {"kind": "cat", "bark": "x", "lives": 10},
        {("bark",): "false", ("lives",): "maximum"},
        ["when/else/properties/bark", "when/else/properties/lives/maximum"],
    ),
    (
        "rooms",
        [{"beds": 1, "guests": 2}, {"guests": 1}],
        {(1, "beds"): "required"},
        ["rooms/items/then/required"],
    ),
]


def at(pointer: str) -> Any:
    """What stands at a pointer; raises if that is nothing."""
    node: Any = DOCUMENT
    for token in unquote(pointer).split("/")[1:]:
        step = token.replace("~1", "/").replace("~0", "~")
        node = node[int(step)] if isinstance(node, list) else node[step]
    return node


@pytest.mark.parametrize(("name", "value", "broken", "where"), ROWS)
def test_rules(
    name: str, value: Any, broken: dict[tuple[str | int, ...], str], where: list[str]
) -> None:
    argument = "no_cat" if name == "noCat" else name
    violations = make(RULES).refused("Save", **{argument: value})
    assert steps(violations) == {
        (argument, *path): rule for path, rule in broken.items()
    }
    assert [unquote(one) for one in pointers(violations)] == [IT + one for one in where]
    for one in violations:
        assert one.wire_name == name
        assert one.message
        found = at(one.pointer.partition("#")[2])
        assert found is False if one.rule == "false" else found is not None
    assert make(RULES).refused("Save", **{argument: value}) == violations


@pytest.mark.parametrize(
    "given",
    [
        {"text": "abc", "number": 9.5, "open": 9, "either": "ab", "uri": "/a"},
        {"kind": None, "only": {"a": [1.0]}, "pin": 7.0, "numbers": [1, 2, 3]},
        {"has": ["cat", "dog"], "some": [5, 6, 1], "few": [1, "a"], "end": []},
        {"pair": ["a", 1, True], "rows": [[], [{"x": 1}]], "sized": {"a": 1}},
        {"named": {"a": 1}, "closed": {"a": "b", "x-c": 1}, "typed": {"a": 0}},
        {"wants": {"b": 1}, "then": {"a": 1, "b": 2}, "one": {"meow": False}},
        {"any": 1, "all": "ab", "nope": 5, "no_cat": {}, "when": {"kind": "cat"}},
        {"rooms": [{}, {"beds": 1, "guests": 1}]},
    ],
)
def test_what_keeps_the_rules_is_sent(given: dict[str, Any]) -> None:
    make(RULES).built("Save", **given)


def test_a_reference_is_where_the_rule_stands() -> None:
    (violation,) = make(RULES).refused("Save", all="5a")
    assert violation.pointer.endswith("#/components/schemas/Word/pattern")


def test_a_secret_is_masked() -> None:
    (violation,) = make(RULES).refused("Save", secret="hunter2")
    assert "hunter2" not in repr(violation) + str(violation)
    assert repr(violation.value) == "***"


def test_rules_beside_several_types() -> None:
    made = make("""
        paths: {/p: {post: {operationId: save, requestBody: {content: {application/json: {schema: {$ref: "#/components/schemas/It"}}}}}}}
        components:
          schemas:
            It: {type: object, properties: {it: {oneOf: [{type: [string, boolean, 'null'], minLength: 3}, {type: integer}]}}}
        """)
    for good in ("abc", True, 5):
        made.built("Save", it=good)
    for bad in ("ab", 1.5):
        assert steps(made.refused("Save", it=bad)) == {("it",): "oneOf"}


def test_a_pattern_that_python_cannot_match(monkeypatch: pytest.MonkeyPatch) -> None:
    made = make("""
        paths: {/p: {post: {operationId: save, requestBody: {content: {application/json: {schema: {$ref: "#/components/schemas/It"}}}}}}}
        components:
          schemas:
            It: {type: object, properties: {price: {type: string, pattern: '(?<=EUR *)\\d$'}}}
        """)
    (warning,) = made.warnings
    assert warning.code == "needs-library"
    assert warning.place is not None
    assert (warning.place.line, warning.place.column) == (7, 59)
    ecmascript = made.module("_support.ecmascript").ecmascript
    monkeypatch.setitem(sys.modules, "corvus_regex_ecma262", None)
    ecmascript.cache_clear()
    with pytest.raises(
        ImportError, match=r"\?<=EUR .* pip install corvus-regex-ecma262"
    ):
        made.built("Save", price="EUR 5")
    monkeypatch.undo()
    made.built("Save", price="EUR 5")
    for bad in ("USD 5", "EUR 5\n", "EUR ٣"):
        assert steps(made.refused("Save", price=bad)) == {("price",): "pattern"}


def test_all_of_them_at_once() -> None:
    given: dict[str, Any] = {}
    expected: set[tuple[str | int, ...]] = set()
    for name, value, broken, _ in ROWS:
        argument = "no_cat" if name == "noCat" else name
        if argument not in given:
            given[argument] = value
            expected |= {(argument, *path) for path in broken}
    violations = make(RULES).refused("Save", **given)
    assert set(steps(violations)) == expected


# --- a body in a list in a body -------------------------------------------------------

ORDERS = """
paths:
  /orders:
    post:
      operationId: createOrder
      requestBody:
        required: true
        content:
          application/json:
            schema:
              type: object
              properties:
                customer:
                  type: object
                  description: Who pays.
                  required: [name]
                  properties:
                    name: {type: string, description: As on the card., minLength: 1}
                    addresses: {type: array, items: {$ref: "#/components/schemas/Address"}}
                    main: {anyOf: [{$ref: "#/components/schemas/Address"}, {type: "null"}]}
      responses: {"204": {description: None}}
components:
  schemas:
    Address:
      type: object
      required: [zip]
      properties:
        zip: {type: string, description: Five digits., pattern: "^[0-9]{5}$"}
        pin: {type: string, format: password, maxLength: 4}
"""


def test_paths_pointers_and_messages() -> None:
    made = make(ORDERS)
    address = made.module("models.address").Address
    customer = {
        "name": "",
        "addresses": [
            address(zip="12345"),
            address(zip="1"),
            {},
            {"zip": "1", "pin": "12345"},
        ],
    }
    violations = made.refused("CreateOrder", customer=customer)
    assert [f"{one.where}: {one.message}" for one in violations] == [
        "customer['name']: must be 1 character long or longer, not ''"
        ' - "As on the card."',
        "customer['addresses'][1].zip: must match ^[0-9]{5}$, not '1' - \"Five digits.\"",
        "customer['addresses'][2]['zip']: must be given - \"Five digits.\"",
        "customer['addresses'][3]['zip']: must match ^[0-9]{5}$, not '1' - \"Five digits.\"",
        "customer['addresses'][3]['pin']: must be 4 characters long or shorter, not ***",
    ]
    assert str(violations[-1]).endswith(f" ({violations[-1].source})")
    assert [one.source.partition(", ")[2] for one in violations] == [
        *("name", "zip", "Address", "zip", "pin")
    ]
    body = "/paths/~1orders/post/requestBody/content/application~1json/schema"
    assert pointers(violations) == [
        f"{body}/properties/customer/properties/name/minLength",
        "/components/schemas/Address/properties/zip/pattern",
        "/components/schemas/Address/required",
        "/components/schemas/Address/properties/zip/pattern",
        "/components/schemas/Address/properties/pin/maxLength",
    ]
    assert {(one.name, one.wire_name) for one in violations} == {
        ("customer", "customer")
    }


def test_inside_what_can_be_null_too() -> None:
    """A reference that can be null is the commonest union: its rules are told one by one."""
    violations = make(ORDERS).refused(
        "CreateOrder", customer={"name": "a", "main": {"zip": "1"}}
    )
    assert steps(violations) == {("customer", "main", "zip"): "pattern"}


def test_an_object_of_very_many_properties() -> None:
    """Each has a function of its own then, and all are asked, in their order."""
    names = [f"p{number}" for number in range(70)]
    properties = ", ".join(f"{name}: {{type: integer}}" for name in names)
    made = make(f"""
        paths:
          /wide:
            post:
              operationId: save
              requestBody: {{required: true, content: {{application/json: {{schema: {{$ref: "#/components/schemas/Wide"}}}}}}}}
              responses: {{"204": {{description: None}}}}
        components:
          schemas:
            Wide: {{type: object, required: [p69], properties: {{{properties}, friend: {{$ref: "#/components/schemas/Wide"}}}}}}
        """)
    module = made.module("validators.wide")
    assert {f"check_wide_{name}" for name in names} <= set(module.__all__)
    assert made.built("Save", p0=1, p69=2).body == b'{"p0":1,"p69":2}'
    assert steps(made.refused("Save", p0="a", p69="b", friend={"p1": "c"})) == {
        ("p0",): "type",
        ("p69",): "type",
        ("friend", "p1"): "type",
        ("friend", "p69"): "required",
    }
