"""What `Call` is."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from typing import TYPE_CHECKING, Any, ClassVar

from .._support.models import Model, model
from .._support.readers import records
from ..models.login import read_login

if TYPE_CHECKING:
    from ..models.login import Login

__all__ = ["Call", "read_call"]


@model
class Call(Model):
    """Call."""

    _secret: ClassVar[frozenset[str]] = frozenset({"logins"})

    logins: list[Login] | None = None

    extra: Mapping[str, Any] = field(default_factory=dict[str, Any], hash=False)
    """What came and is not described, or not as described, by its wire name."""


def read_call(data: dict[str, Any]) -> Call:
    """The `Call` that the JSON object `data` is; it is used up."""
    return Call(
        logins=records(data, "logins", read_login),
        extra=data,
    )
