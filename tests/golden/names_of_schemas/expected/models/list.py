"""What `List` is."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from typing import Any, ClassVar

from .._support.models import Model, model
from .._support.readers import records

__all__ = ["List", "read_list"]


@model
class List(Model):
    """List."""

    _names: ClassVar[Mapping[str, str]] = {
        "list_": "list",
    }

    list_: list[List] | None = None

    extra: Mapping[str, Any] = field(default_factory=dict[str, Any], hash=False)
    """What came and is not described, or not as described, by its wire name."""


def read_list(data: dict[str, Any]) -> List:
    """A `List` of the JSON object `data`, which is used up."""
    return List(
        list_=records(data, "list", read_list),
        extra=data,
    )
