"""`compile_schema` judges as the standard says, where OpenAPI would say more."""

import sys
import tracemalloc
from collections import OrderedDict
from pathlib import Path
from typing import Any

import pytest
from fragmint import compile_schema
from fragmint.diagnostics import Problems
from fragmint.support.ecmascript import ecmascript
from fragmint.support.violations import Violation

READ_ONLY: dict[str, Any] = {
    "properties": {"id": {"readOnly": True}, "key": {"writeOnly": True}},
    "required": ["id", "key"],
}
OF_A_LIST: dict[str, Any] = {
    "unevaluatedItems": False,
    "dependentSchemas": {"a": {"prefixItems": [True]}},
}


# Its `if` is asked for by what `unevaluatedProperties` leaves over, and is in d0, too.
WITHIN: dict[str, Any] = {
    "$defs": {"d0": {"type": "null", "if": {"if": {}}}},
    "unevaluatedProperties": False,
    "$ref": "#/$defs/d0",
}
BOTH: dict[str, Any] = {
    "$dynamicAnchor": "node",
    "maxItems": 2,
    "items": {
        "$dynamicRef": "#node",
        "$ref": "#/$defs/d0",
        "allOf": [{"prefixItems": [{"type": "null"}]}],
    },
    "$defs": {"d0": {"minItems": 1}},
}
# What only leads on is part of the dynamic scope, too.
PASSED: dict[str, Any] = {
    "$id": "https://example.com/base",
    "$ref": "first#/$defs/on",
    "$defs": {
        "first": {"$id": "first", "$defs": {"on": {"$ref": "second#/$defs/on"}}},
        "second": {
            "$id": "second",
            "$defs": {
                "on": {"$ref": "third#/$defs/on"},
                "length": {"$dynamicAnchor": "length", "maxLength": 2},
            },
        },
        "third": {
            "$id": "third",
            "$defs": {
                "on": {"$dynamicRef": "#length"},
                "length": {"$dynamicAnchor": "length", "maxLength": 3},
            },
        },
    },
}


@pytest.mark.parametrize(
    ("schema", "instance", "is_valid"),
    [
        (READ_ONLY, {"id": 1}, False),
        ({"not": READ_ONLY}, {"key": 1}, True),
        (READ_ONLY, {"id": 1, "key": 2}, True),
        ({"contentMediaType": "image/png", "maxItems": 0}, [1], False),
        ({"format": "binary", "minimum": 0}, -1, False),
        ({"type": "string", "format": "binary"}, "a", True),
        ({"discriminator": 1, "xml": 1, "type": "null"}, None, True),
        ({"enum": []}, 1, False),
        ({"enum": [1, 1.0]}, 1, True),
        (OF_A_LIST, [1], False),
        (OF_A_LIST, {"a": 1}, True),
        (WITHIN, 0, False),
        (WITHIN, None, True),
        (BOTH, [[None], 1], True),
        (BOTH, [[None, 1, 1]], False),
        (BOTH, [[]], False),
        (BOTH, [[1]], False),
        (PASSED, "hi", True),
        (PASSED, "hey", False),
    ],
)
def test_a_schema_says_what_the_standard_says(
    schema: Any, instance: Any, is_valid: bool
) -> None:
    assert (not compile_schema(schema)(instance)) is is_valid


def test_a_bare_enumeration_tells_that_nothing_is_right() -> None:
    (violation,) = compile_schema({"enum": []})(1)
    assert violation.message == "must be nothing, not 1"


def test_what_is_nested_deep_is_told() -> None:
    tree = {"$defs": {"t": {"items": {"$ref": "#/$defs/t"}, "type": "array"}}}
    instance: Any = 1
    for _ in range(700):
        instance = [instance]
    (violation,) = compile_schema({"$ref": "#/$defs/t", **tree})(instance)
    assert violation.path == (0,) * 700


# --- how deep and how long ------------------------------------------------------------


def nested(depth: int) -> Any:
    value: Any = 5
    for _ in range(depth):
        value = {"child": value}
    return value


