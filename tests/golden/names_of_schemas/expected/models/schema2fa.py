"""What `Schema2fa` is."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from typing import Any

from .._support.models import Model, model
from .._support.readers import text

__all__ = ["Schema2fa", "read_schema2fa"]


@model
class Schema2fa(Model):
    """Schema2fa."""

    a: str | None = None

    extra: Mapping[str, Any] = field(default_factory=dict[str, Any], hash=False)
    """What came and is not described, or not as described, by its wire name."""


def read_schema2fa(data: dict[str, Any]) -> Schema2fa:
    """The `Schema2fa` that the JSON object `data` is; it is used up."""
    return Schema2fa(
        a=text(data, "a"),
        extra=data,
    )
