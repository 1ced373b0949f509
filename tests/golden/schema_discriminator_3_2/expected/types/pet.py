"""What `Pet` is."""

from __future__ import annotations

from typing import TypeAlias

from ..models.cat import Cat
from ..models.other import Other

__all__ = ["Pet"]

Pet: TypeAlias = Cat | Other
