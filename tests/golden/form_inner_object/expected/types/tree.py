"""What `Tree` is."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, TypeAlias

__all__ = ["Tree"]

Tree: TypeAlias = Sequence[Any]
