"""What `Problem` is."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from typing import Any

from .._support.models import Model, model
from .._support.readers import text

__all__ = ["Problem", "read_problem"]


@model
class Problem(Model):
    """Problem."""

    title: str | None = None

    detail: str | None = None

    extra: Mapping[str, Any] = field(default_factory=dict[str, Any], hash=False)
    """What came and is not described, or not as described, by its wire name."""


def read_problem(data: dict[str, Any]) -> Problem:
    """The `Problem` that the JSON object `data` is; it is used up."""
    return Problem(
        title=text(data, "title"),
        detail=text(data, "detail"),
        extra=data,
    )
