"""What `Underscore` is."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from typing import Any

from .._support.models import Model, model
from .._support.readers import text

__all__ = ["Underscore", "read_underscore"]


@model
class Underscore(Model):
    """Underscore."""

    名: str | None = None

    extra: Mapping[str, Any] = field(default_factory=dict[str, Any], hash=False)
    """What came and is not described, or not as described, by its wire name."""


def read_underscore(data: dict[str, Any]) -> Underscore:
    """The `Underscore` that the JSON object `data` is; it is used up."""
    return Underscore(
        名=text(data, "名"),
        extra=data,
    )
