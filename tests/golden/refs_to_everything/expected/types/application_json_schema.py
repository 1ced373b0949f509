"""What `ApplicationJsonSchema` is."""

from __future__ import annotations

from typing import TypeAlias

from ..models.pet import Pet

__all__ = ["ApplicationJsonSchema"]

ApplicationJsonSchema: TypeAlias = list[Pet]
