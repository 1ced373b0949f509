"""What `CreatePetDefaultError` is."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from typing import TYPE_CHECKING, Any

from .._support.models import Model, model
from .._support.readers import record
from ..models.create_pet_error_model import read_create_pet_error_model

if TYPE_CHECKING:
    from ..models.create_pet_error_model import CreatePetErrorModel

__all__ = ["CreatePetDefaultError", "read_create_pet_default_error"]


@model
class CreatePetDefaultError(Model):
    """CreatePetDefaultError."""

    error: CreatePetErrorModel | None = None

    extra: Mapping[str, Any] = field(default_factory=dict[str, Any], hash=False)
    """What came and is not described, or not as described, by its wire name."""


def read_create_pet_default_error(data: dict[str, Any]) -> CreatePetDefaultError:
    """The `CreatePetDefaultError` that the JSON object `data` is; it is used up."""
    return CreatePetDefaultError(
        error=record(data, "error", read_create_pet_error_model),
        extra=data,
    )
