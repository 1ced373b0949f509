"""What `TreeInput` is."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, ClassVar

from .._support.models import Model, model
from .._support.unset import UNSET, Unset

if TYPE_CHECKING:
    from ..models.branch import Branch
    from ..models.branch_input import BranchInput
    from ..models.egg import Egg
    from ..models.egg_input import EggInput
    from ..models.tree import Tree
    from ..types.json_input import JsonInput

__all__ = ["TreeInput"]


@model
class TreeInput(Model):
    """TreeInput."""

    _names: ClassVar[Mapping[str, str]] = {
        "self_": "self",
    }
    _nulls: ClassVar[frozenset[str]] = frozenset({"value"})

    name: str

    self_: TreeInput | Tree | None = None

    children: Sequence[TreeInput | Tree] | None = None

    by_name: Mapping[str, TreeInput | Tree] | None = None

    egg: EggInput | Egg | None = None

    value: JsonInput | Unset | None = UNSET

    rows: Sequence[Any] | None = None

    branch: BranchInput | Branch | None = None
