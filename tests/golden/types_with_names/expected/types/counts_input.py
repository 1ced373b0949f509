"""What `CountsInput` is."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeAlias

__all__ = ["CountsInput"]

CountsInput: TypeAlias = Mapping[str, int]
