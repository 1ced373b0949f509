"""What `Pet` is."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from typing import TYPE_CHECKING, Any, ClassVar

from .._support.models import Model, Promised, model
from .._support.readers import integer, record, text
from ..models.owner import read_owner

if TYPE_CHECKING:
    from ..models.owner import Owner

__all__ = ["Pet", "read_pet"]


@model
class Pet(Model):
    """Pet."""

    _secret: ClassVar[frozenset[str]] = frozenset({"extra"})
    _read_only: ClassVar[frozenset[str]] = frozenset({"id"})
    _promised = Promised("id", "name")

    id: int | None = None

    name: str | None = None

    owner: Owner | None = None

    extra: Mapping[str, Any] = field(default_factory=dict[str, Any], hash=False)
    """What came and is not described, or not as described, by its wire name."""


def read_pet(data: dict[str, Any]) -> Pet:
    """The `Pet` that the JSON object `data` is; it is used up."""
    return Pet(
        id=integer(data, "id"),
        name=text(data, "name"),
        owner=record(data, "owner", read_owner),
        extra=data,
    )
