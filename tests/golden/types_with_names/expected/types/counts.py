"""What `Counts` is."""

from __future__ import annotations

from typing import TypeAlias

__all__ = ["Counts"]

Counts: TypeAlias = dict[str, int]
