"""What `Completion` is."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from typing import Any

from .._support.models import Model, model
from .._support.readers import text

__all__ = ["Completion", "read_completion"]


@model
class Completion(Model):
    """Completion."""

    text: str | None = None

    extra: Mapping[str, Any] = field(default_factory=dict[str, Any], hash=False)
    """What came and is not described, or not as described, by its wire name."""


def read_completion(data: dict[str, Any]) -> Completion:
    """The `Completion` that the JSON object `data` is; it is used up."""
    return Completion(
        text=text(data, "text"),
        extra=data,
    )
