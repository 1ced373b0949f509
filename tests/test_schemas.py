"""`compile_schema` judges as the standard says, where OpenAPI would say more."""

from typing import Any

import pytest
from fragmint import compile_schema

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
