"""What `HenInput` is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._support.models import Model, model

if TYPE_CHECKING:
    from ..models.egg import Egg
    from ..models.egg_input import EggInput

__all__ = ["HenInput"]


@model
class HenInput(Model):
    """HenInput."""

    egg: EggInput | Egg | None = None
