"""The rules of listPets querystring."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from .._support.formats import is_integer, is_list, is_object
from .._support.violations import Found

__all__ = ["check_list_pets_querystring", "check_list_pets_selector"]


def check_list_pets_querystring(fields: Mapping[str, Any], found: Found) -> None:
    """Note in `found` which rules of the querystring of listPets `fields` breaks."""
    if (name := "selector") in fields:
        value = fields[name]
        check_list_pets_selector(
            value,
            found.inside(
                name,
                "spec.yaml#/paths/~1pets/get/parameters/0/content/application~1x-www-form-urlencoded/schema",
            ),
        )


def check_list_pets_selector(fields: Any, found: Found) -> None:
    """Note in `found` which rules of
    spec.yaml#/paths/~1pets/get/parameters/0/content/application~1x-www-form-urlencoded/schema
    `fields` breaks.
    """
    if not is_object(fields):
        found.refuse((), "type", "object", fields, "What is wanted.")
        return

    if (name := "kind") in fields:
        value = fields[name]
        if not isinstance(value, str):
            found.refuse(name, "type", "string", value, None)

    if (name := "ages") in fields:
        value = fields[name]
        if not is_list(value):
            found.refuse(name, "type", "array", value, None)
        else:
            for index, item in enumerate(value):
                if type(item) is not int and not is_integer(item):
                    found.refuse((name, index), "type", "integer", item, None)
