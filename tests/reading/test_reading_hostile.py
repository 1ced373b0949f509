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
from valid_documents import DOCUMENTS
from well_formed import complaints

GOLDEN = Path(__file__).parent.parent / "golden"
GOLDEN_CASES = [
    "broken_yaml",
    "missing_file",
    "not_openapi",
    "ref_outside",
    "tab",
    "unknown_ref",
]
NAMES = ["$ref", "type", "x", "items", "get", "2xx", "200", "in", "schema", ""]
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


def found(value: Any, pointer: Pointer) -> Any:
    for token in pointer:
        value = value[token]
    return value


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


@st.composite
def broken(draw: st.DrawFn) -> Any:
    """A valid description in which some things are others, missing or misnamed."""
    value: Any = draw(st.sampled_from(list(DOCUMENTS.values())))
    donor: Any = draw(st.sampled_from(list(DOCUMENTS.values())))
    for _ in range(draw(st.integers(1, 3))):
        pointer = draw(st.sampled_from(pointers(value)))
        other = draw(st.sampled_from(pointers(donor)))
        match draw(st.sampled_from(["new", "other", "gone", "renamed"])):
            case "gone" if pointer:
                value = without(value, pointer)
            case "other":
                value = replaced(value, pointer, found(donor, other))
            case "renamed" if pointer and isinstance(pointer[-1], str):
                around = found(value, pointer[:-1])
                name = draw(st.sampled_from(NAMES))
                new = {
                    name if key == pointer[-1] else key: around[key] for key in around
                }
                value = replaced(value, pointer[:-1], new)
            case _:
                value = replaced(value, pointer, draw(values))
    return value


@settings(slow, max_examples=300)
@given(broken())
def test_what_is_read_is_as_is_promised(tmp_path: Path, value: Any) -> None:
    description = read_or_problems(tmp_path / "a.json", json.dumps(value).encode())
    if description is not None:
        assert complaints(description.value) == []
        check_places(description)


@slow
@given(st.data())
def test_a_valid_one_with_characters_changed(
    tmp_path: Path, data: st.DataObject
) -> None:
    text = json.dumps(DOCUMENTS["3.1"], indent=1)
    at = data.draw(st.integers(0, len(text) - 1))
    new = data.draw(st.text(max_size=3))
    changed = text[:at] + new + text[at + data.draw(st.integers(0, 5)) :]
    read_or_problems(tmp_path / "a.yaml", changed.encode())


@pytest.mark.parametrize(
    "pointer",
    [
        ("paths", "/a/{id}", "post", "parameters", 0, "in"),
        ("paths", "/a/{id}", "post", "responses", "200", "description"),
        ("components", "schemas", "Cat", "properties", "age", "type"),
        ("components", "schemas", "Pet", "oneOf", 0, "$ref"),
        ("info", "title"),
    ],
)
def test_the_checker_sees_what_is_wrong(tmp_path: Path, pointer: Pointer) -> None:
    content = json.dumps(DOCUMENTS["3.1"]).encode()
    description = read_or_problems(tmp_path / "a.json", content)
    assert description is not None
    changed = replaced(description.value, pointer, ["7"])
    assert complaints(description.value) == []
    assert complaints(changed) != []


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
