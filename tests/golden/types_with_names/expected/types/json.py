"""What `Json` is."""

from __future__ import annotations

from typing import Any, TypeAlias

__all__ = ["Json"]

Json: TypeAlias = str | float | bool | list[Any] | dict[str, Any]
