"""What `When` is."""

from __future__ import annotations

from datetime import date as Date
from typing import TypeAlias

__all__ = ["When"]

When: TypeAlias = Date | int
