"""What `CatInput` is."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, ClassVar, Literal

from .._support.models import Model, model
from .._support.unset import UNSET, Unset

if TYPE_CHECKING:
    from ..types.pet import Pet
    from ..types.pet_input import PetInput
    from ..types.status import Status
    from ..types.why import Why

__all__ = ["CatInput"]


@model
class CatInput(Model):
    """CatInput."""

    _nulls: ClassVar[frozenset[str]] = frozenset({"was", "why", "friend"})

    kind: Literal["cat"]

    status: Status
    """How it is with a pet."""

    state: Status | None = None
    """The same by another name."""

    was: Status | Unset | None = UNSET

    why: Why | Unset | None = UNSET

    states: Sequence[Status] | None = None

    friend: PetInput | Pet | Unset | None = UNSET

    by_name: Mapping[str, PetInput | Pet] | None = None
