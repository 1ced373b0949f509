"""What `Pet` is."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from typing import TYPE_CHECKING, Any, Literal

from .._support.decoders import as_anything, as_text, list_of, value
from .._support.models import Model, Promised, model
from .._support.readers import boolean, integer, text

if TYPE_CHECKING:
    from ..types.kind import Kind

__all__ = ["Pet", "read_pet"]


@model
class Pet(Model):
    """Pet."""

    _promised = Promised("constant")

    constant: Literal["pet"] | str | None = None

    version: Literal[1] | int | None = None

    nothing: Any = None

    truth: bool | None = None

    kind: Kind | str | None = None
    """What it is."""

    kinds: list[Kind | str] | None = None

    zone: Literal["GMT0", "GMT+0", "GMT-0"] | str | None = None

    level: Literal[1, 2, 3] | int | None = None

    ratio: Literal[1] | int | float | None = None

    size: Literal["s", "m", 1] | bool | int | float | str | None = None

    maybe: Literal["a", "b"] | str | None = None

    flags: bool | None = None

    odd: Any = None

    extra: Mapping[str, Any] = field(default_factory=dict[str, Any], hash=False)
    """What came and is not described, or not as described, by its wire name."""


def read_pet(data: dict[str, Any]) -> Pet:
    """The `Pet` that the JSON object `data` is; it is used up."""
    return Pet(
        constant=text(data, "constant"),
        version=integer(data, "version"),
        nothing=value(data, "nothing", as_anything),
        truth=boolean(data, "truth"),
        kind=text(data, "kind"),
        kinds=value(data, "kinds", list_of(as_text)),
        zone=text(data, "zone"),
        level=integer(data, "level"),
        ratio=value(data, "ratio", as_anything),
        size=value(data, "size", as_anything),
        maybe=text(data, "maybe"),
        flags=boolean(data, "flags"),
        odd=value(data, "odd", as_anything),
        extra=data,
    )
