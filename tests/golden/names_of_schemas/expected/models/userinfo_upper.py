"""What `UserinfoUpper` is."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from typing import Any

from .._support.models import Model, model
from .._support.readers import text

__all__ = ["UserinfoUpper", "read_userinfo_upper"]


@model
class UserinfoUpper(Model):
    """UserinfoUpper."""

    c: str | None = None

    extra: Mapping[str, Any] = field(default_factory=dict[str, Any], hash=False)
    """What came and is not described, or not as described, by its wire name."""


def read_userinfo_upper(data: dict[str, Any]) -> UserinfoUpper:
    """The `UserinfoUpper` that the JSON object `data` is; it is used up."""
    return UserinfoUpper(
        c=text(data, "c"),
        extra=data,
    )
