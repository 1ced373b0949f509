"""What `Rows` is."""

from __future__ import annotations

from typing import Any, TypeAlias

__all__ = ["Rows"]

Rows: TypeAlias = list[Any]
