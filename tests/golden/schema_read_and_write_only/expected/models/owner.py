"""What `Owner` is."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from typing import Any, ClassVar

from .._support.models import Model, model
from .._support.readers import integer, text

__all__ = ["Owner", "read_owner"]


@model
class Owner(Model):
    """Owner."""

    _read_only: ClassVar[frozenset[str]] = frozenset({"id"})

    id: int | None = None

    name: str | None = None

    extra: Mapping[str, Any] = field(default_factory=dict[str, Any], hash=False)
    """What came and is not described, or not as described, by its wire name."""


def read_owner(data: dict[str, Any]) -> Owner:
    """The `Owner` that the JSON object `data` is; it is used up."""
    return Owner(
        id=integer(data, "id"),
        name=text(data, "name"),
        extra=data,
    )
