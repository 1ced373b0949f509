"""The rules of Tree."""

from __future__ import annotations

from typing import Any

from .._support.formats import is_list, is_object
from .._support.violations import Found

__all__ = ["check_tree"]


def check_tree(fields: Any, found: Found) -> None:
    """Note in `found` which rules of Tree (spec.yaml#/components/schemas/Tree) `fields`
    breaks.
    """
    from .named_tree import check_named_tree

    if not is_object(fields):
        found.refuse((), "type", "object", fields, None)
        return

    if (name := "children") in fields:
        value = fields[name]
        if not is_list(value):
            found.refuse(name, "type", "array", value, None)
        else:
            for index, item in enumerate(value):
                check_named_tree(
                    item,
                    found.inside(
                        (name, index), "spec.yaml#/components/schemas/NamedTree"
                    ),
                )
