"""The rules of Tree."""

from __future__ import annotations

from typing import Any

from .._support.formats import is_list, is_object
from .._support.violations import Found
from .egg import check_egg
from .json import check_json
from .rows import check_rows

__all__ = ["check_tree", "check_tree_by_name"]


def check_tree(fields: Any, found: Found) -> None:
    """Note in `found` which rules of Tree (spec.yaml#/components/schemas/Tree) `fields`
    breaks.
    """
    from .branch import check_branch

    if not is_object(fields):
        found.refuse((), "type", "object", fields, None)
        return

    if (name := "name") not in fields:
        found.refuse(name, "required", None, None, None)
    else:
        value = fields[name]
        if not isinstance(value, str):
            found.refuse(name, "type", "string", value, None)
        elif len(value) < 1:
            found.refuse(name, "minLength", 1, value, None)

    if (name := "self") in fields:
        value = fields[name]
        check_tree(value, found.inside(name, "spec.yaml#/components/schemas/Tree"))

    if (name := "children") in fields:
        value = fields[name]
        if not is_list(value):
            found.refuse(name, "type", "array", value, None)
        else:
            for index, item in enumerate(value):
                check_tree(
                    item,
                    found.inside((name, index), "spec.yaml#/components/schemas/Tree"),
                )

    if (name := "by_name") in fields:
        value = fields[name]
        check_tree_by_name(
            value,
            found.inside(name, "spec.yaml#/components/schemas/Tree/properties/by_name"),
        )

    if (name := "egg") in fields:
        value = fields[name]
        check_egg(value, found.inside(name, "spec.yaml#/components/schemas/Egg"))

    if (name := "value") in fields:
        value = fields[name]
        check_json(value, found.inside(name, "spec.yaml#/components/schemas/Json"))

    if (name := "rows") in fields:
        value = fields[name]
        check_rows(value, found.inside(name, "spec.yaml#/components/schemas/Rows"))

    if (name := "branch") in fields:
        value = fields[name]
        check_branch(value, found.inside(name, "spec.yaml#/components/schemas/Branch"))


def check_tree_by_name(fields: Any, found: Found) -> None:
    """Note in `found` which rules of
    spec.yaml#/components/schemas/Tree/properties/by_name `fields` breaks.
    """
    if not is_object(fields):
        found.refuse((), "type", "object", fields, None)
        return

    for name, value in fields.items():
        check_tree(value, found.inside(name, "spec.yaml#/components/schemas/Tree"))
