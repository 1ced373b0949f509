"""The rules of Call."""

from __future__ import annotations

from typing import Any

from .._support.formats import is_object
from .._support.violations import Found
from .tree import check_tree

__all__ = ["check_call", "check_call_to"]


def check_call(fields: Any, found: Found) -> None:
    """Note in `found` which rules of Call (spec.yaml#/components/schemas/Call) `fields`
    breaks.
    """
    if not is_object(fields):
        found.refuse((), "type", "object", fields, None)
        return

    if (name := "To") in fields:
        value = fields[name]
        check_call_to(
            value,
            found.inside(name, "spec.yaml#/components/schemas/Call/properties/To"),
        )

    if (name := "Next") in fields:
        value = fields[name]
        check_call(value, found.inside(name, "spec.yaml#/components/schemas/Call"))

    if (name := "Tree") in fields:
        value = fields[name]
        check_tree(value, found.inside(name, "spec.yaml#/components/schemas/Tree"))

    if "To" in fields and "Next" in fields:
        found.refuse((), "not", [("To", "Next")], [*fields], None)


def check_call_to(fields: Any, found: Found) -> None:
    """Note in `found` which rules of spec.yaml#/components/schemas/Call/properties/To
    `fields` breaks.
    """
    if not isinstance(fields, str):
        found.refuse((), "type", "string", fields, None)
        return
