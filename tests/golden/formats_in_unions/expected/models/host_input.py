"""What `HostInput` is."""

from __future__ import annotations

from typing import Literal

from .._support.models import Model, model

__all__ = ["HostInput"]


@model
class HostInput(Model):
    """HostInput."""

    kind: Literal["host"]

    rooms: int | None = None
