"""What `TreeInput` is."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, ClassVar

from .._support.models import Model, model
from .._support.unset import UNSET, Unset

if TYPE_CHECKING:
    from ..models.branch_input import BranchInput
    from ..models.egg_input import EggInput

__all__ = ["TreeInput"]


@model
class TreeInput(Model):
    """TreeInput."""

    _names: ClassVar[Mapping[str, str]] = {
        "self_": "self",
    }
    _nulls: ClassVar[frozenset[str]] = frozenset({"value"})

    name: str

    self_: TreeInput | None = None

    children: Sequence[TreeInput] | None = None

    by_name: Mapping[str, TreeInput] | None = None

    egg: EggInput | None = None

    value: str | float | Sequence[Any] | Mapping[str, Any] | Unset | None = UNSET

    rows: Sequence[Any] | None = None

    branch: BranchInput | None = None
