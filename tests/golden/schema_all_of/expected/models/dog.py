"""What `Dog` is."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from typing import TYPE_CHECKING, Any, Literal

from .._support.models import Model, Promised, model
from .._support.readers import integer, record, text
from ..models.tail import read_tail

if TYPE_CHECKING:
    from ..models.tail import Tail

__all__ = ["Dog", "read_dog"]


@model
class Dog(Model):
    """A dog."""

    _promised = Promised("name", "tail")

    name: str | None = None

    age: int | None = None

    kind: Literal["dog"] | str | None = None

    chip: str | None = None

    tail: Tail | None = None
    """Its own words."""

    extra: Mapping[str, Any] = field(default_factory=dict[str, Any], hash=False)
    """What came and is not described, or not as described, by its wire name."""


def read_dog(data: dict[str, Any]) -> Dog:
    """The `Dog` that the JSON object `data` is; it is used up."""
    return Dog(
        name=text(data, "name"),
        age=integer(data, "age"),
        kind=text(data, "kind"),
        chip=text(data, "chip"),
        tail=record(data, "tail", read_tail),
        extra=data,
    )
