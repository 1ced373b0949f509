"""What `OwnerInput` is."""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

from .._support.models import Model, model

__all__ = ["OwnerInput"]


@model
class OwnerInput(Model):
    """Who keeps it."""

    _names: ClassVar[Mapping[str, str]] = {
        "postal_code": "postalCode",
    }

    name: str

    postal_code: str | None = None
