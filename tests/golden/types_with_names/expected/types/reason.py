"""What `Reason` is."""

from __future__ import annotations

from typing import Literal, TypeAlias

__all__ = ["Reason"]

Reason: TypeAlias = Literal["lost", "found"]
