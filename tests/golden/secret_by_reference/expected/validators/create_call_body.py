"""The rules of CreateCallBody."""

from __future__ import annotations

from typing import Any

from .._support.formats import is_list, is_object
from .._support.models import MASKED
from .._support.violations import Found

__all__ = ["check_create_call_body"]


def check_create_call_body(fields: Any, found: Found) -> None:
    """Note in `found` which rules of CreateCallBody
    (spec.yaml#/paths/~1calls/post/requestBody/content/application~1x-www-form-urlencoded/schema)
    `fields` breaks.
    """
    if not is_object(fields):
        found.refuse((), "type", "object", MASKED, None)
        return

    if (name := "Pin") in fields:
        value = fields[name]
        schema = "spec.yaml#/components/schemas/Secret"
        if not isinstance(value, str):
            found.refuse(name, "type", "string", MASKED, None, schema)
        elif len(value) > 4:
            found.refuse(name, "maxLength", 4, MASKED, None, schema)

    if (name := "Word") in fields:
        value = fields[name]
        if not isinstance(value, str):
            found.refuse(name, "type", "string", MASKED, None)

    if (name := "Words") in fields:
        value = fields[name]
        if not is_list(value):
            found.refuse(name, "type", "array", MASKED, None)
        else:
            for index, item in enumerate(value):
                if not isinstance(item, str):
                    found.refuse((name, index), "type", "string", MASKED, None)

    if "Pin" in fields:
        if (name := "Word") in fields:
            value = fields[name]
            schema = "spec.yaml#/paths/~1calls/post/requestBody/content/application~1x-www-form-urlencoded/schema/then/properties/Word"
            if isinstance(value, str) and len(value) < 9:
                found.refuse(
                    name,
                    "minLength",
                    9,
                    MASKED,
                    None,
                    schema,
                    because={"Pin": "is given"},
                )
