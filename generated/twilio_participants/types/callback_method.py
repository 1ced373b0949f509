"""What `CallbackMethod` is."""

from __future__ import annotations

from typing import Literal, TypeAlias

__all__ = ["CallbackMethod"]

CallbackMethod: TypeAlias = Literal["GET", "POST"]
