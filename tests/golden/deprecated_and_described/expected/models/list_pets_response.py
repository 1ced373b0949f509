"""What `ListPetsResponse` is."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from typing import Any

from .._support.models import Model, model
from .._support.readers import text

__all__ = ["ListPetsResponse", "read_list_pets_response"]


@model
class ListPetsResponse(Model):
    """A page of pets."""

    next: str | None = None
    """Where the next one is.

    Deprecated.
    """

    extra: Mapping[str, Any] = field(default_factory=dict[str, Any], hash=False)
    """What came and is not described, or not as described, by its wire name."""


def read_list_pets_response(data: dict[str, Any]) -> ListPetsResponse:
    """The `ListPetsResponse` that the JSON object `data` is; it is used up."""
    return ListPetsResponse(
        next=text(data, "next"),
        extra=data,
    )
