"""What `ListItem` is."""

from __future__ import annotations

from .._support.models import Model, model

__all__ = ["ListItem"]


@model
class ListItem(Model):
    """ListItem."""

    id: int
