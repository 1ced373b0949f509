"""Whatever is read, nothing but `Problems` is raised."""

import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pytest
from fragmint.diagnostics import Problems, show
from fragmint.reading import Description, read
from fragmint.reading.load import load
from fragmint.reading.pointers import JSON, Pointer
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

GOLDEN = Path(__file__).parent.parent / "golden"
GOLDEN_CASES = [
    "broken_yaml",
    "duplicate_key",
    "duplicate_operation_id",
    "min_above_max",
    "missing_file",
    "misspelt_keyword",
    "not_openapi",
    "ref_outside",
    "remote_ref",
    "several_at_once",
    "tab",
    "unknown_ref",
    "unsupported_version",
]
VALID: dict[str, Any] = {
    "openapi": "3.1.1",
    "info": {"title": "T", "version": "1"},
    "servers": [{"url": "/{v}", "variables": {"v": {"default": "1"}}}],
    "security": [{"key": []}],
    "tags": [{"name": "t"}],
    "paths": {
        "/a/{id}": {
            "parameters": [{"$ref": "#/components/parameters/id"}],
            "post": {
                "operationId": "a",
                "tags": ["t"],
                "requestBody": {
                    "content": {
                        "application/json": {
                            "schema": {"$ref": "#/components/schemas/Pet"},
                            "examples": {"one": {"value": {"$ref": "x"}}},
                        }
                    }
                },
                "responses": {
                    "200": {
                        "description": "Done",
                        "headers": {"H": {"schema": {"type": "string"}}},
                        "links": {"l": {"operationId": "a"}},
                    }
                },
                "callbacks": {"c": {"{$url}": {"$ref": "#/components/pathItems/p"}}},
            },
        }
    },
    "components": {
        "parameters": {
            "id": {"name": "id", "in": "path", "required": True, "schema": {}}
        },
        "pathItems": {"p": {"get": {"responses": {"204": {"description": "Done"}}}}},
        "schemas": {
            "Pet": {
                "oneOf": [{"$ref": "#/components/schemas/Cat"}],
                "discriminator": {"propertyName": "kind", "mapping": {"cat": "Cat"}},
            },
            "Cat": {
                "type": ["object", "null"],
                "properties": {"kind": {"type": "string", "minLength": 1}},
                "items": {"$ref": "#/components/schemas/Pet"},
            },
        },
        "securitySchemes": {"key": {"type": "apiKey", "in": "header", "name": "K"}},
    },
}

scalars = (
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(max_size=20)
    | st.sampled_from(
        [
            "#",
            "#/components/schemas/Cat",
            "#/components/schemas/Cat/items",
            "#/components/pathItems/p",
            "#/paths/~1a~1{id}",
            "nowhere.yaml",
            "https://example.com",
            "..",
        ]
    )
)
values = st.recursive(
    scalars,
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.text(max_size=8)
            | st.sampled_from(["$ref", "$id", "type", "allOf", "name", "in", "schema"]),
            inner,
            max_size=3,
        )
    ),
    max_leaves=8,
)


def pointers(value: Any, here: Pointer = ()) -> list[Pointer]:
    keys: Iterable[Any] = value if isinstance(value, dict) else ()
    if isinstance(value, list):
        keys = range(len(value))
    return [here, *(p for key in keys for p in pointers(value[key], (*here, key)))]


def replaced(value: Any, pointer: Pointer, new: JSON) -> Any:
    if not pointer:
        return new
    changed = value.copy()
    changed[pointer[0]] = replaced(value[pointer[0]], pointer[1:], new)
    return changed


def without(value: Any, pointer: Pointer) -> Any:
    changed = value.copy()
    if len(pointer) == 1:
        del changed[pointer[0]]
    else:
        changed[pointer[0]] = without(value[pointer[0]], pointer[1:])
    return changed


def check_text(text: str) -> None:
    assert text.endswith("\n")
    assert not set(text) & set("\x00\x07\x08\t\x1b\x7f\x9b")


