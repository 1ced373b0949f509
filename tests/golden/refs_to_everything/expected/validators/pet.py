"""The rules of Pet."""

from __future__ import annotations

from typing import Any

from .._support.formats import is_integer, is_object
from .._support.violations import Found

__all__ = ["check_pet"]


def check_pet(fields: Any, found: Found) -> None:
    """Note in `found` which rules of Pet (spec.yaml#/components/schemas/Pet) `fields`
    breaks.
    """
    from .application_json_schema import check_application_json_schema

    if not is_object(fields):
        found.refuse((), "type", "object", fields, None)
        return

    if (name := "name") in fields:
        value = fields[name]
        if not isinstance(value, str):
            found.refuse(name, "type", "string", value, None)

    if (name := "size") in fields:
        value = fields[name]
        schema = "common.json#/schemas/Size"
        if type(value) is not int and not is_integer(value):
            found.refuse(name, "type", "integer", value, None, schema)
        elif value > 100:
            found.refuse(name, "maximum", 100, value, None, schema)

    if (name := "friend") in fields:
        value = fields[name]
        check_application_json_schema(
            value,
            found.inside(
                name,
                "spec.yaml#/components/responses/Pets/content/application~1json/schema",
            ),
        )

    if (name := "first") in fields:
        value = fields[name]
        schema = "spec.yaml#/components/schemas/Pet/properties/name"
        if not isinstance(value, str):
            found.refuse(name, "type", "string", value, None, schema)
