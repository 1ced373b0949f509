"""What is found broken, where, and how it is told."""

from __future__ import annotations

import copy
import pickle
from collections.abc import Mapping
from pathlib import Path
from time import perf_counter
from typing import Any

import pytest
from fragmint.support.bodies import File
from fragmint.support.encoding import Unwritable
from fragmint.support.fields import Fields
from fragmint.support.formats import among, is_list, is_multiple, is_unique
from fragmint.support.messages import MESSAGES
from fragmint.support.models import MASKED
from fragmint.support.trials import fits
from fragmint.support.violations import Advice, Found, InvalidRequest, Violation
from hypothesis import given
from hypothesis import strategies as st

PATH = Fields("api.yaml#/paths/~1x/get", {"ownerId": "owner_id"})
BODY = Fields(
    "api.yaml#/NewPet", {"first-name": "first_name", "tags": "tags", "body": "body"}
)
TAG = "api.yaml#/Tag"


def raised(found: Found) -> InvalidRequest:
    with pytest.raises(InvalidRequest) as caught:
        found.settle("CreatePet")
    return caught.value


def only(found: Found) -> Violation:
    (violation,) = raised(found).violations
    return violation


# What check functions look like.


def check_tag(value: Any, found: Found) -> None:
    if not isinstance(value, Mapping):
        found.refuse((), "type", "object", value, "a tag")
        return
    if "label" not in value:
        found.refuse("label", "required", None, None, None)
    elif not isinstance(value["label"], str):
        found.refuse("label", "type", "string", value["label"], None)
    for name in value:
        if name not in ("label", "tags"):
            known = ("label", "tags")
            found.refuse(name, "additionalProperties", known, value[name], None)
    if "tags" in value:
        check_tags(value["tags"], found.inside("tags", "api.yaml#/Tags"))


def check_tags(value: Any, found: Found) -> None:
    if not is_list(value):
        found.refuse((), "type", "array", value, None)
        return
    for index, one in enumerate(value):
        check_tag(one, found.inside((index,), TAG))


@pytest.mark.parametrize(
    ("at", "rule", "name", "path", "pointer"),
    [
        (
            "first-name",
            "type",
            "first_name",
            ("first_name",),
            "/properties/first-name/type",
        ),
        (
            ("first-name", 0),
            "type",
            "first_name",
            ("first_name", 0),
            "/properties/first-name/items/type",
        ),
        (
            ("first-name", "a/b", 2, "c"),
            "enum",
            "first_name",
            ("first_name", "a/b", 2, "c"),
            "/properties/first-name/properties/a~1b/items/properties/c/enum",
        ),
        ("first-name", "required", "first_name", ("first_name",), "/required"),
        (
            ("first-name", "x"),
            "required",
            "first_name",
            ("first_name", "x"),
            "/properties/first-name/required",
        ),
        (
            "first-name",
            "dependentRequired",
            "first_name",
            ("first_name",),
            "/dependentRequired",
        ),
        ("other", "additionalProperties", "other", ("other",), "/additionalProperties"),
        ("tags", "false", "tags", ("tags",), "/properties/tags"),
        (("tags", 1), "items", "tags", ("tags", 1), "/properties/tags/items"),
        ((), "minProperties", "", (), "/minProperties"),
    ],
)
def test_places(
    at: Any, rule: str, name: str, path: tuple[str | int, ...], pointer: str
) -> None:
    found = Found(BODY)
    found.refuse(at, rule, 1 if rule != "type" else "string", 5, None)
    violation = only(found)
    assert (violation.name, violation.path) == (name, path)
    assert violation.wire_name == (at if isinstance(at, str) else (*at, "")[0])
    assert violation.pointer == f"api.yaml#/NewPet{pointer}"


def test_places_inside() -> None:
    found = Found(PATH)
    tags = [{"label": "a"}, {"tags": [{"lable": 1}, 5]}]
    check_tags(tags, found.within(BODY).inside("tags", "api.yaml#/Tags"))
    error = raised(found)
    assert str(error) == (
        "CreatePet was not sent:\n"
        "  tags[1]['label']:            must be given (api.yaml#/Tag/required)\n"
        "  tags[1]['tags'][0]['label']: must be given (api.yaml#/Tag/required)\n"
        "  tags[1]['tags'][0]['lable']: must be left out: it is not described; did you"
        " mean 'label'? (api.yaml#/Tag/additionalProperties)\n"
        "  tags[1]['tags'][1]:          must be a mapping, not 5 - \"a tag\""
        " (api.yaml#/Tag/type)"
    )
    assert [(one.name, one.wire_name, one.pointer) for one in error.violations] == [
        ("tags", "tags", f"{TAG}/required"),
        ("tags", "tags", f"{TAG}/required"),
        ("tags", "tags", f"{TAG}/additionalProperties"),
        ("tags", "tags", f"{TAG}/type"),
    ]
    assert error.violations[2].value == 1
    assert pickle.loads(pickle.dumps(error)).violations == error.violations


