"""What `Pet` is."""

from __future__ import annotations

from typing import TypeAlias

from ..models.cat import Cat
from ..models.dog import Dog

__all__ = ["Pet"]

Pet: TypeAlias = Cat | Dog
