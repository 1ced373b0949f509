"""What `Pets` is."""

from __future__ import annotations

from typing import TypeAlias

from ..types.pet import Pet

__all__ = ["Pets"]

Pets: TypeAlias = list[Pet]
