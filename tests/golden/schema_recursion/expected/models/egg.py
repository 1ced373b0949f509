"""What `Egg` is."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from typing import TYPE_CHECKING, Any

from .._support.models import Model, model
from .._support.readers import record

if TYPE_CHECKING:
    from ..models.hen import Hen

__all__ = ["Egg", "read_egg"]


@model
class Egg(Model):
    """Egg."""

    hen: Hen | None = None

    extra: Mapping[str, Any] = field(default_factory=dict[str, Any], hash=False)
    """What came and is not described, or not as described, by its wire name."""


def read_egg(data: dict[str, Any]) -> Egg:
    """The `Egg` that the JSON object `data` is; it is used up."""
    from ..models.hen import read_hen

    return Egg(
        hen=record(data, "hen", read_hen),
        extra=data,
    )
