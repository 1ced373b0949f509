"""What `Bytes` is."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from typing import Any, ClassVar

from .._support.decoders import value
from .._support.encoding import base64_text
from .._support.models import Model, Texts, model
from .._support.typed import as_bytes

__all__ = ["Bytes", "read_bytes"]


@model
class Bytes(Model):
    """Bytes."""

    _texts: ClassVar[Mapping[str, Texts]] = {
        "a": ((bytes, base64_text),),
    }

    a: bytes | None = None

    extra: Mapping[str, Any] = field(default_factory=dict[str, Any], hash=False)
    """What came and is not described, or not as described, by its wire name."""


def read_bytes(data: dict[str, Any]) -> Bytes:
    """The `Bytes` that the JSON object `data` is; it is used up."""
    return Bytes(
        a=value(data, "a", as_bytes),
        extra=data,
    )
