"""What `Tags` is."""

from __future__ import annotations

from typing import TypeAlias

__all__ = ["Tags"]

Tags: TypeAlias = list[str]
