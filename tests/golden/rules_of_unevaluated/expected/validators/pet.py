"""The rules of Pet."""

from __future__ import annotations

from typing import Any

from .._support.formats import is_integer, is_list, is_object
from .._support.violations import Found

__all__ = ["check_pet"]


def check_pet(fields: Any, found: Found) -> None:
    """Note in `found` which rules of Pet (spec.yaml#/components/schemas/Pet) `fields`
    breaks.
    """
    if not is_object(fields):
        found.refuse((), "type", "object", fields, None)
        return

    if (name := "name") in fields:
        value = fields[name]
        if not isinstance(value, str):
            found.refuse(name, "type", "string", value, None)

    if (name := "pair") in fields:
        value = fields[name]
        if not is_list(value):
            found.refuse(name, "type", "array", value, None)
        else:
            if len(value) > 0:
                index, item = 0, value[0]
                if not isinstance(item, str):
                    found.refuse(
                        (name, index),
                        "type",
                        "string",
                        item,
                        None,
                        "spec.yaml#/components/schemas/Pet/properties/pair/prefixItems/0",
                    )

            if not any(item == "x" for item in value):
                found.refuse(name, "contains", "'x'", value, None)
            for index, item in enumerate(value):
                if index >= 1 and item != "x":
                    if type(item) is not int and not is_integer(item):
                        found.refuse(
                            (name, index),
                            "type",
                            "integer",
                            item,
                            None,
                            "spec.yaml#/components/schemas/Pet/properties/pair/unevaluatedItems",
                        )
