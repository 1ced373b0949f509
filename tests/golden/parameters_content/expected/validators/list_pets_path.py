"""The rules of listPets path."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from .._support.formats import is_integer, is_list
from .._support.violations import Found

__all__ = ["check_list_pets_path"]


def check_list_pets_path(fields: Mapping[str, Any], found: Found) -> None:
    """Note in `found` which rules of the path of listPets `fields` breaks."""
    if (name := "key") not in fields:
        found.refuse(
            name,
            "required",
            None,
            None,
            None,
            "spec.yaml#/paths/~1pets~1{key}/get/parameters/0",
        )
    else:
        value = fields[name]
        if not is_list(value):
            found.refuse(
                name,
                "type",
                "array",
                value,
                None,
                "spec.yaml#/paths/~1pets~1{key}/get/parameters/0/content/application~1json/schema",
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
                        "spec.yaml#/paths/~1pets~1{key}/get/parameters/0/content/application~1json/schema/items",
                    )
