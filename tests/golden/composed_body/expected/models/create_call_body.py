"""What `CreateCallBody` is."""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

from .._support.models import Model, model

__all__ = ["CreateCallBody"]


@model
class CreateCallBody(Model):
    """CreateCallBody."""

    _names: ClassVar[Mapping[str, str]] = {
        "to": "To",
        "label": "Label",
    }

    to: str

    label: str | None = None
