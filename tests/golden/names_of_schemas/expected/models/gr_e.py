"""What `GrE` is."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from typing import Any

from .._support.models import Model, model
from .._support.readers import number

__all__ = ["GrE", "read_gr_e"]


@model
class GrE(Model):
    """GrE."""

    größe: float | None = None

    extra: Mapping[str, Any] = field(default_factory=dict[str, Any], hash=False)
    """What came and is not described, or not as described, by its wire name."""


def read_gr_e(data: dict[str, Any]) -> GrE:
    """The `GrE` that the JSON object `data` is; it is used up."""
    return GrE(
        größe=number(data, "größe"),
        extra=data,
    )
