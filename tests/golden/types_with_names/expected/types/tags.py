"""What `Tags` is."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeAlias

__all__ = ["Tags"]

Tags: TypeAlias = Sequence[str]
