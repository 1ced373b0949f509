"""What `CreatePetWayWithTrain` is."""

from __future__ import annotations

from typing import Literal

from .._support.models import Model, model

__all__ = ["CreatePetWayWithTrain"]


@model
class CreatePetWayWithTrain(Model):
    """CreatePetWayWithTrain."""

    kind: Literal["train"]

    line: str
