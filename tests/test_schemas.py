"""`compile_schema` judges as the standard says, where OpenAPI would say more."""

import sys
import tracemalloc
from typing import Any

import pytest
from fragmint import compile_schema
from fragmint.diagnostics import Problems

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


@pytest.mark.parametrize("keyword", ["anyOf", "oneOf", "allOf"])
def test_what_nests_as_deep_as_json_can(keyword: str) -> None:
    branches = [{"$ref": "#/$defs/leaf"}, {"$ref": "#/$defs/node"}]
    if keyword == "allOf":
        branches = branches[1:]
    node = {"type": "object", "properties": {"child": {keyword: branches}}}
    leaf = {"type": "object", "required": ["leaf"]}
    schema = {"$ref": "#/$defs/node", "$defs": {"node": node, "leaf": leaf}}
    validator = compile_schema(schema)
    assert len(validator(nested(900))) == 1
    limit = sys.getrecursionlimit()
    assert len(validator(nested(900))) == 1
    assert sys.getrecursionlimit() == limit


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
    ],
)
def test_what_cannot_be_used(schema: Any, code: str) -> None:
    with pytest.raises(Problems) as raised:
        compile_schema(schema)
    assert [one.code for one in raised.value.problems] == [code]
