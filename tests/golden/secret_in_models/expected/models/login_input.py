"""What `LoginInput` is."""

from __future__ import annotations

from typing import ClassVar

from .._support.models import Model, model

__all__ = ["LoginInput"]


@model
class LoginInput(Model):
    """LoginInput."""

    _secret: ClassVar[frozenset[str]] = frozenset({"word"})

    user: str | None = None

    word: str | None = None
