"""The rules of listPets cookie."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from .._support.formats import is_integer, is_list
from .._support.violations import Found

__all__ = ["check_list_pets_cookie"]


def check_list_pets_cookie(fields: Mapping[str, Any], found: Found) -> None:
    """Note in `found` which rules of the cookie of listPets `fields` breaks."""
    if (name := "session") not in fields:
        found.refuse(
            name,
            "required",
            None,
            None,
            None,
            "spec.yaml#/paths/~1pets/get/parameters/6",
        )
    else:
        value = fields[name]
        schema = "spec.yaml#/paths/~1pets/get/parameters/6/schema"
        if not isinstance(value, str):
            found.refuse(name, "type", "string", value, None, schema)

    if (name := "seen") in fields:
        value = fields[name]
        if not is_list(value):
            found.refuse(
                name,
                "type",
                "array",
                value,
                None,
                "spec.yaml#/paths/~1pets/get/parameters/7/schema",
            )
        else:
            for index, item in enumerate(value):
                if type(item) is not int and not is_integer(item):
                    found.refuse(
                        (name, index),
                        "type",
                        "integer",
                        item,
                        None,
                        "spec.yaml#/paths/~1pets/get/parameters/7/schema/items",
                    )
