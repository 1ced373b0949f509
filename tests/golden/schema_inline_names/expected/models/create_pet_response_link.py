"""What `CreatePetResponseLink` is."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from typing import Any

from .._support.models import Model, model
from .._support.readers import text

__all__ = ["CreatePetResponseLink", "read_create_pet_response_link"]


@model
class CreatePetResponseLink(Model):
    """CreatePetResponseLink."""

    href: str | None = None

    extra: Mapping[str, Any] = field(default_factory=dict[str, Any], hash=False)
    """What came and is not described, or not as described, by its wire name."""


def read_create_pet_response_link(data: dict[str, Any]) -> CreatePetResponseLink:
    """The `CreatePetResponseLink` that the JSON object `data` is; it is used up."""
    return CreatePetResponseLink(
        href=text(data, "href"),
        extra=data,
    )
