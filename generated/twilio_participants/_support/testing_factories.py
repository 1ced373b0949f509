"""Models of responses for tests: plausible values in each field, always the same."""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping
from copy import deepcopy
from datetime import UTC, date, datetime, time
from decimal import Decimal
from importlib import import_module
from typing import Any, Literal, ParamSpec, TypeVar, get_args, get_origin
from uuid import UUID

from .meanings import PACKAGE
from .models import Model, Promised
from .notes import noting
from .testing_types import is_model, members_of, options

P = ParamSpec("P")
M = TypeVar("M", bound=Model)

_MOMENT = datetime(2026, 1, 31, 12, tzinfo=UTC)
_VALUES: Mapping[type, object] = {
    bool: False,
    int: 1,
    float: 1.5,
    bytes: b"hello",
    datetime: _MOMENT,
    date: _MOMENT.date(),
    time: _MOMENT.timetz(),
    Decimal: Decimal("12.50"),
    UUID: UUID("123e4567-e89b-12d3-a456-426614174000"),
}


def factory(model: Callable[P, M]) -> Callable[P, M]:
    """What makes such models, with values for what it is not given.

    These are the description's examples and defaults, and what its rules ask for; else
    a value of the type. Fields that need not be there stay None where they would hold
    other models, or lead to a further page.
    """

    def make(*_: P.args, **given: P.kwargs) -> M:
        filled: M = _filled(model, given, ())
        return filled

    return make


def made(package: str, name: str) -> Callable[..., Model]:
    """The factory that is called `name` in a package.

    Raises:
        AttributeError: it has none.
    """
    if name.startswith("make_"):
        module = name.removeprefix("make_")
        try:
            home: Any = import_module(f"{package}.models.{module}")
        except ModuleNotFoundError:
            pass
        else:
            kind: type[Model] = getattr(home, home.__all__[0])
            return factory(kind)
    raise AttributeError(f"{package}.testing has no {name!r}")


def _filled(kind: Any, given: Mapping[str, Any], above: tuple[Any, ...]) -> Any:
    promised: Promised = kind._promised
    needed = {*promised.required, *promised.nullable}
    above = (*above, kind)
    described = _described(kind)
    values = {
        one.name: (
            described[one.name]
            if one.name in described
            else _value(one.types, one.name, above if one.name in needed else None)
        )
        for one in members_of(kind)
        if one.named and one.name not in given
    }
    return kind(**values, **given)


def _described(kind: Any) -> Mapping[str, Any]:
    """What is said of fields of a model: by the description, or as of a last page."""
    samples = getattr(import_module(f"{PACKAGE}.testing"), "SAMPLES", {})
    sample = samples.get(kind.__module__.removeprefix(f"{PACKAGE}.models."))
    if sample is None:
        return {}
    home: Any = sys.modules[kind.__module__]
    with noting():
        model = getattr(home, home.__all__[1])(deepcopy(sample))
    # What cannot be read is as good as not said.
    return {
        one.name: value
        for one in members_of(kind)
        if (value := getattr(model, one.name)) is not None
        or sample.get(one.wire_name, "") is None
    }


def _value(types: tuple[Any, ...], name: str, above: tuple[Any, ...] | None) -> Any:
    """A value of the first of `types` that has any but None.

    `above` are the models that it is in; None: it is to hold no other models.
    """
    if above is None and any(map(is_model, types)):
        return None
    for kind in types:
        value = _one(kind, name, above)
        if value is not None:
            return value
    return None


def _one(kind: Any, name: str, above: tuple[Any, ...] | None) -> Any:
    origin, inner = get_origin(kind), get_args(kind)
    if origin is Literal:
        return inner[0]
    if origin is list:
        item = _value(options(inner[0]), name, above)
        return [] if item is None else [item]
    if origin is dict:
        return {}
    if kind is str:
        return name
    if is_model(kind):
        return None if above is None or kind in above else _filled(kind, {}, above)
    return example(kind)


def example(kind: Any) -> Any:
    """A value of a type that has no others in it, None where none is known."""
    return _VALUES.get(kind)
