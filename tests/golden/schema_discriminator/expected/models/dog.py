"""What `Dog` is."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from typing import Any

from .._support.models import Model, Promised, model
from .._support.readers import boolean, text

__all__ = ["Dog", "read_dog"]


@model
class Dog(Model):
    """Dog."""

    _promised = Promised("kind")

    kind: str | None = None

    bark: bool | None = None

    extra: Mapping[str, Any] = field(default_factory=dict[str, Any], hash=False)
    """What came and is not described, or not as described, by its wire name."""


def read_dog(data: dict[str, Any]) -> Dog:
    """The `Dog` that the JSON object `data` is; it is used up."""
    return Dog(
        kind=text(data, "kind"),
        bark=boolean(data, "bark"),
        extra=data,
    )
