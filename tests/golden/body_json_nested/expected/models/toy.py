"""What `Toy` is."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from typing import Any, Literal

from .._support.models import Model, model
from .._support.readers import text

__all__ = ["Toy", "read_toy"]


@model
class Toy(Model):
    """Toy."""

    kind: Literal["ball", "bone"] | str | None = None

    extra: Mapping[str, Any] = field(default_factory=dict[str, Any], hash=False)
    """What came and is not described, or not as described, by its wire name."""


def read_toy(data: dict[str, Any]) -> Toy:
    """The `Toy` that the JSON object `data` is; it is used up."""
    return Toy(
        kind=text(data, "kind"),
        extra=data,
    )
