"""The rules of Inner."""

from __future__ import annotations

from typing import Any

from .._support.formats import is_integer, is_object
from .._support.violations import Found

__all__ = ["check_inner"]


def check_inner(fields: Any, found: Found) -> None:
    """Note in `found` which rules of Inner (spec.yaml#/components/schemas/Inner)
    `fields` breaks.
    """
    if not (is_object(fields) or fields is None):
        found.refuse((), "type", ("object", "null"), fields, None)
        return

    if is_object(fields):
        if (name := "a") not in fields:
            found.refuse(name, "required", None, None, None)
        else:
            value = fields[name]
            if not (is_integer(value) or value is None):
                found.refuse(name, "type", ("integer", "null"), value, None)

        if (name := "b") in fields:
            value = fields[name]
            if not (is_integer(value) or value is None):
                found.refuse(name, "type", ("integer", "null"), value, None)

        if (name := "c") in fields:
            value = fields[name]
            if type(value) is not int and not is_integer(value):
                found.refuse(name, "type", "integer", value, None)
