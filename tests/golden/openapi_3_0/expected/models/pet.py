"""What `Pet` is."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from typing import TYPE_CHECKING, Any, Literal

from .._support.models import Model, model
from .._support.readers import number, record, text
from ..models.owner import read_owner

if TYPE_CHECKING:
    from ..models.owner import Owner

__all__ = ["Pet", "read_pet"]


@model
class Pet(Model):
    """Pet."""

    name: str | None = None

    weight: float | None = None

    kind: Literal["dog", "cat"] | str | None = None

    owner: Owner | None = None

    friend: Owner | None = None
    """Beside a reference nothing counts."""

    extra: Mapping[str, Any] = field(default_factory=dict[str, Any], hash=False)
    """What came and is not described, or not as described, by its wire name."""


def read_pet(data: dict[str, Any]) -> Pet:
    """The `Pet` that the JSON object `data` is; it is used up."""
    return Pet(
        name=text(data, "name"),
        weight=number(data, "weight"),
        kind=text(data, "kind"),
        owner=record(data, "owner", read_owner),
        friend=record(data, "friend", read_owner),
        extra=data,
    )
