"""What `NamedTree` is."""

from __future__ import annotations

from collections.abc import Sequence

from .._support.models import Model, model

__all__ = ["NamedTree"]


@model
class NamedTree(Model):
    """NamedTree."""

    name: str

    children: Sequence[NamedTree] | None = None
