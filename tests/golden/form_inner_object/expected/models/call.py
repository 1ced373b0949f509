"""What `Call` is."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, ClassVar

from .._support.models import Model, model

__all__ = ["Call"]


@model
class Call(Model):
    """Call."""

    _names: ClassVar[Mapping[str, str]] = {
        "to": "To",
        "next": "Next",
        "tree": "Tree",
    }

    to: str | None = None

    next: Call | None = None

    tree: Sequence[Any] | None = None
