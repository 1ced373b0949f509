"""The rules of Pet."""

from __future__ import annotations

from typing import Any

from .._support.formats import among, is_integer, is_list, is_number, is_object
from .._support.violations import Found

__all__ = ["check_pet"]


def check_pet(fields: Any, found: Found) -> None:
    """Note in `found` which rules of Pet (spec.yaml#/components/schemas/Pet) `fields`
    breaks.
    """
    allowed: tuple[object, ...]
    if not is_object(fields):
        found.refuse((), "type", "object", fields, None)
        return

    if (name := "constant") not in fields:
        found.refuse(name, "required", None, None, None)
    else:
        value = fields[name]
        if value != "pet":
            found.refuse(name, "const", "pet", value, None)

    if (name := "version") in fields:
        value = fields[name]
        if not among(value, (1,)):
            found.refuse(name, "const", 1, value, None)

    if (name := "nothing") in fields:
        value = fields[name]
        if value is not None:
            found.refuse(name, "const", None, value, None)

    if (name := "truth") in fields:
        value = fields[name]
        if value is not True:
            found.refuse(name, "const", True, value, None)

    if (name := "kind") in fields:
        value = fields[name]
        words = "What it is."
        schema = "spec.yaml#/components/schemas/Kind"
        allowed = ("dog", "cat")
        if value not in allowed:
            if isinstance(value, str):
                found.refuse(name, "enum", allowed, value, words, schema)
            else:
                found.refuse(name, "type", "string", value, words, schema)

    if (name := "kinds") in fields:
        value = fields[name]
        schema = "spec.yaml#/components/schemas/Kind"
        if not is_list(value):
            found.refuse(name, "type", "array", value, None)
        else:
            allowed = ("dog", "cat")
            for index, item in enumerate(value):
                if item not in allowed:
                    if isinstance(item, str):
                        found.refuse((name, index), "enum", allowed, item, None, schema)
                    else:
                        found.refuse(
                            (name, index), "type", "string", item, None, schema
                        )

    if (name := "zone") in fields:
        value = fields[name]
        allowed = ("GMT0", "GMT+0", "GMT-0")
        if value not in allowed:
            if isinstance(value, str):
                found.refuse(name, "enum", allowed, value, None)
            else:
                found.refuse(name, "type", "string", value, None)

    if (name := "level") in fields:
        value = fields[name]
        allowed = (1, 2, 3)
        if type(value) is not int and not is_integer(value):
            found.refuse(name, "type", "integer", value, None)
        elif not among(value, allowed):
            found.refuse(name, "enum", allowed, value, None)

    if (name := "ratio") in fields:
        value = fields[name]
        allowed = (0.5, 1)
        if not is_number(value):
            found.refuse(name, "type", "number", value, None)
        elif not among(value, allowed):
            found.refuse(name, "enum", allowed, value, None)

    if (name := "size") in fields:
        value = fields[name]
        allowed = ("s", "m", 1, 2.5, True, None)
        if not among(value, allowed):
            found.refuse(name, "enum", allowed, value, None)

    if (name := "maybe") in fields:
        value = fields[name]
        allowed = ("a", "b", None)
        if not (isinstance(value, str) or value is None):
            found.refuse(name, "type", ("string", "null"), value, None)
        elif value not in allowed:
            found.refuse(name, "enum", allowed, value, None)

    if (name := "flags") in fields:
        value = fields[name]
        allowed = (True,)
        if not isinstance(value, bool):
            found.refuse(name, "type", "boolean", value, None)
        elif value not in allowed:
            found.refuse(name, "enum", allowed, value, None)

    if (name := "odd") in fields:
        value = fields[name]
        allowed = ((1, 2), {"a": 1}, "x")
        if not among(value, allowed):
            found.refuse(name, "enum", allowed, value, None)