def test_what_nests_900_deep() -> None:
    node = {"type": "object", "properties": {"child": {"$ref": "#/$defs/node"}}}
    validator = compile_schema({"$ref": "#/$defs/node", "$defs": {"node": node}})
    (violation,) = validator(nested(900))
    assert violation.path == ("child",) * 900
    assert validator({"child": {"child": {}}}) == []


NODE = {"$ref": "#/$defs/node"}
LEAF = {"type": "integer"}


@pytest.mark.parametrize(
    "node",
    [
        {"properties": {"child": NODE}},
        {"additionalProperties": NODE},
        {"anyOf": [{"type": "object", "properties": {"child": NODE}}, LEAF]},
        {"oneOf": [{"type": "object", "properties": {"child": NODE}}, LEAF]},
        {"oneOf": [{"$ref": "#/$defs/inner"}, {"$ref": "#/$defs/leaf"}]},
        {"if": {"type": "object"}, "then": {"properties": {"child": NODE}}},
        {"properties": {"child": {"not": {"not": NODE}}}},
        {"allOf": [{"$ref": "#/$defs/inner"}]},
    ],
)
def test_what_nests_900_deep_in_whatever(node: dict[str, Any]) -> None:
    inner = {"type": "object", "properties": {"child": NODE}}
    defs = {"node": node, "inner": inner, "leaf": LEAF}
    validator = compile_schema(NODE | {"$defs": defs})

    def called_from(depth: int) -> list[Violation]:
        return called_from(depth - 1) if depth else validator(nested(900))

    leaf_is_wrong = node.keys() == {"allOf"}
    for depth in (0, 700):
        assert [one.rule for one in called_from(depth)] == ["type"] * leaf_is_wrong


def test_what_nests_too_deep_is_told() -> None:
    limit = sys.getrecursionlimit()
    circle: list[Any] = []
    circle.append(circle)
    for schema, value in (
        (
            {"anyOf": [{"items": {"$ref": "#"}}, {"type": "string"}]},
            nested_list(20_000),
        ),
        ({"uniqueItems": True}, circle),
        ({"const": [1]}, circle),
    ):
        assert [one.rule for one in compile_schema(schema)(value)] == ["depth"]
    assert sys.getrecursionlimit() == limit


def nested_list(depth: int) -> Any:
    value: Any = 1
    for _ in range(depth):
        value = [value]
    return value


def test_a_long_list_takes_no_memory_in_proportion() -> None:
    items = {"type": "integer", "minimum": 0}
    validator = compile_schema({"type": "array", "prefixItems": [{}], "items": items})
    value = [7] * 1_000_000
    tracemalloc.start()
    try:
        assert validator(value) == []
        assert tracemalloc.get_traced_memory()[1] < 1_000_000
    finally:
        tracemalloc.stop()


# --- names that are no strings ------------------------------------------------------


def by_names(rule: dict[str, Any]) -> dict[str, Any]:
    return {"$ref": "#/$defs/node", "$defs": {"node": {"type": "object", **rule}}}


@pytest.mark.parametrize(
    "rule",
    [
        {"patternProperties": {"^a": {"type": "string"}}},
        {"patternProperties": {"^a": {}}, "additionalProperties": {"type": "string"}},
        {"patternProperties": {"^a": {}}, "unevaluatedProperties": False},
        {"propertyNames": {"pattern": "^a"}},
        {"propertyNames": {"minLength": 1}},
        {"not": {"patternProperties": {"^b": False}}},
        {"anyOf": [{"patternProperties": {"^a": False}}, {"type": "null"}]},
        {"additionalProperties": False},
        {"propertyNames": {"enum": ["a"]}},
    ],
)
def test_a_name_that_is_no_string(rule: dict[str, Any]) -> None:
    validator = compile_schema(rule)
    for name in (1, None, True, 1.5):
        assert validator({name: "x"})
        assert validator({"a": "x", name: {2: 3}})


