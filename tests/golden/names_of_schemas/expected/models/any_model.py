"""What `AnyModel` is."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from typing import Any, ClassVar

from .._support.decoders import as_anything, value
from .._support.models import Model, model

__all__ = ["AnyModel", "read_any_model"]


@model
class AnyModel(Model):
    """AnyModel."""

    _names: ClassVar[Mapping[str, str]] = {
        "extra_": "extra",
    }

    extra_: Any = None

    extra: Mapping[str, Any] = field(default_factory=dict[str, Any], hash=False)
    """What came and is not described, or not as described, by its wire name."""


def read_any_model(data: dict[str, Any]) -> AnyModel:
    """The `AnyModel` that the JSON object `data` is; it is used up."""
    return AnyModel(
        extra_=value(data, "extra", as_anything),
        extra=data,
    )
