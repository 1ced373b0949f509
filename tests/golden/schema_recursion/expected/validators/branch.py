"""The rules of Branch."""

from __future__ import annotations

from typing import Any

from .._support.formats import is_number, is_object
from .._support.violations import Found

__all__ = ["check_branch"]


def check_branch(fields: Any, found: Found) -> None:
    """Note in `found` which rules of Branch (spec.yaml#/components/schemas/Branch)
    `fields` breaks.
    """
    from .tree import check_tree

    check_tree(fields, found.inside((), "spec.yaml#/components/schemas/Tree"))
    if not is_object(fields):
        found.refuse(
            (),
            "type",
            "object",
            fields,
            None,
            "spec.yaml#/components/schemas/Branch/allOf/1",
        )
        return

    if (name := "length") in fields:
        value = fields[name]
        schema = "spec.yaml#/components/schemas/Branch/allOf/1/properties/length"
        if not is_number(value):
            found.refuse(name, "type", "number", value, None, schema)

    if (name := "next") in fields:
        value = fields[name]
        check_branch(value, found.inside(name, "spec.yaml#/components/schemas/Branch"))
