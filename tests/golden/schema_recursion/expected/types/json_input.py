"""What `JsonInput` is."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, TypeAlias

__all__ = ["JsonInput"]

JsonInput: TypeAlias = str | float | Sequence[Any] | Mapping[str, Any]
