"""The rules of listPets query."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from .._support.formats import is_list
from .._support.violations import Found

__all__ = ["check_list_pets_query"]


def check_list_pets_query(fields: Mapping[str, Any], found: Found) -> None:
    """Note in `found` which rules of the query of listPets `fields` breaks."""
    allowed: tuple[object, ...]
    if (name := "status") in fields:
        value = fields[name]
        words = "How it is with a pet."
        schema = "spec.yaml#/components/schemas/Status"
        allowed = ("new", "sold")
        if value not in allowed:
            if isinstance(value, str):
                found.refuse(name, "enum", allowed, value, words, schema)
            else:
                found.refuse(name, "type", "string", value, words, schema)

    if (name := "tags") in fields:
        value = fields[name]
        if not is_list(value):
            found.refuse(
                name, "type", "array", value, None, "spec.yaml#/components/schemas/Tags"
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
                        "spec.yaml#/components/schemas/Tags/items",
                    )

    if (name := "plain") in fields:
        value = fields[name]
        schema = "spec.yaml#/paths/~1pets/get/parameters/2/schema"
        allowed = ("new", "sold")
        if value not in allowed:
            if isinstance(value, str):
                found.refuse(name, "enum", allowed, value, None, schema)
            else:
                found.refuse(name, "type", "string", value, None, schema)
