"""The rules of Pet."""

from __future__ import annotations

from typing import Any

from .._support.formats import is_object
from .._support.violations import Found
from .owner import check_owner

__all__ = ["check_pet", "check_pet_owner"]


def check_pet(fields: Any, found: Found) -> None:
    """Note in `found` which rules of Pet (spec.yaml#/components/schemas/Pet) `fields`
    breaks.
    """
    if not is_object(fields):
        found.refuse((), "type", "object", fields, None)
        return

    if (name := "name") in fields:
        value = fields[name]
        words = "What it is called."
        schema = "spec.yaml#/components/schemas/Name"
        if not isinstance(value, str):
            found.refuse(name, "type", "string", value, words, schema)
        elif len(value) < 1:
            found.refuse(name, "minLength", 1, value, words, schema)
        if isinstance(value, str) and len(value) > 20:
            found.refuse(name, "maxLength", 20, value, words)

    if (name := "nick") in fields:
        value = fields[name]
        words = "A name."
        schema = "spec.yaml#/components/schemas/Name"
        if not isinstance(value, str):
            found.refuse(name, "type", "string", value, words, schema)
        elif len(value) < 1:
            found.refuse(name, "minLength", 1, value, words, schema)

    if (name := "owner") in fields:
        value = fields[name]
        check_pet_owner(
            value,
            found.inside(name, "spec.yaml#/components/schemas/Pet/properties/owner"),
        )


def check_pet_owner(fields: Any, found: Found) -> None:
    """Note in `found` which rules of spec.yaml#/components/schemas/Pet/properties/owner
    `fields` breaks.
    """
    check_owner(fields, found.inside((), "spec.yaml#/components/schemas/Owner"))
    if is_object(fields):
        if "name" not in fields:
            found.refuse("name", "required", None, None, None)

        if (name := "phone") in fields:
            value = fields[name]
            if not isinstance(value, str):
                found.refuse(name, "type", "string", value, None)
