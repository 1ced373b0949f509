"""What `Pet` is."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from typing import TYPE_CHECKING, Any

from .._support.decoders import as_integer, as_number, as_text, list_of, value
from .._support.models import Model, model
from .._support.unions import first_of
from .._support.unreadable import as_record
from ..models.pet_open_second import read_pet_open_second

if TYPE_CHECKING:
    from ..models.pet_open_second import PetOpenSecond

__all__ = ["Pet", "read_pet"]


@model
class Pet(Model):
    """Pet."""

    place: list[float] | None = None

    open: list[str | PetOpenSecond] | None = None

    rest: list[str | int] | None = None

    grid: list[list[int]] | None = None

    extra: Mapping[str, Any] = field(default_factory=dict[str, Any], hash=False)
    """What came and is not described, or not as described, by its wire name."""


def read_pet(data: dict[str, Any]) -> Pet:
    """The `Pet` that the JSON object `data` is; it is used up."""
    return Pet(
        place=value(data, "place", list_of(as_number)),
        open=value(
            data, "open", list_of(first_of(as_record(read_pet_open_second), as_text))
        ),
        rest=value(data, "rest", list_of(first_of(as_integer, as_text))),
        grid=value(data, "grid", list_of(list_of(as_integer))),
        extra=data,
    )
