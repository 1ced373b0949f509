"""What `Log` is."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from typing import Any

from .._support.decoders import as_text, list_of, value
from .._support.models import Model, model

__all__ = ["Log", "read_log"]


@model
class Log(Model):
    """Log."""

    lines: list[str] | None = None

    extra: Mapping[str, Any] = field(default_factory=dict[str, Any], hash=False)
    """What came and is not described, or not as described, by its wire name."""


def read_log(data: dict[str, Any]) -> Log:
    """The `Log` that the JSON object `data` is; it is used up."""
    return Log(
        lines=value(data, "lines", list_of(as_text)),
        extra=data,
    )
