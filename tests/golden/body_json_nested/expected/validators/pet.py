"""The rules of Pet."""

from __future__ import annotations

from typing import Any

from .._support.format_times import valid_date
from .._support.formats import is_list, is_object
from .._support.violations import Found
from .owner import check_owner
from .toy import check_toy

__all__ = ["check_pet", "check_pet_chip", "check_pet_toys"]


def check_pet(fields: Any, found: Found) -> None:
    """Note in `found` which rules of Pet (spec.yaml#/components/schemas/Pet) `fields`
    breaks.
    """
    if not is_object(fields):
        found.refuse((), "type", "object", fields, "A pet.")
        return

    words = "What it is called."
    if (name := "name") not in fields:
        found.refuse(name, "required", None, None, words)
    else:
        value = fields[name]
        if not isinstance(value, str):
            found.refuse(name, "type", "string", value, words)
        elif len(value) < 1:
            found.refuse(name, "minLength", 1, value, words)

    words = "Who keeps it."
    if (name := "owner") not in fields:
        found.refuse(name, "required", None, None, words)
    else:
        value = fields[name]
        check_owner(value, found.inside(name, "spec.yaml#/components/schemas/Owner"))

    if (name := "friends") in fields:
        value = fields[name]
        if not is_list(value):
            found.refuse(name, "type", "array", value, None)
        else:
            for index, item in enumerate(value):
                check_owner(
                    item,
                    found.inside((name, index), "spec.yaml#/components/schemas/Owner"),
                )

    if (name := "chip") in fields:
        value = fields[name]
        check_pet_chip(
            value,
            found.inside(name, "spec.yaml#/components/schemas/Pet/properties/chip"),
        )

    if (name := "toys") in fields:
        value = fields[name]
        check_pet_toys(
            value,
            found.inside(name, "spec.yaml#/components/schemas/Pet/properties/toys"),
        )


def check_pet_chip(fields: Any, found: Found) -> None:
    """Note in `found` which rules of spec.yaml#/components/schemas/Pet/properties/chip
    `fields` breaks.
    """
    if not is_object(fields):
        found.refuse((), "type", "object", fields, None)
        return

    if (name := "code") not in fields:
        found.refuse(name, "required", None, None, None)
    else:
        value = fields[name]
        if not isinstance(value, str):
            found.refuse(name, "type", "string", value, None)

    if (name := "since") in fields:
        value = fields[name]
        if not isinstance(value, str):
            found.refuse(name, "type", "string", value, None)
        elif not valid_date(value):
            found.refuse(name, "format", "date", value, None)


def check_pet_toys(fields: Any, found: Found) -> None:
    """Note in `found` which rules of spec.yaml#/components/schemas/Pet/properties/toys
    `fields` breaks.
    """
    if not is_object(fields):
        found.refuse((), "type", "object", fields, None)
        return

    for name, value in fields.items():
        check_toy(value, found.inside(name, "spec.yaml#/components/schemas/Toy"))
