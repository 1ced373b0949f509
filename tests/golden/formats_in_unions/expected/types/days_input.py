"""What `DaysInput` is."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date as Date
from typing import TypeAlias

__all__ = ["DaysInput"]

DaysInput: TypeAlias = Sequence[Date]
