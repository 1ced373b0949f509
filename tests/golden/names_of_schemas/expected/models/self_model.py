"""What `SelfModel` is."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from typing import Any, ClassVar

from .._support.models import Model, model
from .._support.readers import text

__all__ = ["SelfModel", "read_self_model"]


@model
class SelfModel(Model):
    """SelfModel."""

    _names: ClassVar[Mapping[str, str]] = {
        "self_": "self",
        "cls_": "cls",
    }

    self_: str | None = None

    cls_: str | None = None

    data: str | None = None

    extra: Mapping[str, Any] = field(default_factory=dict[str, Any], hash=False)
    """What came and is not described, or not as described, by its wire name."""


def read_self_model(data: dict[str, Any]) -> SelfModel:
    """The `SelfModel` that the JSON object `data` is; it is used up."""
    return SelfModel(
        self_=text(data, "self"),
        cls_=text(data, "cls"),
        data=text(data, "data"),
        extra=data,
    )
