"""What `Tree` is."""

from __future__ import annotations

from typing import Any, TypeAlias

__all__ = ["Tree"]

Tree: TypeAlias = list[Any]
