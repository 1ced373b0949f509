"""What `DogInput` is."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, ClassVar, Literal

from .._support.models import Model, model
from .._support.unset import UNSET, Unset

if TYPE_CHECKING:
    from ..types.json_input import JsonInput
    from ..types.when import When

__all__ = ["DogInput"]


@model
class DogInput(Model):
    """DogInput."""

    _nulls: ClassVar[frozenset[str]] = frozenset({"notes", "comment"})

    kind: Literal["dog"]

    since: When | str | None = None

    notes: JsonInput | Unset | None = UNSET

    counts: Mapping[str, int] | None = None

    comment: str | Unset | None = UNSET
