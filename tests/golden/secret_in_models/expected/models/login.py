"""What `Login` is."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from typing import Any, ClassVar

from .._support.models import Model, model
from .._support.readers import text

__all__ = ["Login", "read_login"]


@model
class Login(Model):
    """Login."""

    _secret: ClassVar[frozenset[str]] = frozenset({"extra"})

    user: str | None = None

    extra: Mapping[str, Any] = field(default_factory=dict[str, Any], hash=False)
    """What came and is not described, or not as described, by its wire name."""


def read_login(data: dict[str, Any]) -> Login:
    """The `Login` that the JSON object `data` is; it is used up."""
    return Login(
        user=text(data, "user"),
        extra=data,
    )
