"""The rules of AgesPayload."""

from __future__ import annotations

from typing import Any

from .._support.formats import is_integer, is_list
from .._support.violations import Found

__all__ = ["check_ages_payload"]


def check_ages_payload(value: Any, found: Found) -> None:
    """Note in `found` which rules of AgesPayload
    (spec.yaml#/webhooks/ages/post/requestBody/content/application~1json/schema) `value`
    breaks.
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
                "spec.yaml#/webhooks/ages/post/requestBody/content/application~1json/schema/items",
            )
        elif item < 0:
            found.refuse(
                (index,),
                "minimum",
                0,
                item,
                None,
                "spec.yaml#/webhooks/ages/post/requestBody/content/application~1json/schema/items",
            )
