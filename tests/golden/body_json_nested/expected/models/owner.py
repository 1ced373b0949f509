"""What `Owner` is."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from typing import Any, ClassVar

from .._support.models import Model, Promised, model
from .._support.readers import text

__all__ = ["Owner", "read_owner"]


@model
class Owner(Model):
    """Who keeps it."""

    _names: ClassVar[Mapping[str, str]] = {
        "postal_code": "postalCode",
    }
    _promised = Promised("name")

    name: str | None = None

    postal_code: str | None = None

    extra: Mapping[str, Any] = field(default_factory=dict[str, Any], hash=False)
    """What came and is not described, or not as described, by its wire name."""


def read_owner(data: dict[str, Any]) -> Owner:
    """The `Owner` that the JSON object `data` is; it is used up."""
    return Owner(
        name=text(data, "name"),
        postal_code=text(data, "postalCode"),
        extra=data,
    )
