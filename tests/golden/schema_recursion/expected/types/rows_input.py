"""What `RowsInput` is."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, TypeAlias

__all__ = ["RowsInput"]

RowsInput: TypeAlias = Sequence[Any]
