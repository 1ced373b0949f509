"""The rules of fetchPet path."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from .._support.encoding import is_segment
from .._support.formats import is_integer, is_list, is_object
from .._support.violations import Found

__all__ = ["check_fetch_pet_path", "check_fetch_pet_point"]


def check_fetch_pet_path(fields: Mapping[str, Any], found: Found) -> None:
    """Note in `found` which rules of the path of fetchPet `fields` breaks."""
    if (name := "id") not in fields:
        found.refuse(
            name,
            "required",
            None,
            None,
            None,
            "spec.yaml#/paths/~1pets~1{id}~1{parts}~1x{label}~1{matrix}~1{point}.json/get/parameters/0",
        )
    else:
        value = fields[name]
        schema = "spec.yaml#/paths/~1pets~1{id}~1{parts}~1x{label}~1{matrix}~1{point}.json/get/parameters/0/schema"
        if type(value) is not int and not is_integer(value):
            found.refuse(name, "type", "integer", value, None, schema)
        elif value < 1:
            found.refuse(name, "minimum", 1, value, None, schema)
        if not is_segment(value):
            found.refuse(
                name,
                "segment",
                None,
                value,
                None,
                "spec.yaml#/paths/~1pets~1{id}~1{parts}~1x{label}~1{matrix}~1{point}.json/get/parameters/0",
            )

    if (name := "parts") not in fields:
        found.refuse(
            name,
            "required",
            None,
            None,
            None,
            "spec.yaml#/paths/~1pets~1{id}~1{parts}~1x{label}~1{matrix}~1{point}.json/get/parameters/1",
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
                "spec.yaml#/paths/~1pets~1{id}~1{parts}~1x{label}~1{matrix}~1{point}.json/get/parameters/1/schema",
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
                        "spec.yaml#/paths/~1pets~1{id}~1{parts}~1x{label}~1{matrix}~1{point}.json/get/parameters/1/schema/items",
                    )

    if (name := "label") not in fields:
        found.refuse(
            name,
            "required",
            None,
            None,
            None,
            "spec.yaml#/paths/~1pets~1{id}~1{parts}~1x{label}~1{matrix}~1{point}.json/get/parameters/2",
        )
    else:
        value = fields[name]
        schema = "spec.yaml#/paths/~1pets~1{id}~1{parts}~1x{label}~1{matrix}~1{point}.json/get/parameters/2/schema"
        if not isinstance(value, str):
            found.refuse(name, "type", "string", value, None, schema)

    if (name := "matrix") not in fields:
        found.refuse(
            name,
            "required",
            None,
            None,
            None,
            "spec.yaml#/paths/~1pets~1{id}~1{parts}~1x{label}~1{matrix}~1{point}.json/get/parameters/3",
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
                "spec.yaml#/paths/~1pets~1{id}~1{parts}~1x{label}~1{matrix}~1{point}.json/get/parameters/3/schema",
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
                        "spec.yaml#/paths/~1pets~1{id}~1{parts}~1x{label}~1{matrix}~1{point}.json/get/parameters/3/schema/items",
                    )

    if (name := "point") not in fields:
        found.refuse(
            name,
            "required",
            None,
            None,
            None,
            "spec.yaml#/paths/~1pets~1{id}~1{parts}~1x{label}~1{matrix}~1{point}.json/get/parameters/4",
        )
    else:
        value = fields[name]
        check_fetch_pet_point(
            value,
            found.inside(
                name,
                "spec.yaml#/paths/~1pets~1{id}~1{parts}~1x{label}~1{matrix}~1{point}.json/get/parameters/4/schema",
            ),
        )


def check_fetch_pet_point(fields: Any, found: Found) -> None:
    """Note in `found` which rules of
    spec.yaml#/paths/~1pets~1{id}~1{parts}~1x{label}~1{matrix}~1{point}.json/get/parameters/4/schema
    `fields` breaks.
    """
    if not is_object(fields):
        found.refuse((), "type", "object", fields, None)
        return

    if (name := "x") not in fields:
        found.refuse(name, "required", None, None, None)
    else:
        value = fields[name]
        if type(value) is not int and not is_integer(value):
            found.refuse(name, "type", "integer", value, None)

    if (name := "y") in fields:
        value = fields[name]
        if type(value) is not int and not is_integer(value):
            found.refuse(name, "type", "integer", value, None)
