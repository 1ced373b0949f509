"""What `PetsListResponse` is."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from typing import Any, ClassVar

from .._support.decoders import as_text, list_of, value
from .._support.models import Model, model
from .._support.readers import text

__all__ = ["PetsListResponse", "read_pets_list_response"]


@model
class PetsListResponse(Model):
    """PetsListResponse."""

    _names: ClassVar[Mapping[str, str]] = {
        "next_link": "nextLink",
    }

    value: list[list[str]] | None = None

    next_link: str | None = None

    extra: Mapping[str, Any] = field(default_factory=dict[str, Any], hash=False)
    """What came and is not described, or not as described, by its wire name."""


def read_pets_list_response(data: dict[str, Any]) -> PetsListResponse:
    """The `PetsListResponse` that the JSON object `data` is; it is used up."""
    return PetsListResponse(
        value=value(data, "value", list_of(list_of(as_text))),
        next_link=text(data, "nextLink"),
        extra=data,
    )
