"""The rules of NamedTree."""

from __future__ import annotations

from typing import Any

from .._support.formats import is_object
from .._support.violations import Found

__all__ = ["check_named_tree"]


def check_named_tree(fields: Any, found: Found) -> None:
    """Note in `found` which rules of NamedTree
    (spec.yaml#/components/schemas/NamedTree) `fields` breaks.
    """
    from .tree import check_tree

    check_tree(fields, found.inside((), "spec.yaml#/components/schemas/Tree"))
    if is_object(fields):
        if (name := "name") not in fields:
            found.refuse(name, "required", None, None, None)
        else:
            value = fields[name]
            if not isinstance(value, str):
                found.refuse(name, "type", "string", value, None)
