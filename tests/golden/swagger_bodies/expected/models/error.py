"""What `Error` is."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from typing import Any

from .._support.models import Model, model
from .._support.readers import text

__all__ = ["Error", "read_error"]


@model
class Error(Model):
    """Error."""

    message: str | None = None

    extra: Mapping[str, Any] = field(default_factory=dict[str, Any], hash=False)
    """What came and is not described, or not as described, by its wire name."""


def read_error(data: dict[str, Any]) -> Error:
    """The `Error` that the JSON object `data` is; it is used up."""
    return Error(
        message=text(data, "message"),
        extra=data,
    )
