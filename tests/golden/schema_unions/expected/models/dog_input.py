"""What `DogInput` is."""

from __future__ import annotations

from typing import Literal

from .._support.models import Model, model

__all__ = ["DogInput"]


@model
class DogInput(Model):
    """DogInput."""

    bark: Literal["loud", "soft"]
