"""The rules of listPets query."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from .._support.formats import is_integer, is_list, is_object
from .._support.violations import Found

__all__ = ["check_list_pets_query"]


def check_list_pets_query(fields: Mapping[str, Any], found: Found) -> None:
    """Note in `found` which rules of the query of listPets `fields` breaks."""
    if (name := "size") in fields:
        value = fields[name]
        words = "How many."
        schema = "spec.yaml#/paths/~1pets/get/parameters/0/schema"
        if type(value) is not int and not is_integer(value):
            found.refuse(name, "type", "integer", value, words, schema)

    if (name := "kinds") in fields:
        value = fields[name]
        if not is_list(value):
            found.refuse(
                name,
                "type",
                "array",
                value,
                None,
                "spec.yaml#/paths/~1pets/get/parameters/1/schema",
            )
        else:
            for index, item in enumerate(value):
                if not isinstance(item, str):
                    found.refuse(
                        (name, index),
                        "type",
                        "string",
                        item,
                        None,
                        "spec.yaml#/paths/~1pets/get/parameters/1/schema/items",
                    )

    if (name := "all") in fields:
        value = fields[name]
        schema = "spec.yaml#/paths/~1pets/get/parameters/2/schema"
        if not isinstance(value, bool):
            found.refuse(name, "type", "boolean", value, None, schema)

    if (name := "none") in fields:
        value = fields[name]
        schema = "spec.yaml#/paths/~1pets/get/parameters/3/schema"
        if not (isinstance(value, str) or value is None):
            found.refuse(name, "type", ("string", "null"), value, None, schema)

    if (name := "on") in fields:
        value = fields[name]
        schema = "spec.yaml#/paths/~1pets/get/parameters/4/schema"
        if not is_object(value):
            found.refuse(name, "type", "object", value, None, schema)