def test_what_cannot_be_pickled_is_told_by_its_type(tmp_path: Path) -> None:
    path = tmp_path / "file"
    deep: list[Any] = []
    for _ in range(100_000):
        deep = [deep]
    with path.open("wb") as file:
        for value in (file, {"a": [file]}, (one for one in "a"), lambda: 1, deep):
            found = Found(BODY)
            found.refuse("first-name", "type", "string", value, None)
            found.refuse("tags", "type", "array", 5, None)
            error = raised(found)
            for again in (pickle.loads(pickle.dumps(error)), copy.deepcopy(error)):
                assert str(again) == str(error)
                first, second = again.violations
                assert first == error.violations[0]._replace(value=str(type(value)))
                assert second == error.violations[1]
            assert error.violations[0].value is value


def test_names_inside_are_those_of_the_wire() -> None:
    found = Found(BODY)
    inner = found.inside(("first-name", 0, "first-name"), TAG)
    inner.refuse("first-name", "type", "string", 5, None)
    assert str(only(found)) == (
        "first_name[0]['first-name']['first-name']: must be a string, not 5"
        " (api.yaml, first-name)"
    )


def test_a_schema_of_its_own() -> None:
    found = Found(BODY)
    found.refuse("tags", "required", "to the client", None, "the tags", "x#/y")
    found.inside("tags", TAG).refuse((), "type", "array", 5, None, "x#/z")
    assert [one.pointer for one in raised(found).violations] == [
        "x#/y/required",
        "x#/z/type",
    ]


def test_the_request_as_a_whole() -> None:
    found = Found(BODY)
    found.refuse((), "minProperties", 1, {}, None)
    assert str(only(found)) == (
        "the request: must have 1 property or more, not {}"
        " (api.yaml#/NewPet/minProperties)"
    )


def test_a_request_that_is_a_list() -> None:
    found = Found(Fields("x", {}))
    check_tags([{"label": 5}], found.inside((), "api.yaml#/Tags"))
    violation = only(found)
    assert str(violation) == (
        "the request[0]['label']: must be a string, not 5 (api.yaml, label)"
    )
    assert (violation.name, violation.path) == ("", (0, "label"))


def test_the_same_is_told_once() -> None:
    found = Found(BODY)
    for schema in ("", "x#/one", "x#/two"):
        found.refuse("tags", "minLength", 3, "a", None, schema)
    found.refuse("tags", "minLength", 4, "a", None)
    found.refuse(("tags", 0), "minLength", 3, "a", None)
    found.refuse("tags", "const", {"a": [1]}, "a", None)
    found.refuse("tags", "const", {"a": [1]}, "a", None)
    limits = [one.limit for one in raised(found).violations]
    assert limits == [3, 4, 3, {"a": [1]}]


def test_many_are_found_in_linear_time_and_told_in_part() -> None:
    found = Found(BODY)
    start = perf_counter()
    check_tags([5] * 20_000, found.inside("tags", "x"))
    error = raised(found)
    assert perf_counter() - start < 5  # quadratic, it was minutes
    assert len(error.violations) == 20_000
    assert str(error).count("\n") == 101
    assert str(error).endswith("… and 19900 more")


def test_advice() -> None:
    found = Found(BODY)
    found.inside(("tags", 0), TAG).advise("label", "enum", ("a", "b"), "c", None)
    with pytest.warns(
        Advice, match=r"tags\[0\]\['label'\]: must be 'a' or 'b'"
    ) as told:
        found.settle("CreatePet")
    assert len(told) == 1


def test_nothing_found() -> None:
    Found(BODY).settle("CreatePet")


# --- what cannot be written -----------------------------------------------------------


@pytest.mark.parametrize(
    ("error", "name", "said"),
    [
        (Unwritable("ownerId", "segment", None), "owner_id", "can stand in a path"),
        (Unwritable("first-name"), "first_name", "must be text that UTF-8 can write"),
        (Unwritable("tags", limit="JSON"), "tags", "must be what JSON can write"),
        (Unwritable("X-Key", "header", None), "X-Key", "no line break"),
        (Unwritable("sid", "cookie", None), "sid", "no semicolon"),
        (Unwritable(), "", "the request: must be text"),
    ],
)
def test_unwritable(error: Unwritable, name: str, said: str) -> None:
    found = Found(PATH)
    found.within(Fields("x", {})).within(BODY)
    invalid = found.unwritable("CreatePet", error)
    (violation,) = invalid.violations
    assert violation.name == name
    assert violation.wire_name == error.name
    assert violation.value is MASKED
    assert said in str(invalid)


# --- trials ---------------------------------------------------------------------------


def test_fits() -> None:
    assert fits(check_tag, {"label": "a"})
    assert fits(check_tags, [{"label": "a", "tags": []}])
    assert not fits(check_tag, {})
    assert not fits(check_tags, [{"label": "a", "tags": [{"label": 1}]}])


def test_a_trial_stops_at_the_first() -> None:
    calls: list[int] = []

    def check(value: Any, found: Found) -> None:
        found.advise("x", "type", "string", value, None)
        for index in range(5):
            calls.append(index)
            found.inside("x", "").within(PATH).refuse("x", "type", "string", 5, None)

    assert not fits(check, 5)
    assert calls == [0]


