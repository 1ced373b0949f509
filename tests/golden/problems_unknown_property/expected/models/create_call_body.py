"""What `CreateCallBody` is."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar

from .._support.models import Model, model

__all__ = ["CreateCallBody"]


@model
class CreateCallBody(Model):
    """CreateCallBody."""

    _names: ClassVar[Mapping[str, str]] = {
        "nmae": "Nmae",
        "name": "Name",
    }
    _nulls: ClassVar[frozenset[str]] = frozenset({"nmae"})

    nmae: Any

    name: str | None = None
