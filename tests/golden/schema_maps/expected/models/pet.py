"""What `Pet` is."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from datetime import date as Date, datetime
from typing import TYPE_CHECKING, Any

from .._support.decoders import as_integer, as_object, as_text, map_of, value
from .._support.models import Model, model
from .._support.readers import record
from .._support.typed import as_date, as_datetime
from .._support.unions import first_of
from ..models.pet_closed import read_pet_closed
from ..models.pet_open import read_pet_open
from ..models.pet_prefixed import read_pet_prefixed

if TYPE_CHECKING:
    from ..models.pet_closed import PetClosed
    from ..models.pet_open import PetOpen
    from ..models.pet_prefixed import PetPrefixed

__all__ = ["Pet", "read_pet"]


@model
class Pet(Model):
    """Pet."""

    ages: dict[str, int] | None = None

    any: dict[str, Any] | None = None

    free: dict[str, Any] | None = None

    none: dict[str, Any] | None = None

    dates: dict[str, dict[str, Date]] | None = None

    by_pattern: dict[str, str | datetime] | None = None

    open: PetOpen | None = None

    closed: PetClosed | None = None

    prefixed: PetPrefixed | None = None

    extra: Mapping[str, Any] = field(default_factory=dict[str, Any], hash=False)
    """What came and is not described, or not as described, by its wire name."""


def read_pet(data: dict[str, Any]) -> Pet:
    """The `Pet` that the JSON object `data` is; it is used up."""
    return Pet(
        ages=value(data, "ages", map_of(as_integer)),
        any=value(data, "any", as_object),
        free=value(data, "free", as_object),
        none=value(data, "none", as_object),
        dates=value(data, "dates", map_of(map_of(as_date))),
        by_pattern=value(data, "by_pattern", map_of(first_of(as_datetime, as_text))),
        open=record(data, "open", read_pet_open),
        closed=record(data, "closed", read_pet_closed),
        prefixed=record(data, "prefixed", read_pet_prefixed),
        extra=data,
    )
