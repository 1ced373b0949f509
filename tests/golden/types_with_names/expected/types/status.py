"""What `Status` is."""

from __future__ import annotations

from typing import Literal, TypeAlias

__all__ = ["Status"]

Status: TypeAlias = Literal["new", "sold"]
"""How it is with a pet."""
