"""The rules of NewPet."""

from __future__ import annotations

from typing import Any

from .._support.formats import is_object
from .._support.violations import Found
from .pet import check_pet

__all__ = ["check_new_pet"]


def check_new_pet(fields: Any, found: Found) -> None:
    """Note in `found` which rules of NewPet (spec.yaml#/components/schemas/NewPet)
    `fields` breaks.
    """
    if not is_object(fields):
        found.refuse((), "type", "object", fields, None)
        return

    if (name := "tag") in fields:
        value = fields[name]
        if not isinstance(value, str):
            found.refuse(name, "type", "string", value, None)

    if "name" not in fields:
        found.refuse("name", "required", None, None, None)

    check_pet(fields, found.inside((), "spec.yaml#/components/schemas/Pet"))
    for name, value in fields.items():
        if name not in ("tag",) and name not in ("name", "age"):
            found.refuse(
                name,
                "unevaluatedProperties",
                ("age", "name", "tag"),
                value,
                None,
                "spec.yaml#/components/schemas/NewPet",
            )
