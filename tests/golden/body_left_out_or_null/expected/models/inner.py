"""What `Inner` is."""

from __future__ import annotations

from typing import ClassVar

from .._support.models import Model, model
from .._support.unset import UNSET, Unset

__all__ = ["Inner"]


@model
class Inner(Model):
    """Inner."""

    _nulls: ClassVar[frozenset[str]] = frozenset({"a", "b"})

    a: int | None

    b: int | Unset | None = UNSET

    c: int | None = None
