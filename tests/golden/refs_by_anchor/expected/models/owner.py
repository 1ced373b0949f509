"""What `Owner` is."""

from __future__ import annotations

from .._support.models import Model, model

__all__ = ["Owner"]


@model
class Owner(Model):
    """Owner."""

    name: str | None = None

    phone: str | None = None
