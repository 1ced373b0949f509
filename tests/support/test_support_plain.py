"""Models and values as JSON has them."""

from __future__ import annotations

import json
import math
from collections import OrderedDict, deque
from collections.abc import Mapping
from dataclasses import field
from datetime import UTC, date, datetime, time, timedelta, timezone
from decimal import Decimal
from enum import Enum, IntEnum, StrEnum
from types import MappingProxyType
from typing import Any, ClassVar
from uuid import UUID

import pytest
from fragmint.support.bodies import File
from fragmint.support.encoding import Unwritable
from fragmint.support.fields import Fields
from fragmint.support.models import Model, model
from fragmint.support.plain import plain
from fragmint.support.unset import UNSET, Unset
from hypothesis import given
from hypothesis import strategies as st


@model
class Owner(Model):
    """A model with every kind of field that `plain` tells apart."""

    _names: ClassVar[Mapping[str, str]] = {"first_name": "firstName", "class_": "class"}
    _nulls: ClassVar[frozenset[str]] = frozenset({"note", "class_"})

    first_name: str
    note: str | Unset | None = UNSET
    class_: str | Unset | None = UNSET
    age: int | None = None
    pet: Owner | None = None
    pets: list[Owner] | None = None
    extra: Mapping[str, Any] = field(default_factory=dict[str, Any], hash=False)


def test_a_model() -> None:
    assert plain(Owner(first_name="Ann")) == {"firstName": "Ann"}
    assert plain(Owner(first_name="Ann", note=None, class_="x", age=3)) == {
        "firstName": "Ann",
        "note": None,
        "class": "x",
        "age": 3,
    }


def test_models_in_models() -> None:
    ben = Owner(first_name="Ben", note=None)
    ann = Owner(first_name="Ann", pet=ben, pets=[ben])
    inner = {"firstName": "Ben", "note": None}
    assert plain(ann) == {"firstName": "Ann", "pet": inner, "pets": [inner]}
    assert plain({"a": ann}) == {"a": plain(ann)}


def test_extra_is_merged_below_what_is_described() -> None:
    # What could not be read stays in `extra`, and goes out again as it came.
    owner = Owner(first_name="Ann", extra={"age": "three", "firstName": "?", "x": [1]})
    assert plain(owner) == {"age": "three", "firstName": "Ann", "x": [1]}
    assert plain(Owner(first_name="Ann", extra={"x": date(2022, 1, 2)}))["x"] == (
        "2022-01-02"
    )


def test_unset() -> None:
    assert (repr(UNSET), bool(UNSET)) == ("UNSET", False)
    assert repr(Owner(first_name="Ann")) == "Owner(first_name='Ann')"
    assert plain({"a": UNSET, "b": None, "c": [UNSET, 1]}) == {"b": None, "c": [1]}
    assert plain((1, UNSET)) == [1]


class Color(Enum):
    RED = "red"
    WHEN = date(2022, 1, 2)


class Text(StrEnum):
    A = "a"


class Number(IntEnum):
    ONE = 1


class Loud(str):
    __slots__ = ()

    def __str__(self) -> str:
        return "LOUD"


class Whole(int):
    pass


class Real(float):
    pass


EAST = timezone(timedelta(hours=5, minutes=30))


@pytest.mark.parametrize(
    ("value", "wanted"),
    [
        (datetime(2022, 11, 18, 10, 15, tzinfo=UTC), "2022-11-18T10:15:00Z"),
        (
            datetime(2022, 11, 18, 10, 15, 0, 5, EAST),
            "2022-11-18T10:15:00.000005+05:30",
        ),
        (datetime(2022, 11, 18, 10, 15), "2022-11-18T10:15:00"),
        (date(2022, 11, 18), "2022-11-18"),
        (time(10, 15, tzinfo=UTC), "10:15:00Z"),
        (UUID(int=5), "00000000-0000-0000-0000-000000000005"),
        (Decimal("1.50"), "1.50"),
        (b"\xfb\xff", "+/8="),
        (bytearray(b"a"), "YQ=="),
        (memoryview(b"a"), "YQ=="),
        (Color.RED, "red"),
        (Color.WHEN, "2022-01-02"),
        (Text.A, "a"),
        (Number.ONE, 1),
        (Loud("quiet"), "quiet"),
        (Whole(5), 5),
        (Real(1.5), 1.5),
        ((1, "a"), [1, "a"]),
        (deque([1, b"a"]), [1, "YQ=="]),
        ({"b", "a", "c"}, ["a", "b", "c"]),
        (frozenset({2, 1}), [1, 2]),
        (range(3), [0, 1, 2]),
        ({"a": 1}.keys(), ["a"]),
        (OrderedDict(a=(1,)), {"a": [1]}),
        (MappingProxyType({"a": None}), {"a": None}),
        (
            {1: "a", Text.A: "b", None: "c", False: "d"},
            {"1": "a", "a": "b", "null": "c", "false": "d"},
        ),
        ({date(2022, 1, 2): 1, UUID(int=0): 2}, {"2022-01-02": 1, str(UUID(int=0)): 2}),
    ],
)
def test_values(value: Any, wanted: Any) -> None:
    written = plain(value)
    assert written == wanted
    assert json.dumps(written) == json.dumps(wanted)  # the types, too
    assert plain([value]) == [wanted]
    assert plain({"a": {"b": value}}) == {"a": {"b": wanted}}


