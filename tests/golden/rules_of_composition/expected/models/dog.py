"""What `Dog` is."""

from __future__ import annotations

from .._support.models import Model, model

__all__ = ["Dog"]


@model
class Dog(Model):
    """Dog."""

    bark: bool
