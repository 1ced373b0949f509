"""The rules of Filter."""

from __future__ import annotations

from typing import Any

from .._support.formats import is_integer, is_list, is_object
from .._support.violations import Found

__all__ = ["check_filter"]


def check_filter(fields: Any, found: Found) -> None:
    """Note in `found` which rules of Filter (spec.yaml#/components/schemas/Filter)
    `fields` breaks.
    """
    if not is_object(fields):
        found.refuse((), "type", "object", fields, None)
        return

    if (name := "owner") not in fields:
        found.refuse(name, "required", None, None, None)
    else:
        value = fields[name]
        if not isinstance(value, str):
            found.refuse(name, "type", "string", value, None)

    if (name := "ages") in fields:
        value = fields[name]
        if not is_list(value):
            found.refuse(name, "type", "array", value, None)
        else:
            for index, item in enumerate(value):
                if type(item) is not int and not is_integer(item):
                    found.refuse((name, index), "type", "integer", item, None)
