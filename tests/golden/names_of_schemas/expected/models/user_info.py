"""What `UserInfo` is."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from typing import Any

from .._support.models import Model, model
from .._support.readers import text

__all__ = ["UserInfo", "read_user_info"]


@model
class UserInfo(Model):
    """UserInfo."""

    b: str | None = None

    extra: Mapping[str, Any] = field(default_factory=dict[str, Any], hash=False)
    """What came and is not described, or not as described, by its wire name."""


def read_user_info(data: dict[str, Any]) -> UserInfo:
    """The `UserInfo` that the JSON object `data` is; it is used up."""
    return UserInfo(
        b=text(data, "b"),
        extra=data,
    )