def test_a_trial_leaves_nothing() -> None:
    found = Found(BODY)

    def check(value: Any, inner: Found) -> None:
        if not fits(check_tag, value):
            inner.refuse((), "anyOf", ("a tag", "nothing"), value, None)

    assert fits(check, {"label": "a"})
    check(5, found.inside("tags", "x"))
    assert str(only(found)) == (
        "tags: must be at least one of these: a tag; nothing; not 5 (x/anyOf)"
    )


# --- messages -------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("rule", "limit", "value", "said"),
    [
        ("maxProperties", 1, {}, "must have 1 property or fewer, not {}"),
        ("maxProperties", 2, {}, "must have 2 properties or fewer, not {}"),
        ("minLength", 1, "", "must be 1 character long or longer, not ''"),
        ("maxLength", 0, "a", "must be 0 characters long or shorter, not 'a'"),
        ("minItems", 1, [], "must have 1 item or more, not []"),
        ("maxContains", 1, [], "must have 1 item or fewer of the kind"),
        ("type", "object", b"x", "not b'x'; where the body can be bytes, say by cont"),
        ("type", "binary", Path("a"), ': write File(content=path.open("rb"))'),
        ("type", "object", File, "not the class File itself: write File(…)"),
        ("type", "array", File(content=b"x"), 'say by content_type="…" that it is'),
        ("uniqueItems", True, [1, 1], "must have nothing twice, not [1, 1]"),
        ("multipleOf", 5, 7, "must be a multiple of 5, not 7"),
        ("propertyNames", None, "?", "'?' is no name that is described"),
        ("unevaluatedProperties", False, "x", "must be left out: it is not described"),
        ("unevaluatedItems", False, 5, "the list is to end before 5"),
        ("oneOf", ("Cat", "Dog"), 5, "must be exactly one of these: Cat; Dog; not 5"),
        ("oneOf", ("File", "b"), File, "not the class File itself: write File(…)"),
        (
            "format",
            "date-time",
            "2026-01-31T12:00:00.5",
            "an offset is missing: write Z",
        ),
        ("format", "time", "12:00:00", "'12:00:00'; an offset is missing: write Z"),
        ("oneOf", 2, 5, "must be exactly one of what is described, not 5"),
        ("contains", "'x'", [], "must have an item that is 'x', not []"),
        ("propertyNames", "'x'", "?", "a name is 'x', which '?' is not"),
        ("contains", None, [], "must have an item of the kind that is described"),
        ("minContains", 2, [], "must have 2 items or more of the kind"),
        ("maxContains", 2, [], "must have 2 items or fewer of the kind"),
        ("dependentRequired", "a", None, "must be given because a is"),
        ("enum", ("a", "b"), "B", "must be 'a' or 'b', not 'B'; did you mean 'b'?"),
        ("enum", tuple(range(50)), 99, "29 … (50 in all), not 99"),
    ],
)
def test_messages(rule: str, limit: object, value: object, said: str) -> None:
    assert said in MESSAGES[rule](limit, value)


# --- formats --------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("value", "limit", "wanted"),
    [
        (6, 3, True),
        (7, 3, False),
        (0, 0.1, True),
        (0.3, 0.1, True),
        (19.99, 0.01, True),
        (1.005, 0.01, False),
        (-0.75, 0.25, True),
        (1e308, 0.123456789, False),
        (1e-5, 1e-7, True),
        (2**80 + 1, 2, False),
        (4.0, 2, True),
    ],
)
def test_multiples(value: float, limit: float, wanted: bool) -> None:
    assert is_multiple(value, limit) is wanted


@given(st.integers(-(10**9), 10**9), st.integers(1, 10**6), st.integers(0, 6))
def test_what_is_multiplied_is_a_multiple(count: int, unit: int, places: int) -> None:
    # As one writes them: 25 hundredths are 0.25.
    limit = float(f"{unit}e-{places}")
    value = float(f"{count * unit}e-{places}")
    assert is_multiple(value, limit)


@pytest.mark.parametrize(
    ("items", "wanted"),
    [
        ([], True),
        ([1, True, "1", None, [1], {"a": 1}], True),
        ([1, 1.0], False),
        ([0, False], True),
        ([[1, True], [True, 1]], True),
        ([[1], (1.0,)], False),
        ([{"a": 1, "b": [2]}, {"b": [2.0], "a": 1}], False),
        ([{"a": True}, {"a": 1}], True),
        ([{}, []], True),
        (["a", "b", "a"], False),
    ],
)
def test_unique(items: list[Any], wanted: bool) -> None:
    assert is_unique(items) is wanted


def test_among() -> None:
    allowed = (1, "a", None, [1, 2], {"a": True})
    inside: list[Any] = [1, 1.0, "a", None, [1, 2], (1, 2), {"a": True}]
    outside: list[Any] = [True, "b", 0, [2, 1], [True, 2], {"a": 1}, {}, []]
    assert [among(value, allowed) for value in inside] == [True] * len(inside)
    assert [among(value, allowed) for value in outside] == [False] * len(outside)
