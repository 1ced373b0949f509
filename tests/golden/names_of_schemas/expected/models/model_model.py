"""What `ModelModel` is."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from typing import Any, ClassVar

from .._support.models import Model, model
from .._support.readers import text

__all__ = ["ModelModel", "read_model_model"]


@model
class ModelModel(Model):
    """ModelModel."""

    _names: ClassVar[Mapping[str, str]] = {
        "field_": "field",
    }

    model: str | None = None

    field_: str | None = None

    extra: Mapping[str, Any] = field(default_factory=dict[str, Any], hash=False)
    """What came and is not described, or not as described, by its wire name."""


def read_model_model(data: dict[str, Any]) -> ModelModel:
    """The `ModelModel` that the JSON object `data` is; it is used up."""
    return ModelModel(
        model=text(data, "model"),
        field_=text(data, "field"),
        extra=data,
    )