def test_names_that_are_no_scalars() -> None:
    for name in ((1, 2), frozenset[int](), object(), UNSET, Owner, 10**5000):
        named = {name: 1}
        for value in (named, {"a": [{"b": named}]}, MappingProxyType(named)):
            with pytest.raises(Unwritable) as raised:
                plain(value)
            assert raised.value.rule == "names"
            assert raised.value.__context__ is None  # it could have the value


def test_what_is_read_only_once_is_no_list() -> None:
    for once in ((n for n in (1, 2)), iter([1]), map(int, "12"), reversed([1])):
        assert plain(once) is once
        assert plain({"a": [once]}) == {"a": [once]}


def test_a_set_of_what_has_no_order() -> None:
    assert sorted(plain({1, "a"}), key=str) == [1, "a"]


def test_types_that_are_written_another_way() -> None:
    owner = Owner(first_name="Ann", extra={"x": date(2022, 1, 2)})
    value = [date(2022, 1, 2), (Color.WHEN, Whole(5)), {"a": Real(1.5)}, owner, True]
    assert plain(value, texts=((date, lambda day: f"{day:%d.%m.%Y}"), (int, str))) == [
        "02.01.2022",
        ["02.01.2022", "5"],
        {"a": 1.5},
        {"firstName": "Ann", "x": "2022-01-02"},
        "True",
    ]


def test_what_stays() -> None:
    file, other = File(content=b"x"), object()
    assert plain(file) is file
    assert plain(other) is other
    assert plain({"a": [file]}) == {"a": [file]}


def test_which_bytes_stay() -> None:
    def kept(value: Any) -> list[bool]:
        return [plain(value, raw_depth=depth) == value for depth in range(4)]

    assert kept([b"x"]) == [False, True, True, True]
    assert kept({"a": [b"x"]}) == [False, False, True, True]
    assert kept({"a": {"b": b"x"}}) == [False, False, False, True]
    owner = Owner(first_name="a", extra={"x": b"y"})
    assert plain(owner, raw_depth=2)["x"] == b"y"
    assert plain(owner, raw_depth=1)["x"] == plain(owner)["x"] == "eQ=="


@pytest.mark.parametrize(
    "value",
    [{}, {"a": 1, "b": "x", "c": None, "d": True, "e": 1.5}, [], [1, None], "a", None],
)
def test_what_is_plain_is_not_copied(value: Any) -> None:
    assert plain(value) is value


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(),
    lambda one: st.lists(one) | st.dictionaries(st.text(), one),
    max_leaves=10,
)


@given(JSON)
def test_json_stays_what_it_is(value: Any) -> None:
    assert plain(value) == value
    assert plain(plain(value)) == plain(value)


def test_nan_stays() -> None:
    assert math.isnan(plain(math.nan))


# --- which fields are given -----------------------------------------------------------


@model
class Both(Model):
    a: int | None = None
    b: int | Unset | None = UNSET


def test_fields_that_can_be_null() -> None:
    fields = Fields("#/x", {"A": "a", "B": "b"}, nulls=frozenset({"b"}))
    assert fields.given(Both()) == {}
    assert fields.given(Both(b=None)) == {"B": None}
    assert fields.given(Both(a=0, b=0)) == {"A": 0, "B": 0}
    assert Fields("#/x", {"A": "a"}).given(Both(a=None)) == {}
