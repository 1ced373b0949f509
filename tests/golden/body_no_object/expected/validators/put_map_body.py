"""The rules of PutMapBody."""

from __future__ import annotations

from typing import Any

from .._support.formats import is_integer, is_object
from .._support.violations import Found

__all__ = ["check_put_map_body"]


def check_put_map_body(fields: Any, found: Found) -> None:
    """Note in `found` which rules of PutMapBody
    (spec.yaml#/paths/~1map/put/requestBody/content/application~1json/schema) `fields`
    breaks.
    """
    if not is_object(fields):
        found.refuse((), "type", "object", fields, None)
        return

    for name, value in fields.items():
        if type(value) is not int and not is_integer(value):
            found.refuse(
                name,
                "type",
                "integer",
                value,
                None,
                "spec.yaml#/paths/~1map/put/requestBody/content/application~1json/schema/additionalProperties",
            )
        elif value < 0:
            found.refuse(
                name,
                "minimum",
                0,
                value,
                None,
                "spec.yaml#/paths/~1map/put/requestBody/content/application~1json/schema/additionalProperties",
            )
