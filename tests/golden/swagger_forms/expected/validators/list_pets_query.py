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
    if (name := "csv") in fields:
        value = fields[name]
        if not is_list(value):
            found.refuse(
                name,
                "type",
                "array",
                value,
                None,
                "spec.yaml#/paths/~1pets/get/parameters/0",
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
                        "spec.yaml#/paths/~1pets/get/parameters/0/items",
                    )

    if (name := "ssv") in fields:
        value = fields[name]
        if not is_list(value):
            found.refuse(
                name,
                "type",
                "array",
                value,
                None,
                "spec.yaml#/paths/~1pets/get/parameters/1",
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
                        "spec.yaml#/paths/~1pets/get/parameters/1/items",
                    )

    if (name := "tsv") in fields:
        value = fields[name]
        if not is_list(value):
            found.refuse(
                name,
                "type",
                "array",
                value,
                None,
                "spec.yaml#/paths/~1pets/get/parameters/2",
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
                        "spec.yaml#/paths/~1pets/get/parameters/2/items",
                    )

    if (name := "pipes") in fields:
        value = fields[name]
        if not is_list(value):
            found.refuse(
                name,
                "type",
                "array",
                value,
                None,
                "spec.yaml#/paths/~1pets/get/parameters/3",
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
                        "spec.yaml#/paths/~1pets/get/parameters/3/items",
                    )

    if (name := "multi") in fields:
        value = fields[name]
        if not is_list(value):
            found.refuse(
                name,
                "type",
                "array",
                value,
                None,
                "spec.yaml#/paths/~1pets/get/parameters/4",
            )
        else:
            allowed = ("a", "b")
            for index, item in enumerate(value):
                if item not in allowed:
                    if isinstance(item, str):
                        found.refuse(
                            (name, index),
                            "enum",
                            allowed,
                            item,
                            None,
                            "spec.yaml#/paths/~1pets/get/parameters/4/items",
                        )
                    else:
                        found.refuse(
                            (name, index),
                            "type",
                            "string",
                            item,
                            None,
                            "spec.yaml#/paths/~1pets/get/parameters/4/items",
                        )
