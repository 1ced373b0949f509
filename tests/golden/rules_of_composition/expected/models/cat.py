"""What `Cat` is."""

from __future__ import annotations

from .._support.models import Model, model

__all__ = ["Cat"]


@model
class Cat(Model):
    """Cat."""

    meow: bool
