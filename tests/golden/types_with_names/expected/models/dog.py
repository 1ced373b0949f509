"""What `Dog` is."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from typing import TYPE_CHECKING, Any, Literal

from .._support.decoders import (
    as_anything,
    as_boolean,
    as_integer,
    as_number,
    as_text,
    list_of,
    map_of,
    value,
)
from .._support.models import Model, Promised, model
from .._support.readers import text
from .._support.typed import as_date
from .._support.unions import first_of

if TYPE_CHECKING:
    from ..types.json import Json
    from ..types.when import When

__all__ = ["Dog", "read_dog"]


@model
class Dog(Model):
    """Dog."""

    _promised = Promised("kind")

    kind: Literal["dog"] | str | None = None

    since: When | None = None

    notes: Json | None = None

    counts: dict[str, int] | None = None

    comment: str | None = None

    extra: Mapping[str, Any] = field(default_factory=dict[str, Any], hash=False)
    """What came and is not described, or not as described, by its wire name."""


def read_dog(data: dict[str, Any]) -> Dog:
    """The `Dog` that the JSON object `data` is; it is used up."""
    return Dog(
        kind=text(data, "kind"),
        since=value(data, "since", first_of(as_date, as_integer)),
        notes=value(
            data,
            "notes",
            first_of(
                map_of(as_anything),
                list_of(as_anything),
                as_number,
                as_boolean,
                as_text,
            ),
        ),
        counts=value(data, "counts", map_of(as_integer)),
        comment=text(data, "comment"),
        extra=data,
    )
