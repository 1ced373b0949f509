"""What `Hen` is."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from typing import TYPE_CHECKING, Any

from .._support.models import Model, model
from .._support.readers import record

if TYPE_CHECKING:
    from ..models.egg import Egg

__all__ = ["Hen", "read_hen"]


@model
class Hen(Model):
    """Hen."""

    egg: Egg | None = None

    extra: Mapping[str, Any] = field(default_factory=dict[str, Any], hash=False)
    """What came and is not described, or not as described, by its wire name."""


def read_hen(data: dict[str, Any]) -> Hen:
    """The `Hen` that the JSON object `data` is; it is used up."""
    from ..models.egg import read_egg

    return Hen(
        egg=record(data, "egg", read_egg),
        extra=data,
    )
