"""The rules of ListBody."""

from __future__ import annotations

from typing import Any

from .._support.formats import is_integer, is_list, is_object
from .._support.violations import Found

__all__ = ["check_list_body", "check_list_item"]


def check_list_body(value: Any, found: Found) -> None:
    """Note in `found` which rules of ListBody
    (spec.yaml#/paths/~1list/put/requestBody/content/application~1json/schema) `value`
    breaks.
    """
    if not is_list(value):
        found.refuse((), "type", "array", value, None)
        return

    if len(value) < 1:
        found.refuse((), "minItems", 1, value, None)
    for index, item in enumerate(value):
        check_list_item(
            item,
            found.inside(
                (index,),
                "spec.yaml#/paths/~1list/put/requestBody/content/application~1json/schema/items",
            ),
        )


def check_list_item(fields: Any, found: Found) -> None:
    """Note in `found` which rules of
    spec.yaml#/paths/~1list/put/requestBody/content/application~1json/schema/items
    `fields` breaks.
    """
    if not is_object(fields):
        found.refuse((), "type", "object", fields, None)
        return

    if (name := "id") not in fields:
        found.refuse(name, "required", None, None, None)
    else:
        value = fields[name]
        if type(value) is not int and not is_integer(value):
            found.refuse(name, "type", "integer", value, None)
