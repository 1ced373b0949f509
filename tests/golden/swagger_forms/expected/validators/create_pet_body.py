"""The rules of CreatePetBody."""

from __future__ import annotations

from typing import Any

from .._support.formats import is_list, is_object
from .._support.violations import Found

__all__ = ["check_create_pet_body"]


def check_create_pet_body(fields: Any, found: Found) -> None:
    """Note in `found` which rules of CreatePetBody
    (spec.yaml#/paths/~1pets/post/parameters/0) `fields` breaks.
    """
    if not is_object(fields):
        found.refuse((), "type", "object", fields, None)
        return

    if (name := "name") not in fields:
        found.refuse(name, "required", None, None, None)
    else:
        value = fields[name]
        schema = "spec.yaml#/paths/~1pets/post/parameters/0"
        if not isinstance(value, str):
            found.refuse(name, "type", "string", value, None, schema)
        elif len(value) > 20:
            found.refuse(name, "maxLength", 20, value, None, schema)

    if (name := "tags") in fields:
        value = fields[name]
        if not is_list(value):
            found.refuse(
                name,
                "type",
                "array",
                value,
                None,
                "spec.yaml#/paths/~1pets/post/parameters/1",
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
                        "spec.yaml#/paths/~1pets/post/parameters/1/items",
                    )

    if (name := "friends") in fields:
        value = fields[name]
        if not is_list(value):
            found.refuse(
                name,
                "type",
                "array",
                value,
                None,
                "spec.yaml#/paths/~1pets/post/parameters/2",
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
                        "spec.yaml#/paths/~1pets/post/parameters/2/items",
                    )
