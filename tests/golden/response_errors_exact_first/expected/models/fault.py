"""What `Fault` is."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from typing import Any

from .._support.models import Model, model
from .._support.readers import integer, text

__all__ = ["Fault", "read_fault"]


@model
class Fault(Model):
    """Fault."""

    code: int | None = None

    message: str | None = None

    extra: Mapping[str, Any] = field(default_factory=dict[str, Any], hash=False)
    """What came and is not described, or not as described, by its wire name."""


def read_fault(data: dict[str, Any]) -> Fault:
    """The `Fault` that the JSON object `data` is; it is used up."""
    return Fault(
        code=integer(data, "code"),
        message=text(data, "message"),
        extra=data,
    )
