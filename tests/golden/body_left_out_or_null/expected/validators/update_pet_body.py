"""The rules of UpdatePetBody."""

from __future__ import annotations

from typing import Any

from .._support.formats import is_object
from .._support.violations import Found
from .inner import check_inner

__all__ = ["check_update_pet_body"]


def check_update_pet_body(fields: Any, found: Found) -> None:
    """Note in `found` which rules of UpdatePetBody
    (spec.yaml#/paths/~1pets~1{id}/patch/requestBody/content/application~1json/schema)
    `fields` breaks.
    """
    if not is_object(fields):
        found.refuse((), "type", "object", fields, None)
        return

    if (name := "needed") not in fields:
        found.refuse(name, "required", None, None, None)
    else:
        value = fields[name]
        if not isinstance(value, str):
            found.refuse(name, "type", "string", value, None)

    if (name := "neededOrNull") not in fields:
        found.refuse(name, "required", None, None, None)
    else:
        value = fields[name]
        if not (isinstance(value, str) or value is None):
            found.refuse(name, "type", ("string", "null"), value, None)

    if (name := "optional") in fields:
        value = fields[name]
        if not isinstance(value, str):
            found.refuse(name, "type", "string", value, None)

    if (name := "optionalOrNull") in fields:
        value = fields[name]
        words = "Null takes it away."
        if not (isinstance(value, str) or value is None):
            found.refuse(name, "type", ("string", "null"), value, words)

    if (name := "inner") in fields:
        value = fields[name]
        check_inner(value, found.inside(name, "spec.yaml#/components/schemas/Inner"))
