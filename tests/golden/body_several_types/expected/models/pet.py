"""What `Pet` is."""

from __future__ import annotations

from .._support.models import Model, model

__all__ = ["Pet"]


@model
class Pet(Model):
    """Pet."""

    name: str

    age: int | None = None