def test_what_is_said_of_a_name_that_is_no_string() -> None:
    patterns = {"patternProperties": {"^a": {"type": "string"}}}
    node = {**patterns, "additionalProperties": {"$ref": "#/$defs/node"}}
    validator = compile_schema(by_names(node))
    instance = {"a": 1, "b": {"c": {200: {}, 404: {}}}, "d": {None: []}, 7: {}}
    first, *found = validator(instance)
    assert first.rule == "type"
    assert [(one.path, one.rule, one.value) for one in found] == [
        ((), "names", 7),
        (("d",), "names", None),
        (("b", "c"), "names", 200),
    ]
    assert str(found[2]) == (
        "b['c']: must name its properties by strings, not 200 (schema#)"
    )
    assert {one.pointer for one in found} == {"schema#"}


@pytest.mark.parametrize("way", ["components/parameters/a", "paths/a", "paths/a/get"])
def test_nothing_of_openapi_is_special(way: str) -> None:
    schema: Any = {"maxLength": 1}
    for step in reversed(way.split("/")):
        schema = {step: schema}
    validator = compile_schema({**schema, "$ref": f"#/{way}"})
    assert [one.rule for one in validator("ab")] == ["maxLength"]


def test_a_name_that_is_no_string_deep_down_or_in_a_circle() -> None:
    patterns = {"^child": {"$ref": "#/$defs/node"}, "^list": {}}
    validator = compile_schema(by_names({"patternProperties": patterns}))
    circle: list[Any] = []
    circle.append(circle)
    value: Any = {5: 5, "list": circle}
    for _ in range(900):
        value = {"child": value}
    (violation,) = validator(value)
    assert (violation.path, violation.rule) == (("child",) * 900, "names")


def test_names_that_no_rule_looks_at() -> None:
    validator = compile_schema({"properties": {"1": {"type": "null"}}})
    assert validator({1: 2}) == []


# --- what is no schema ----------------------------------------------------------------


@pytest.mark.parametrize(
    ("schema", "code"),
    [
        (None, "invalid-description"),
        ([], "invalid-description"),
        ({"type": "strin"}, "invalid-description"),
        ({"$ref": "#/$defs/x"}, "unknown-ref"),
        ({"$ref": "#/definitions/x", "$defs": {}}, "unknown-ref"),
        ({"$ref": "https://example.com/x"}, "remote-ref"),
        ({"$ref": "#"}, "ref-cycle"),
        ({"items": None}, "invalid-description"),
        ({"const": float("nan")}, "invalid-description"),
        ({"enum": [{1, 2}]}, "invalid-description"),
        ({"$ref": "secret.json"}, "remote-ref"),
    ],
)
def test_what_cannot_be_used(schema: Any, code: str) -> None:
    with pytest.raises(Problems) as raised:
        compile_schema(schema)
    assert [one.code for one in raised.value.problems] == [code]


def test_nothing_is_read_but_the_documents(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "s.json").write_text('{"const": 1}')
    monkeypatch.chdir(tmp_path)
    schema = {"$id": "https://example.com/", "$ref": "s.json"}
    with pytest.raises(Problems):
        compile_schema(schema)
    documents = {"https://example.com/s.json#": {"const": 2}, "schema": False}
    assert compile_schema(schema, documents=documents)(2) == []


def test_a_schema_too_deep_is_a_problem() -> None:
    schema: dict[str, Any] = {"type": "string"}
    for _ in range(5000):
        schema = {"items": schema}
    with pytest.raises(Problems):
        compile_schema(schema)


@pytest.mark.parametrize(
    ("schema", "value", "rules"),
    [
        ({"enum": [{"a": 1}]}, OrderedDict(a=1), []),
        ({"uniqueItems": True}, [OrderedDict(a=1), {"a": 1.0}], ["uniqueItems"]),
        pytest.param({"maximum": 5}, 10**5000, ["maximum"], id="maximum"),
        pytest.param({"multipleOf": 0.5}, 10**5000, [], id="multipleOf"),
        ({"x-fragmint-severity": "advice", "type": "string"}, 1, ["type"]),
        ({"properties": {"a": {"$id": "http://[x"}}}, {"a": 1}, []),
    ],
)
def test_odd_values_and_schemas(schema: Any, value: Any, rules: list[str]) -> None:
    assert [one.rule for one in compile_schema(schema)(value)] == rules


