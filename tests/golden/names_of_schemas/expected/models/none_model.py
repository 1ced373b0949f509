"""What `NoneModel` is."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from typing import Any

from .._support.models import Model, model
from .._support.readers import text

__all__ = ["NoneModel", "read_none_model"]


@model
class NoneModel(Model):
    """NoneModel."""

    a: str | None = None

    extra: Mapping[str, Any] = field(default_factory=dict[str, Any], hash=False)
    """What came and is not described, or not as described, by its wire name."""


def read_none_model(data: dict[str, Any]) -> NoneModel:
    """The `NoneModel` that the JSON object `data` is; it is used up."""
    return NoneModel(
        a=text(data, "a"),
        extra=data,
    )
