"""The rules of listPets query."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from .._support.format_times import valid_date
from .._support.formats import is_integer, is_list, is_number, is_object
from .._support.violations import Found
from .filter import check_filter

__all__ = ["check_list_pets_query", "check_list_pets_page", "check_list_pets_area"]


def check_list_pets_query(fields: Mapping[str, Any], found: Found) -> None:
    """Note in `found` which rules of the query of listPets `fields` breaks."""
    if (name := "kinds") in fields:
        value = fields[name]
        if not is_list(value):
            found.refuse(
                name,
                "type",
                "array",
                value,
                None,
                "spec.yaml#/paths/~1pets/get/parameters/0/schema",
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
                        "spec.yaml#/paths/~1pets/get/parameters/0/schema/items",
                    )

    if (name := "names") in fields:
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

    if (name := "ids") in fields:
        value = fields[name]
        if not is_list(value):
            found.refuse(
                name,
                "type",
                "array",
                value,
                None,
                "spec.yaml#/paths/~1pets/get/parameters/2/schema",
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
                        "spec.yaml#/paths/~1pets/get/parameters/2/schema/items",
                    )

    if (name := "tags") in fields:
        value = fields[name]
        if not is_list(value):
            found.refuse(
                name,
                "type",
                "array",
                value,
                None,
                "spec.yaml#/paths/~1pets/get/parameters/3/schema",
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
                        "spec.yaml#/paths/~1pets/get/parameters/3/schema/items",
                    )

    if (name := "page") in fields:
        value = fields[name]
        check_list_pets_page(
            value, found.inside(name, "spec.yaml#/paths/~1pets/get/parameters/4/schema")
        )

    if (name := "area") in fields:
        value = fields[name]
        check_list_pets_area(
            value, found.inside(name, "spec.yaml#/paths/~1pets/get/parameters/5/schema")
        )

    if (name := "filter") in fields:
        value = fields[name]
        check_filter(value, found.inside(name, "spec.yaml#/components/schemas/Filter"))

    if (name := "path") in fields:
        value = fields[name]
        schema = "spec.yaml#/paths/~1pets/get/parameters/7/schema"
        if not isinstance(value, str):
            found.refuse(name, "type", "string", value, None, schema)

    if (name := "all") in fields:
        value = fields[name]
        schema = "spec.yaml#/paths/~1pets/get/parameters/8/schema"
        if not isinstance(value, bool):
            found.refuse(name, "type", "boolean", value, None, schema)

    if (name := "since") not in fields:
        found.refuse(
            name,
            "required",
            None,
            None,
            None,
            "spec.yaml#/paths/~1pets/get/parameters/9",
        )
    else:
        value = fields[name]
        schema = "spec.yaml#/paths/~1pets/get/parameters/9/schema"
        if not isinstance(value, str):
            found.refuse(name, "type", "string", value, None, schema)
        elif not valid_date(value):
            found.refuse(name, "format", "date", value, None, schema)


def check_list_pets_page(fields: Any, found: Found) -> None:
    """Note in `found` which rules of spec.yaml#/paths/~1pets/get/parameters/4/schema
    `fields` breaks.
    """
    if not is_object(fields):
        found.refuse((), "type", "object", fields, "The page wanted.")
        return

    if (name := "size") in fields:
        value = fields[name]
        if type(value) is not int and not is_integer(value):
            found.refuse(name, "type", "integer", value, None)
        elif value > 100:
            found.refuse(name, "maximum", 100, value, None)

    if (name := "after") in fields:
        value = fields[name]
        if not isinstance(value, str):
            found.refuse(name, "type", "string", value, None)


def check_list_pets_area(fields: Any, found: Found) -> None:
    """Note in `found` which rules of spec.yaml#/paths/~1pets/get/parameters/5/schema
    `fields` breaks.
    """
    if not is_object(fields):
        found.refuse((), "type", "object", fields, None)
        return

    for name, value in fields.items():
        if not is_number(value):
            found.refuse(
                name,
                "type",
                "number",
                value,
                None,
                "spec.yaml#/paths/~1pets/get/parameters/5/schema/additionalProperties",
            )
