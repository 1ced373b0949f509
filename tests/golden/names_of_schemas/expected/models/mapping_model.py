"""What `MappingModel` is."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from typing import Any

from .._support.decoders import as_text, map_of, value
from .._support.models import Model, model

__all__ = ["MappingModel", "read_mapping_model"]


@model
class MappingModel(Model):
    """MappingModel."""

    a: dict[str, str] | None = None

    extra: Mapping[str, Any] = field(default_factory=dict[str, Any], hash=False)
    """What came and is not described, or not as described, by its wire name."""


def read_mapping_model(data: dict[str, Any]) -> MappingModel:
    """The `MappingModel` that the JSON object `data` is; it is used up."""
    return MappingModel(
        a=value(data, "a", map_of(as_text)),
        extra=data,
    )
