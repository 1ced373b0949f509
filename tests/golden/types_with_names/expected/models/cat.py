"""What `Cat` is."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from typing import TYPE_CHECKING, Any, Literal

from .._support.decoders import as_text, list_of, map_of, value
from .._support.models import Model, Promised, model
from .._support.readers import text
from .._support.unions import by_tag, kept, one_of
from .._support.unreadable import as_record
from ..models.dog import read_dog
from ..validators.cat import resembles_cat
from ..validators.dog import resembles_dog

if TYPE_CHECKING:
    from ..types.pet import Pet
    from ..types.status import Status
    from ..types.why import Why

__all__ = ["Cat", "read_cat"]


@model
class Cat(Model):
    """Cat."""

    _promised = Promised("kind", "status")

    kind: Literal["cat"] | str | None = None

    status: Status | str | None = None
    """How it is with a pet."""

    state: Status | str | None = None
    """The same by another name."""

    was: Status | str | None = None

    why: Why | str | None = None

    states: list[Status | str] | None = None

    friend: Pet | dict[str, Any] | None = None

    by_name: dict[str, Pet | dict[str, Any]] | None = None

    extra: Mapping[str, Any] = field(default_factory=dict[str, Any], hash=False)
    """What came and is not described, or not as described, by its wire name."""


def read_cat(data: dict[str, Any]) -> Cat:
    """The `Cat` that the JSON object `data` is; it is used up."""
    return Cat(
        kind=text(data, "kind"),
        status=text(data, "status"),
        state=text(data, "state"),
        was=text(data, "was"),
        why=text(data, "why"),
        states=value(data, "states", list_of(as_text)),
        friend=value(
            data,
            "friend",
            by_tag(
                "kind",
                {"cat": as_record(read_cat), "dog": as_record(read_dog)},
                unknown=one_of(
                    kept("kind"),
                    (resembles_cat, as_record(read_cat)),
                    (resembles_dog, as_record(read_dog)),
                ),
            ),
        ),
        by_name=value(
            data,
            "by_name",
            map_of(
                by_tag(
                    "kind",
                    {"cat": as_record(read_cat), "dog": as_record(read_dog)},
                    unknown=one_of(
                        kept("kind"),
                        (resembles_cat, as_record(read_cat)),
                        (resembles_dog, as_record(read_dog)),
                    ),
                )
            ),
        ),
        extra=data,
    )
