"""The rules of Change."""

from __future__ import annotations

from typing import Any

from .._support.formats import is_object
from .._support.violations import Found
from .pet import check_pet

__all__ = ["check_change"]


def check_change(fields: Any, found: Found) -> None:
    """Note in `found` which rules of Change (spec.yaml#/components/schemas/Change)
    `fields` breaks.
    """
    if not is_object(fields):
        found.refuse((), "type", "object", fields, None)
        return

    for name, value in fields.items():
        if name not in ("tag",):
            found.refuse(
                name,
                "additionalProperties",
                ("age", "name", "tag"),
                value,
                None,
                "spec.yaml#/components/schemas/Change",
            )

    if (name := "tag") in fields:
        value = fields[name]
        if not isinstance(value, str):
            found.refuse(name, "type", "string", value, None)

    check_pet(fields, found.inside((), "spec.yaml#/components/schemas/Pet"))
