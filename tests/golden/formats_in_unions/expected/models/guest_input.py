"""What `GuestInput` is."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date as Date, datetime
from typing import Literal

from .._support.models import Model, model

__all__ = ["GuestInput"]


@model
class GuestInput(Model):
    """GuestInput."""

    kind: Literal["guest"]

    since: datetime | str | None = None

    seen: Sequence[Date | str] | None = None
