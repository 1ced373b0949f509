"""What `CreateHomePet` is."""

from __future__ import annotations

from typing import Literal

from .._support.models import Model, model

__all__ = ["CreateHomePet"]


@model
class CreateHomePet(Model):
    """Who lives there."""

    kind: Literal["dog", "cat"] | None = None

    bark: str | None = None

    lives: int | None = None
