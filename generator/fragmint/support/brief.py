"""What a log tells of an argument: the beginning of it, and no secret."""

from __future__ import annotations

from reprlib import Repr
from typing import Any

from .encoding import is_bytes
from .models import Model, told


class _Brief(Repr):
    """As reprlib has it, which cuts what is long; models do not hide what is in them.

    Bytes are their number, and what is a secret to a model is masked.
    """

    def __init__(self) -> None:
        super().__init__()
        self.maxlevel = 4
        self.maxstring = self.maxother = 80
        self.maxlist = self.maxtuple = self.maxset = self.maxfrozenset = 6
        self.maxdict = 6

    def repr1(self, x: Any, level: int) -> str:
        if is_bytes(x):
            return f"<{len(x)} bytes>"
        if not isinstance(x, Model):
            return super().repr1(x, level)
        if level <= 0:
            return f"{type(x).__name__}(...)"
        return told(x, show=lambda one: self.repr1(one, level - 1))


def brief(request: Model, masked: frozenset[str]) -> str:
    """What `request` says in short, in which `masked` are secret fields, too."""
    return told(request, masked, _Brief().repr)
