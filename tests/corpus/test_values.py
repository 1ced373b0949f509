"""Values: what is made has no fault, and what cannot be made is said to be so."""

import json
import random
from pathlib import Path
from typing import Any

import pytest

from .dialect import Dialect, Direction
from .library import Library
from .patterns import matching
from .values import Maker, Unmakeable


def dialect(
    folder: Path,
    schema: Any,
    version: str = "3.1.0",
    direction: Direction = "out",
    **others: Any,
) -> tuple[Dialect, Any]:
    schemas = {"it": schema, **others}
    root = {"openapi": version, "components": {"schemas": schemas}}
    (folder / "root.json").write_text(json.dumps(root))
    library = Library(folder / "root.json")
    found = Dialect(library, direction)
    return found, found.schema(library.root.child("components", "schemas", "it"))


TREE = {
    "type": "object",
    "required": ["name"],
    "properties": {
        "name": {"type": "string"},
        "children": {"type": "array", "items": {"$ref": "#/components/schemas/it"}},
        "parent": {"$ref": "#/components/schemas/it"},
    },
}
SCHEMAS: dict[str, Any] = {
    "text": {"type": "string", "minLength": 3, "maxLength": 5},
    "pattern": {"type": "string", "pattern": r"^[A-Z]{2}\d+(-x|_y)?$"},
    "date": {"type": "string", "format": "date"},
    "moment": {"type": "string", "format": "date-time"},
    "uuid": {"type": "string", "format": "uuid"},
    "integer": {"type": "integer", "minimum": 7, "maximum": 9},
    "multiple": {"type": "number", "multipleOf": 0.5, "exclusiveMinimum": 3},
    "narrow": {"type": "number", "exclusiveMinimum": 0, "exclusiveMaximum": 0.1},
    "enum": {"enum": ["a", 1, None]},
    "const": {"const": {"a": [1]}},
    "set": {
        "type": "array",
        "uniqueItems": True,
        "minItems": 2,
        "items": {"enum": [1, 2]},
    },
    "tuple": {"prefixItems": [{"type": "integer"}], "items": False, "minItems": 1},
    "map": {"additionalProperties": {"type": "integer"}, "minProperties": 2},
    "tree": TREE,
    "all": {
        "allOf": [
            {"properties": {"a": {"type": "string"}}},
            {"required": ["a", "b"], "properties": {"a": {"minLength": 4}}},
        ]
    },
    "any": {"anyOf": [{"type": "integer"}, {"type": "boolean"}]},
    "one": {"oneOf": [{"required": ["a"]}, {"required": ["b"]}], "type": "object"},
    "not": {"type": "integer", "minimum": 0, "maximum": 3, "not": {"const": 2}},
    "if": {
        "properties": {"a": {"type": "boolean"}},
        "required": ["a"],
        "if": {"properties": {"a": {"const": True}}},
        "then": {"required": ["b"]},
        "additionalProperties": {"type": "string"},
    },
    "anything": True,
}


@pytest.mark.parametrize("schema", SCHEMAS.values(), ids=SCHEMAS.keys())
def test_what_is_made_is_allowed(tmp_path: Path, schema: Any) -> None:
    found, converted = dialect(tmp_path, schema)
    for seed in range(10):
        value = Maker(found, random.Random(seed)).make(converted)
        assert found.faults(converted, value) == []


@pytest.mark.parametrize(
    "schema",
    [False, {"type": "string", "minLength": 3, "maxLength": 2}, {"not": {}}],
)
def test_what_cannot_be_made_is_said(tmp_path: Path, schema: Any) -> None:
    found, converted = dialect(tmp_path, schema)
    with pytest.raises(Unmakeable):
        Maker(found, random.Random(0)).make(converted)


def test_the_same_seed_makes_the_same_value(tmp_path: Path) -> None:
    found, converted = dialect(tmp_path, TREE)
    values = [Maker(found, random.Random(seed)).make(converted) for seed in (5, 5, 6)]
    assert values[0] == values[1] != values[2]


def test_the_older_dialect_is_understood(tmp_path: Path) -> None:
    schema = {
        "type": "integer",
        "nullable": True,
        "minimum": 3,
        "exclusiveMinimum": True,
        "required": True,
        "pattern": "(",
    }
    found, converted = dialect(tmp_path, schema, "3.0.3")
    assert converted == {"type": ["integer", "null"], "exclusiveMinimum": 3}
    assert found.faults(converted, None) == []
    assert found.faults(converted, 3)


def test_beside_a_reference_the_older_dialect_says_nothing(tmp_path: Path) -> None:
    schema = {"$ref": "#/components/schemas/text", "maxLength": 1}
    old, converted = dialect(tmp_path, schema, "3.0.3", text={"type": "string"})
    assert old.faults(converted, "ab") == []
    new, converted = dialect(tmp_path, schema, "3.1.0", text={"type": "string"})
    assert new.faults(converted, "ab")


def test_a_property_that_does_not_go_that_way_is_not_asked_for(tmp_path: Path) -> None:
    schema = {
        "type": "object",
        "required": ["id", "secret"],
        "properties": {"id": {"readOnly": True}, "secret": {"writeOnly": True}},
    }
    out, converted = dialect(tmp_path, schema, direction="out")
    assert out.faults(converted, {"secret": 1}) == []
    assert out.faults(converted, {"id": 1})
    inward, converted = dialect(tmp_path, schema, direction="in")
    assert inward.faults(converted, {"id": 1}) == []


def test_a_member_of_a_union_gets_its_tag(tmp_path: Path) -> None:
    cat = {"type": "object", "required": ["kind"], "properties": {"kind": {}}}
    union = {
        "oneOf": [{"$ref": "#/components/schemas/Cat"}],
        "discriminator": {
            "propertyName": "kind",
            "mapping": {"tom": "#/components/schemas/Cat"},
        },
    }
    found, converted = dialect(tmp_path, union, Cat=cat)
    assert Maker(found, random.Random(0)).make(converted)["kind"] == "tom"


@pytest.mark.parametrize(
    "pattern", [r"^\w{5}$", r"[^a-z]x*", r"^(a|b)\1$", r"(?i)^abc?$", r"^.{2,3}\.$"]
)
def test_a_text_matches_its_pattern(pattern: str) -> None:
    import re

    for seed in range(20):
        assert re.search(pattern, matching(pattern, random.Random(seed), 0, 50))


def test_a_text_is_as_long_as_it_must_be() -> None:
    text = matching(r"^[a-z]+$", random.Random(1), 30, 40)
    assert 30 <= len(text) <= 40
