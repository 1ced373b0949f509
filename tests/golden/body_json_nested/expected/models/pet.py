"""What `Pet` is."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from typing import TYPE_CHECKING, Any

from .._support.decoders import map_of, value
from .._support.models import Model, Promised, model
from .._support.readers import record, records, text
from .._support.unreadable import as_record
from ..models.owner import read_owner
from ..models.pet_chip import read_pet_chip
from ..models.toy import read_toy

if TYPE_CHECKING:
    from ..models.owner import Owner
    from ..models.pet_chip import PetChip
    from ..models.toy import Toy

__all__ = ["Pet", "read_pet"]


@model
class Pet(Model):
    """A pet."""

    _promised = Promised("name", "owner")

    name: str | None = None
    """What it is called."""

    owner: Owner | None = None
    """Who keeps it."""

    friends: list[Owner] | None = None

    chip: PetChip | None = None

    toys: dict[str, Toy] | None = None

    extra: Mapping[str, Any] = field(default_factory=dict[str, Any], hash=False)
    """What came and is not described, or not as described, by its wire name."""


def read_pet(data: dict[str, Any]) -> Pet:
    """The `Pet` that the JSON object `data` is; it is used up."""
    return Pet(
        name=text(data, "name"),
        owner=record(data, "owner", read_owner),
        friends=records(data, "friends", read_owner),
        chip=record(data, "chip", read_pet_chip),
        toys=value(data, "toys", map_of(as_record(read_toy))),
        extra=data,
    )
