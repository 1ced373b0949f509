"""What `ListModel` is."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from typing import Any, ClassVar

from .._support.models import Model, model
from .._support.readers import records

__all__ = ["ListModel", "read_list_model"]


@model
class ListModel(Model):
    """ListModel."""

    _names: ClassVar[Mapping[str, str]] = {
        "list_": "list",
    }

    list_: list[ListModel] | None = None

    extra: Mapping[str, Any] = field(default_factory=dict[str, Any], hash=False)
    """What came and is not described, or not as described, by its wire name."""


def read_list_model(data: dict[str, Any]) -> ListModel:
    """The `ListModel` that the JSON object `data` is; it is used up."""
    return ListModel(
        list_=records(data, "list", read_list_model),
        extra=data,
    )
