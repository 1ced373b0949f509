"""What `BranchInput` is."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, ClassVar

from .._support.models import Model, model
from .._support.unset import UNSET, Unset

if TYPE_CHECKING:
    from ..models.egg_input import EggInput
    from ..models.tree_input import TreeInput

__all__ = ["BranchInput"]


@model
class BranchInput(Model):
    """BranchInput."""

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

    length: float | None = None

    next: BranchInput | None = None
