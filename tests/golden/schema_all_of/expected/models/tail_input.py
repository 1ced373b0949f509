"""What `TailInput` is."""

from __future__ import annotations

from .._support.models import Model, model

__all__ = ["TailInput"]


@model
class TailInput(Model):
    """Any tail."""

    length: float | None = None
