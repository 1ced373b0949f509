"""What `Minus` is."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from typing import Any, ClassVar

from .._support.models import Model, model
from .._support.readers import text

__all__ = ["Minus", "read_minus"]


@model
class Minus(Model):
    """Minus."""

    _names: ClassVar[Mapping[str, str]] = {
        "minus": "-",
        "plus": "+",
        "unnamed": "",
        "underscore": "__",
        "id": "_id",
    }

    minus: str | None = None

    plus: str | None = None

    unnamed: str | None = None

    underscore: str | None = None

    id: str | None = None

    extra: Mapping[str, Any] = field(default_factory=dict[str, Any], hash=False)
    """What came and is not described, or not as described, by its wire name."""


def read_minus(data: dict[str, Any]) -> Minus:
    """The `Minus` that the JSON object `data` is; it is used up."""
    return Minus(
        minus=text(data, "-"),
        plus=text(data, "+"),
        unnamed=text(data, ""),
        underscore=text(data, "__"),
        id=text(data, "_id"),
        extra=data,
    )
