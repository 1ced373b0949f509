"""What `Kind` is."""

from __future__ import annotations

from typing import Literal, TypeAlias

__all__ = ["Kind"]

Kind: TypeAlias = Literal["dog", "cat"]
"""What it is."""
