"""What is closed beside `allOf`, or as a part of it."""

import json
from typing import Any

import pytest
from fragmint import compile_schema
from reading_cases import document, mended, problems_of

CLOSED = {"type": "object", "additionalProperties": False}
NAMED = {"properties": {"name": {}}, "required": ["name"]}


def described(**schemas: Any) -> str:
    """A description that needs the schema Root."""
    body = {"application/json": {"schema": {"$ref": "#/components/schemas/Root"}}}
    answers = {"204": {"description": "Done."}}
    operation = {"responses": answers, "requestBody": {"content": body}}
    paths = {"/": {"post": operation}}
    return f"paths: {json.dumps(paths)}\ncomponents: {json.dumps({'schemas': schemas})}"


def ref(name: str) -> dict[str, Any]:
    return {"$ref": f"#/components/schemas/{name}"}


def schemas_of(text: str) -> Any:
    return document(text)["components"]["schemas"]


def test_what_is_required_and_refused_opens_a_schema() -> None:
    text = described(Root={**CLOSED, "allOf": [ref("Base")]}, Base=NAMED)
    value, [said] = mended(text)
    root = value["components"]["schemas"]["Root"]
    assert root["unevaluatedProperties"] is False
    assert "additionalProperties" not in root
    assert root["allOf"] == [ref("Base")]
    assert said == (
        "additionalProperties: false refuses name, which allOf describes and requires"
    )


@pytest.mark.parametrize(
    "root",
    [
        # None of these is impossible: they are read as they are written.
        {**CLOSED, "allOf": [{"properties": {"name": {}}}]},
        {**CLOSED, "allOf": [NAMED], "properties": {"name": {}}},
        {**CLOSED, "allOf": [NAMED], "patternProperties": {"^n": {}}},
        {**CLOSED, "required": ["name"]},
        {"additionalProperties": {"type": "string"}, "allOf": [NAMED]},
    ],
)
def test_others_stay_as_they_are(root: Any) -> None:
    assert schemas_of(described(Root=root))["Root"] == root


def test_a_part_is_opened_only_within_what_needs_it() -> None:
    price = {**CLOSED, "properties": {"amount": {}}}
    found = schemas_of(
        described(
            Root={"allOf": [ref("Price"), ref("Middle"), {"properties": {"to": {}}}]},
            Middle={"allOf": [ref("Price"), ref("Base")], "title": "Middle"},
            Price=price,
            Base=NAMED,
        )
    )
    assert found["Price"] == price
    opened = {"type": "object", "properties": {"amount": {}}}
    assert found["Middle"] == {
        "title": "Middle",
        "allOf": [opened, ref("Base")],
        "unevaluatedProperties": False,
    }
    assert found["Root"] == {
        "allOf": [
            opened,
            {"title": "Middle"},
            ref("Base"),
            {"properties": {"to": {}}},
        ],
        "unevaluatedProperties": False,
    }


def test_what_refers_to_one_that_is_opened_stays() -> None:
    text = described(
        Root={**ref("Sale"), "description": "One."},
        Sale={"allOf": [{**CLOSED, "properties": {"to": {}}}, NAMED]},
    )
    assert schemas_of(text)["Root"] == {**ref("Sale"), "description": "One."}


def test_keywords_beside_a_reference_are_parts_too() -> None:
    root = schemas_of(described(Root={**ref("Base"), **CLOSED}, Base=NAMED))["Root"]
    assert root["allOf"] == [ref("Base")]
    assert root["unevaluatedProperties"] is False


def test_parts_that_are_shared_are_met_once() -> None:
    levels = {
        f"L{n}": {"allOf": [ref(f"L{n + 1}"), ref(f"L{n + 1}"), {"title": f"{n}"}]}
        for n in range(60)
    }
    last = {**CLOSED, "properties": {"a": {}}}
    root = {"allOf": [ref("L0"), NAMED]}
    found = schemas_of(described(Root=root, **levels, L60=last))["Root"]
    assert len(found["allOf"]) == 62


def test_parts_multiply_to_so_many_and_no_more() -> None:
    levels = {
        f"L{n}": {
            "allOf": [ref(f"L{n + 1}"), {"properties": {str(n): {}}}],
            "required": [str(n)],
        }
        for n in range(300)
    }
    text = described(Root=ref("L0"), **levels, L300=CLOSED)
    assert {one.code for one in problems_of(text, strict=False)} == {
        "refused-property",
        "too-large",
    }


def test_a_schema_that_contains_itself_ends() -> None:
    root = {**CLOSED, "allOf": [ref("Base")]}
    text = described(Root=root, Base={**NAMED, "allOf": [ref("Root")]})
    assert schemas_of(text)


def test_a_schema_alone_is_taken_at_its_word() -> None:
    validator = compile_schema({**CLOSED, "allOf": [NAMED]})
    assert validator({"name": "x"})
    assert validator({})
    assert validator.warnings == ()
