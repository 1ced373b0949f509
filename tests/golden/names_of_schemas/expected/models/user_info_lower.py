"""What `UserInfoLower` is."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from typing import Any

from .._support.models import Model, model
from .._support.readers import text

__all__ = ["UserInfoLower", "read_user_info_lower"]


@model
class UserInfoLower(Model):
    """UserInfoLower."""

    a: str | None = None

    extra: Mapping[str, Any] = field(default_factory=dict[str, Any], hash=False)
    """What came and is not described, or not as described, by its wire name."""


def read_user_info_lower(data: dict[str, Any]) -> UserInfoLower:
    """The `UserInfoLower` that the JSON object `data` is; it is used up."""
    return UserInfoLower(
        a=text(data, "a"),
        extra=data,
    )