def test_a_pattern_that_python_cannot_match(monkeypatch: pytest.MonkeyPatch) -> None:
    schema = {"pattern": r"(?<=a+)b", "patternProperties": {"^(a)?\\1$": False}}
    validator = compile_schema(schema)
    assert [one.code for one in validator.warnings] == ["needs-library"] * 2
    assert [one.rule for one in validator("b")] == ["pattern"]
    assert validator("aab") == []
    assert validator({"a": 1}) == []
    assert [one.path for one in validator({"aa": 1})] == [("aa",)]

    monkeypatch.setitem(sys.modules, "corvus_regex_ecma262", None)
    ecmascript.cache_clear()
    with pytest.raises(Problems, match=r"pip install 'fragmint\[ecmascript\]'"):
        compile_schema(schema)
    with pytest.raises(ImportError, match="pip install corvus-regex-ecma262"):
        validator("b")


def test_the_branch_whose_kind_it_is_comes_closest() -> None:
    def kind(name: str, *required: str) -> dict[str, Any]:
        properties = {"kind": {"const": name}}
        return {"type": "object", "required": required, "properties": properties}

    schema: Any = {
        "anyOf": [{"$ref": "#/$defs/A"}, {"$ref": "#/$defs/B"}],
        "$defs": {"A": kind("A", "kind", "b", "c"), "B": kind("B")},
    }
    (violation,) = compile_schema(schema)({"kind": "A"})
    assert "as A, b must be given" in violation.message
    # Where each requires it, it says which is meant.
    schema["$defs"]["B"]["required"] = ["kind"]
    told = [str(one) for one in compile_schema(schema)({"kind": "A"})]
    assert [one.partition(" (")[0] for one in told] == [
        "b: must be given",
        "c: must be given",
    ]


def test_the_whole_is_called_the_instance() -> None:
    (whole,) = compile_schema({"type": "array"})(5)
    (item,) = compile_schema({"items": {"type": "string"}})([5])
    assert str(whole) == "the instance: must be a list, not 5 (schema#/type)"
    assert str(item) == "the instance[0]: must be a string, not 5 (schema#/items/type)"


def test_what_a_branch_says_is_of_the_value_and_not_of_the_whole() -> None:
    lists = {
        name: {"type": "array", "items": {"properties": {"b": {"type": name}}}}
        for name in ("string", "integer")
    }
    branches = [{"$ref": f"#/$defs/{name}"} for name in lists]
    schema = {"properties": {"a": {"anyOf": branches}}, "$defs": lists}
    (violation,) = compile_schema(schema)({"a": [{"b": 5}, {"b": "c"}]})
    assert "; as string, it[0]['b'] must be a string, not 5" in violation.message


@pytest.mark.parametrize(
    ("condition", "reason"),
    [
        ({"required": ["a"]}, " because a is given"),
        ({"required": ["a"], "properties": {"a": {"const": 1}}}, " because a is 1"),
        ({"properties": {"a": {"const": 1}}}, " because a is not given or is 1"),
        (
            {"required": ["a"], "properties": {"a": {"maximum": 5}}},
            " because a is at most 5 or not a number",
        ),
        ({"required": ["a", "b"]}, " because a is given and b is given"),
    ],
)
def test_reasons_are_told_where_they_are_plain(condition: Any, reason: str) -> None:
    schema = {"type": "object", "properties": {"z": {}}}
    schema |= {"if": condition, "then": {"required": ["z"]}}
    (violation,) = compile_schema(schema)({"a": 1, "b": 2})
    assert violation.message == f"must be given{reason}"
