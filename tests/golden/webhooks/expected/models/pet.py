"""What `Pet` is."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from datetime import date as Date
from typing import Any

from .._support.decoders import value
from .._support.models import Model, Promised, model
from .._support.readers import text
from .._support.typed import as_date

__all__ = ["Pet", "read_pet"]


@model
class Pet(Model):
    """Pet."""

    _promised = Promised("name")

    name: str | None = None

    born: Date | None = None

    extra: Mapping[str, Any] = field(default_factory=dict[str, Any], hash=False)
    """What came and is not described, or not as described, by its wire name."""


def read_pet(data: dict[str, Any]) -> Pet:
    """The `Pet` that the JSON object `data` is; it is used up."""
    return Pet(
        name=text(data, "name"),
        born=value(data, "born", as_date),
        extra=data,
    )