def read_or_problems(path: Path, content: bytes) -> Description | None:
    path.write_bytes(content)
    try:
        return read(path)
    except Problems as error:
        check_text(show(error.problems))
        return None


def check_places(description: Description) -> None:
    """Every value of a bundle has an origin that says the same, or a reference."""
    for pointer in pointers(description.value):
        place = description.place(pointer)
        assert place.column <= len(place.text) + 1
        assert description.origin(pointer)
        description.place(pointer, key=True)


slow = settings(
    deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)


def test_the_valid_one_is_valid(tmp_path: Path) -> None:
    description = read_or_problems(tmp_path / "a.json", json.dumps(VALID).encode())
    assert description is not None
    assert description.warnings == ()
    check_places(description)


@slow
@given(st.binary(max_size=200))
@example(b"\xef\xbb\xbf")
@example(b"\xff\xfea\x00")
@example(b"%YAML 1.1\n---\n")
@example(b"%TAG ! tag:x,2000:\n--- !a b")
@example(b"&a *a")
@example(b"? ? ? x")
@example(b"{? }")
@example(b"<<: &a {<<: *a}")
@example(b"- <<: []\n- {<<: [[]]}")
def test_arbitrary_bytes(tmp_path: Path, content: bytes) -> None:
    for name in ("a.yaml", "a.json"):
        assert read_or_problems(tmp_path / name, content) is None


@slow
@given(
    st.lists(
        st.sampled_from(
            [
                *"[]{}:,-?&*!|>'\"%@#\n\t ~",
                *("a", "- ", ": ", "&x ", "*x ", "<<", "\n  ", "!!str ", "!!int "),
                *("0x", ".inf", "\u2028", "\x85", "\\ud800", "---\n"),
            ]
        ),
        max_size=40,
    ).map("".join)
)
def test_arbitrary_text(tmp_path: Path, text: str) -> None:
    for name in ("a.yaml", "a.json"):
        assert read_or_problems(tmp_path / name, text.encode()) is None


@slow
@given(st.sampled_from(pointers(VALID)), values)
def test_a_valid_one_with_something_else_in_it(
    tmp_path: Path, pointer: Pointer, new: JSON
) -> None:
    content = json.dumps(replaced(VALID, pointer, new)).encode()
    description = read_or_problems(tmp_path / "a.json", content)
    if description is not None:
        check_places(description)


@slow
@given(st.sampled_from(pointers(VALID)[1:]))
def test_a_valid_one_with_something_missing(tmp_path: Path, pointer: Pointer) -> None:
    content = json.dumps(without(VALID, pointer)).encode()
    read_or_problems(tmp_path / "a.json", content)


@slow
@given(st.data())
def test_a_valid_one_with_characters_changed(
    tmp_path: Path, data: st.DataObject
) -> None:
    text = json.dumps(VALID, indent=1)
    at = data.draw(st.integers(0, len(text) - 1))
    new = data.draw(st.text(max_size=3))
    changed = text[:at] + new + text[at + data.draw(st.integers(0, 5)) :]
    read_or_problems(tmp_path / "a.yaml", changed.encode())


@slow
@given(values)
def test_json_is_read_as_json_says(value: JSON) -> None:
    text = json.dumps(value)
    try:
        source = load("a.json", "a.json", text.encode())
    except Problems:
        return
    assert source.value == value
    for pointer in pointers(value):
        place = source.place(pointer)
        start = place.text[place.column - 1 :]
        assert place.line == 1
        found: Any = value
        for token in pointer:
            found = found[token]
        assert start.startswith(json.dumps(found))


@pytest.mark.parametrize("case", GOLDEN_CASES)
def test_golden_problems(case: str) -> None:
    with pytest.raises(Problems) as raised:
        read(GOLDEN / f"problems_{case}" / "spec.yaml", shown="spec.yaml")
    expected = (GOLDEN / f"problems_{case}" / "problems.txt").read_text(
        encoding="utf-8"
    )
    assert show(raised.value.problems) == expected
