"""What `CreatePet202Response` is."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from typing import Any

from .._support.models import Model, model
from .._support.readers import text

__all__ = ["CreatePet202Response", "read_create_pet202_response"]


@model
class CreatePet202Response(Model):
    """CreatePet202Response."""

    job: str | None = None

    extra: Mapping[str, Any] = field(default_factory=dict[str, Any], hash=False)
    """What came and is not described, or not as described, by its wire name."""


def read_create_pet202_response(data: dict[str, Any]) -> CreatePet202Response:
    """The `CreatePet202Response` that the JSON object `data` is; it is used up."""
    return CreatePet202Response(
        job=text(data, "job"),
        extra=data,
    )
