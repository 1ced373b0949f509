"""What `Pet` is."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from typing import Any, ClassVar

from .._support.decoders import as_anything, list_of, value
from .._support.models import Model, model

__all__ = ["Pet", "read_pet"]


@model
class Pet(Model):
    """Pet."""

    _names: ClassVar[Mapping[str, str]] = {
        "list_": "list",
    }

    anything: Any = None

    never: Any = None

    any: Any = None

    list_: list[Any] | None = None

    empty: list[Any] | None = None

    untyped: Any = None
    """No type at all."""

    extra: Mapping[str, Any] = field(default_factory=dict[str, Any], hash=False)
    """What came and is not described, or not as described, by its wire name."""


def read_pet(data: dict[str, Any]) -> Pet:
    """The `Pet` that the JSON object `data` is; it is used up."""
    return Pet(
        anything=value(data, "anything", as_anything),
        never=value(data, "never", as_anything),
        any=value(data, "any", as_anything),
        list_=value(data, "list", list_of(as_anything)),
        empty=value(data, "empty", list_of(as_anything)),
        untyped=value(data, "untyped", as_anything),
        extra=data,
    )
