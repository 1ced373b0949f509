"""What `Home` is."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from datetime import date as Date
from typing import TYPE_CHECKING, Any
from uuid import UUID

from .._support.decoders import as_integer, as_text, list_of, value
from .._support.models import Model, model
from .._support.typed import as_date, as_uuid
from .._support.unions import first_of, one_of
from .._support.unreadable import as_record
from ..models.cat import read_cat
from ..models.dog import read_dog
from ..models.home_address_full_address import read_home_address_full_address
from ..validators.cat import is_cat
from ..validators.dog import is_dog

if TYPE_CHECKING:
    from ..models.cat import Cat
    from ..models.dog import Dog
    from ..models.home_address_full_address import HomeAddressFullAddress

__all__ = ["Home", "read_home"]


@model
class Home(Model):
    """Home."""

    pet: Cat | Dog | None = None

    pets: list[Cat | Dog | str] | None = None

    address: str | HomeAddressFullAddress | None = None

    since: Date | int | None = None

    note: str | UUID | None = None

    extra: Mapping[str, Any] = field(default_factory=dict[str, Any], hash=False)
    """What came and is not described, or not as described, by its wire name."""


def read_home(data: dict[str, Any]) -> Home:
    """The `Home` that the JSON object `data` is; it is used up."""
    return Home(
        pet=value(
            data,
            "pet",
            one_of((is_cat, as_record(read_cat)), (is_dog, as_record(read_dog))),
        ),
        pets=value(
            data,
            "pets",
            list_of(
                first_of(
                    one_of(
                        (is_cat, as_record(read_cat)), (is_dog, as_record(read_dog))
                    ),
                    as_text,
                )
            ),
        ),
        address=value(
            data,
            "address",
            first_of(as_record(read_home_address_full_address), as_text),
        ),
        since=value(data, "since", first_of(as_date, as_integer)),
        note=value(data, "note", first_of(as_uuid, as_text)),
        extra=data,
    )
