"""What `EggInput` is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._support.models import Model, model

if TYPE_CHECKING:
    from ..models.hen import Hen
    from ..models.hen_input import HenInput

__all__ = ["EggInput"]


@model
class EggInput(Model):
    """EggInput."""

    hen: HenInput | Hen | None = None
