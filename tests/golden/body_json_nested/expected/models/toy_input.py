"""What `ToyInput` is."""

from __future__ import annotations

from typing import Literal

from .._support.models import Model, model

__all__ = ["ToyInput"]


@model
class ToyInput(Model):
    """ToyInput."""

    kind: Literal["ball", "bone"] | None = None
