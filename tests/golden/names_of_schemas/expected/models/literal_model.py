"""What `LiteralModel` is."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from typing import Any, ClassVar

from .._support.decoders import as_text, list_of, value
from .._support.models import Model, model
from .._support.readers import integer, text

__all__ = ["LiteralModel", "read_literal_model"]


@model
class LiteralModel(Model):
    """LiteralModel."""

    _names: ClassVar[Mapping[str, str]] = {
        "str_": "str",
        "int_": "int",
    }

    str_: str | None = None

    int_: int | None = None

    text: str | None = None

    value: list[str] | None = None

    extra: Mapping[str, Any] = field(default_factory=dict[str, Any], hash=False)
    """What came and is not described, or not as described, by its wire name."""


def read_literal_model(data: dict[str, Any]) -> LiteralModel:
    """The `LiteralModel` that the JSON object `data` is; it is used up."""
    return LiteralModel(
        str_=text(data, "str"),
        int_=integer(data, "int"),
        text=text(data, "text"),
        value=value(data, "value", list_of(as_text)),
        extra=data,
    )
