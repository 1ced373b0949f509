"""The rules of AddPetBody."""

from __future__ import annotations

from typing import Any

from .._support.formats import is_integer, is_object
from .._support.violations import Found

__all__ = ["check_add_pet_body"]


def check_add_pet_body(fields: Any, found: Found) -> None:
    """Note in `found` which rules of AddPetBody
    (spec.yaml#/paths/~1whole/post/requestBody/content/application~1json/schema)
    `fields` breaks.
    """
    if not is_object(fields):
        found.refuse((), "type", "object", fields, None)
        return

    if (name := "kind") not in fields:
        found.refuse(name, "required", None, None, None)
    else:
        value = fields[name]
        if not isinstance(value, str):
            found.refuse(name, "type", "string", value, None)

    if (name := "age") in fields:
        value = fields[name]
        if type(value) is not int and not is_integer(value):
            found.refuse(name, "type", "integer", value, None)
