"""What `Why` is."""

from __future__ import annotations

from typing import TypeAlias

from ..types.reason import Reason
from ..types.status import Status

__all__ = ["Why"]

Why: TypeAlias = Status | Reason
