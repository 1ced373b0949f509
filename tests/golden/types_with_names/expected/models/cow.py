"""What `Cow` is."""

from __future__ import annotations

from typing import Literal

from .._support.models import Model, model

__all__ = ["Cow"]


@model
class Cow(Model):
    """Cow."""

    kind: Literal["cow"]
