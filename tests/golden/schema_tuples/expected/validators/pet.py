"""The rules of Pet."""

from __future__ import annotations

from itertools import islice
from typing import Any

from .._support.formats import is_integer, is_list, is_number, is_object
from .._support.violations import Found

__all__ = ["check_pet", "check_pet_open_second", "check_pet_grid_item"]


def check_pet(fields: Any, found: Found) -> None:
    """Note in `found` which rules of Pet (spec.yaml#/components/schemas/Pet) `fields`
    breaks.
    """
    if not is_object(fields):
        found.refuse((), "type", "object", fields, None)
        return

    if (name := "place") in fields:
        value = fields[name]
        if not is_list(value):
            found.refuse(name, "type", "array", value, None)
        else:
            if len(value) > 0:
                index, item = 0, value[0]
                if not is_number(item):
                    found.refuse(
                        (name, index),
                        "type",
                        "number",
                        item,
                        None,
                        "spec.yaml#/components/schemas/Pet/properties/place/prefixItems/0",
                    )
                elif item < -90:
                    found.refuse(
                        (name, index),
                        "minimum",
                        -90,
                        item,
                        None,
                        "spec.yaml#/components/schemas/Pet/properties/place/prefixItems/0",
                    )

            if len(value) > 1:
                index, item = 1, value[1]
                if not is_number(item):
                    found.refuse(
                        (name, index),
                        "type",
                        "number",
                        item,
                        None,
                        "spec.yaml#/components/schemas/Pet/properties/place/prefixItems/1",
                    )

            for index, item in islice(enumerate(value), 2, None):
                found.refuse((name, index), "false", None, item, None)

            if len(value) < 2:
                found.refuse(name, "minItems", 2, value, None)

    if (name := "open") in fields:
        value = fields[name]
        schema = "spec.yaml#/components/schemas/Pet/properties/open/prefixItems/0"
        if not is_list(value):
            found.refuse(name, "type", "array", value, None)
        else:
            if len(value) > 0:
                index, item = 0, value[0]
                if not isinstance(item, str):
                    found.refuse((name, index), "type", "string", item, None, schema)

            if len(value) > 1:
                index, item = 1, value[1]
                check_pet_open_second(
                    item,
                    found.inside(
                        (name, index),
                        "spec.yaml#/components/schemas/Pet/properties/open/prefixItems/1",
                    ),
                )

    if (name := "rest") in fields:
        value = fields[name]
        schema = "spec.yaml#/components/schemas/Pet/properties/rest/prefixItems/0"
        if is_list(value):
            if len(value) > 0:
                index, item = 0, value[0]
                if not isinstance(item, str):
                    found.refuse((name, index), "type", "string", item, None, schema)

        if is_list(value):
            for index, item in islice(enumerate(value), 1, None):
                if type(item) is not int and not is_integer(item):
                    found.refuse((name, index), "type", "integer", item, None)
                elif item < 1:
                    found.refuse((name, index), "minimum", 1, item, None)

    if (name := "grid") in fields:
        value = fields[name]
        if not is_list(value):
            found.refuse(name, "type", "array", value, None)
        else:
            for index, item in enumerate(value):
                check_pet_grid_item(
                    item,
                    found.inside(
                        (name, index),
                        "spec.yaml#/components/schemas/Pet/properties/grid/items",
                    ),
                )


def check_pet_open_second(fields: Any, found: Found) -> None:
    """Note in `found` which rules of
    spec.yaml#/components/schemas/Pet/properties/open/prefixItems/1 `fields` breaks.
    """
    if not is_object(fields):
        found.refuse((), "type", "object", fields, None)
        return

    if (name := "a") in fields:
        value = fields[name]
        if type(value) is not int and not is_integer(value):
            found.refuse(name, "type", "integer", value, None)


def check_pet_grid_item(value: Any, found: Found) -> None:
    """Note in `found` which rules of
    spec.yaml#/components/schemas/Pet/properties/grid/items `value` breaks.
    """
    if not is_list(value):
        found.refuse((), "type", "array", value, None)
        return

    for index, item in enumerate(value):
        if type(item) is not int and not is_integer(item):
            found.refuse(
                (index,),
                "type",
                "integer",
                item,
                None,
                "spec.yaml#/components/schemas/Pet/properties/grid/items/items",
            )
