"""The rules of AddPetJsonBody."""

from __future__ import annotations

from typing import Any

from .._support.formats import is_object
from .._support.violations import Found

__all__ = ["check_add_pet_json_body"]


def check_add_pet_json_body(fields: Any, found: Found) -> None:
    """Note in `found` which rules of AddPetJsonBody
    (spec.yaml#/paths/~1pets/post/requestBody/content/application~1json/schema) `fields`
    breaks.
    """
    if not is_object(fields):
        found.refuse((), "type", "object", fields, None)
        return

    if (name := "name") in fields:
        value = fields[name]
        if not isinstance(value, str):
            found.refuse(name, "type", "string", value, None)
