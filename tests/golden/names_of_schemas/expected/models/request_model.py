"""What `RequestModel` is."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from typing import Any

from .._support.models import Model, model
from .._support.readers import text

__all__ = ["RequestModel", "read_request_model"]


@model
class RequestModel(Model):
    """RequestModel."""

    a: str | None = None

    extra: Mapping[str, Any] = field(default_factory=dict[str, Any], hash=False)
    """What came and is not described, or not as described, by its wire name."""


def read_request_model(data: dict[str, Any]) -> RequestModel:
    """The `RequestModel` that the JSON object `data` is; it is used up."""
    return RequestModel(
        a=text(data, "a"),
        extra=data,
    )
