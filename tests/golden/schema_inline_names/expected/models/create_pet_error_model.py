"""What `CreatePetErrorModel` is."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from typing import Any

from .._support.models import Model, model
from .._support.readers import text

__all__ = ["CreatePetErrorModel", "read_create_pet_error_model"]


@model
class CreatePetErrorModel(Model):
    """CreatePetErrorModel."""

    code: str | None = None

    extra: Mapping[str, Any] = field(default_factory=dict[str, Any], hash=False)
    """What came and is not described, or not as described, by its wire name."""


def read_create_pet_error_model(data: dict[str, Any]) -> CreatePetErrorModel:
    """The `CreatePetErrorModel` that the JSON object `data` is; it is used up."""
    return CreatePetErrorModel(
        code=text(data, "code"),
        extra=data,
    )
