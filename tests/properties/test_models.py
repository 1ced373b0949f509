"""The `model` decorator makes what the standard one makes, whatever its fields."""

import copy
import pickle
from dataclasses import FrozenInstanceError, field, replace
from typing import Any

import pytest
from fragmint.support.models import Model, made, model
from hypothesis import given
from hypothesis import strategies as st

NAMES = ["draft", "frozen", "become", "left_out", "cls", "type", "fields", "value"]


@model
class Point(Model):
    x: int
    y: int = 2
    more: dict[str, int] = field(default_factory=dict)


@given(st.sets(st.sampled_from(NAMES), min_size=1))
def test_any_names(names: set[str]) -> None:
    ours: Any = model(
        type("Ours", (Model,), {"__annotations__": dict.fromkeys(names, int)})
    )
    values = dict(zip(sorted(names), range(len(names)), strict=True))
    made_ = ours(**values)
    assert {name: getattr(made_, name) for name in names} == values


def test_as_a_dataclass() -> None:
    point = Point(x=1)
    assert (point.y, point.more) == (2, {})
    assert point.more is not Point(x=1).more
    assert point == Point(x=1) != Point(x=2)
    assert replace(point, y=3) == Point(x=1, y=3)
    assert pickle.loads(pickle.dumps(point)) == copy.deepcopy(point) == point
    assert type(point) is Point
    assert repr(point) == "Point(x=1, y=2)"
    with pytest.raises(FrozenInstanceError):
        setattr(point, "x", 5)  # noqa: B010  # a plain assignment is a type error
    with pytest.raises(TypeError):
        Point(1)  # type: ignore[call-arg]  # pyright: ignore[reportCallIssue]  # keyword-only
    with pytest.raises(TypeError):
        Point()  # type: ignore[call-arg]  # pyright: ignore[reportCallIssue]  # x is missing


def test_made() -> None:
    assert made("add(a, b=one)", ["return a + b"], {"one": 1})(2) == 3
