"""What `Tree` is."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from typing import TYPE_CHECKING, Any, ClassVar

from .._support.decoders import as_anything, as_number, as_text, list_of, map_of, value
from .._support.models import Model, Promised, model
from .._support.readers import record, records, text
from .._support.unions import first_of
from .._support.unreadable import as_record
from ..models.egg import read_egg

if TYPE_CHECKING:
    from ..models.branch import Branch
    from ..models.egg import Egg
    from ..types.json import Json

__all__ = ["Tree", "read_tree"]


@model
class Tree(Model):
    """Tree."""

    _names: ClassVar[Mapping[str, str]] = {
        "self_": "self",
    }
    _promised = Promised("name")

    name: str | None = None

    self_: Tree | None = None

    children: list[Tree] | None = None

    by_name: dict[str, Tree] | None = None

    egg: Egg | None = None

    value: Json | None = None

    rows: list[Any] | None = None

    branch: Branch | None = None

    extra: Mapping[str, Any] = field(default_factory=dict[str, Any], hash=False)
    """What came and is not described, or not as described, by its wire name."""


def read_tree(data: dict[str, Any]) -> Tree:
    """The `Tree` that the JSON object `data` is; it is used up."""
    from ..models.branch import read_branch

    return Tree(
        name=text(data, "name"),
        self_=record(data, "self", read_tree),
        children=records(data, "children", read_tree),
        by_name=value(data, "by_name", map_of(as_record(read_tree))),
        egg=record(data, "egg", read_egg),
        value=value(
            data,
            "value",
            first_of(map_of(as_anything), list_of(as_anything), as_number, as_text),
        ),
        rows=value(data, "rows", list_of(as_anything)),
        branch=record(data, "branch", read_branch),
        extra=data,
    )
