"""The rules of CreatePetBody."""

from __future__ import annotations

from itertools import islice
from typing import Any

from .._support.formats import is_integer, is_list, is_object, is_unique
from .._support.violations import Found

__all__ = ["check_create_pet_body", "check_create_pet_row", "check_create_pet_row_item"]


def check_create_pet_body(fields: Any, found: Found) -> None:
    """Note in `found` which rules of CreatePetBody
    (spec.yaml#/paths/~1pets/post/requestBody/content/application~1json/schema) `fields`
    breaks.
    """
    allowed: tuple[object, ...]
    if not is_object(fields):
        found.refuse((), "type", "object", fields, None)
        return

    if (name := "unique") in fields:
        value = fields[name]
        if not is_list(value):
            found.refuse(name, "type", "array", value, None)
        else:
            if not is_unique(value):
                found.refuse(name, "uniqueItems", True, value, None)
            for index, item in enumerate(value):
                if not isinstance(item, str):
                    found.refuse((name, index), "type", "string", item, None)

    if (name := "has") in fields:
        value = fields[name]
        if not is_list(value):
            found.refuse(name, "type", "array", value, None)
        elif not any(item == "dog" for item in value):
            found.refuse(name, "contains", "'dog'", value, None)

    if (name := "two") in fields:
        value = fields[name]
        if not is_list(value):
            found.refuse(name, "type", "array", value, None)
        else:
            if sum(1 for item in value if (is_integer(item) and item >= 5)) < 2:
                found.refuse(
                    name, "minContains", (2, "an integer and at least 5"), value, None
                )
            if sum(1 for item in value if (is_integer(item) and item >= 5)) > 3:
                found.refuse(
                    name, "maxContains", (3, "an integer and at least 5"), value, None
                )

    if (name := "few") in fields:
        value = fields[name]
        if not is_list(value):
            found.refuse(name, "type", "array", value, None)
        elif sum(1 for item in value if isinstance(item, str)) > 1:
            found.refuse(name, "maxContains", (1, "a string"), value, None)

    if (name := "pair") in fields:
        value = fields[name]
        if not is_list(value):
            found.refuse(name, "type", "array", value, None)
        else:
            if len(value) > 0:
                index, item = 0, value[0]
                allowed = ("a", "b")
                if item not in allowed:
                    found.refuse(
                        (name, index),
                        "enum",
                        allowed,
                        item,
                        None,
                        "spec.yaml#/paths/~1pets/post/requestBody/content/application~1json/schema/properties/pair/prefixItems/0",
                    )

            if len(value) > 1:
                index, item = 1, value[1]
                if type(item) is not int and not is_integer(item):
                    found.refuse(
                        (name, index),
                        "type",
                        "integer",
                        item,
                        None,
                        "spec.yaml#/paths/~1pets/post/requestBody/content/application~1json/schema/properties/pair/prefixItems/1",
                    )

            for index, item in islice(enumerate(value), 2, None):
                if not isinstance(item, bool):
                    found.refuse((name, index), "type", "boolean", item, None)

            if len(value) > 4:
                found.refuse(name, "maxItems", 4, value, None)

    if (name := "end") in fields:
        value = fields[name]
        schema = "spec.yaml#/paths/~1pets/post/requestBody/content/application~1json/schema/properties/end/prefixItems/0"
        if not is_list(value):
            found.refuse(name, "type", "array", value, None)
        else:
            if len(value) > 0:
                index, item = 0, value[0]
                if not isinstance(item, str):
                    found.refuse((name, index), "type", "string", item, None, schema)

            for index, item in islice(enumerate(value), 1, None):
                found.refuse((name, index), "false", None, item, None)

    if (name := "rows") in fields:
        value = fields[name]
        if not is_list(value):
            found.refuse(name, "type", "array", value, None)
        else:
            for index, item in enumerate(value):
                check_create_pet_row(
                    item,
                    found.inside(
                        (name, index),
                        "spec.yaml#/paths/~1pets/post/requestBody/content/application~1json/schema/properties/rows/items",
                    ),
                )


def check_create_pet_row(value: Any, found: Found) -> None:
    """Note in `found` which rules of
    spec.yaml#/paths/~1pets/post/requestBody/content/application~1json/schema/properties/rows/items
    `value` breaks.
    """
    if not is_list(value):
        found.refuse((), "type", "array", value, None)
        return

    if len(value) < 1:
        found.refuse((), "minItems", 1, value, None)
    for index, item in enumerate(value):
        check_create_pet_row_item(
            item,
            found.inside(
                (index,),
                "spec.yaml#/paths/~1pets/post/requestBody/content/application~1json/schema/properties/rows/items/items",
            ),
        )


def check_create_pet_row_item(fields: Any, found: Found) -> None:
    """Note in `found` which rules of
    spec.yaml#/paths/~1pets/post/requestBody/content/application~1json/schema/properties/rows/items/items
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
        elif value > 9:
            found.refuse(name, "maximum", 9, value, None)
