"""What `ClientModel` is."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from typing import Any

from .._support.models import Model, model
from .._support.readers import text

__all__ = ["ClientModel", "read_client_model"]


@model
class ClientModel(Model):
    """ClientModel."""

    a: str | None = None

    extra: Mapping[str, Any] = field(default_factory=dict[str, Any], hash=False)
    """What came and is not described, or not as described, by its wire name."""


def read_client_model(data: dict[str, Any]) -> ClientModel:
    """The `ClientModel` that the JSON object `data` is; it is used up."""
    return ClientModel(
        a=text(data, "a"),
        extra=data,
    )
