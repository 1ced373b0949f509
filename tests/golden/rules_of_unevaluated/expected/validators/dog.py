"""The rules of Dog."""

from __future__ import annotations

from typing import Any

from .._support.formats import is_object
from .._support.violations import Found
from .pet import check_pet

__all__ = ["check_dog"]


def check_dog(fields: Any, found: Found) -> None:
    """Note in `found` which rules of Dog (spec.yaml#/components/schemas/Dog) `fields`
    breaks.
    """
    check_pet(fields, found.inside((), "spec.yaml#/components/schemas/Pet"))
    if not is_object(fields) or "bark" in fields:
        if is_object(fields):
            if (name := "loud") in fields:
                value = fields[name]
                schema = "spec.yaml#/components/schemas/Dog/then/properties/loud"
                if not isinstance(value, bool):
                    found.refuse(
                        name,
                        "type",
                        "boolean",
                        value,
                        None,
                        schema,
                        because={"bark": "is given"},
                    )

    if is_object(fields):
        if (name := "bark") in fields:
            value = fields[name]
            if not isinstance(value, str):
                found.refuse(name, "type", "string", value, None)

        for name, value in fields.items():
            if (
                name not in ("name", "pair")
                and name not in ("bark",)
                and (name not in ("loud",) or "bark" not in fields)
            ):
                found.refuse(
                    name,
                    "unevaluatedProperties",
                    ("bark", "loud", "name", "pair"),
                    value,
                    None,
                    "spec.yaml#/components/schemas/Dog",
                )
