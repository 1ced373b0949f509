"""The rules of CreateCallBody."""

from __future__ import annotations

from typing import Any

from .._support.formats import is_object, matches
from .._support.violations import Found
from .number import is_number_

__all__ = ["check_create_call_body"]


def check_create_call_body(fields: Any, found: Found) -> None:
    """Note in `found` which rules of CreateCallBody
    (spec.yaml#/paths/~1calls/post/requestBody/content/application~1x-www-form-urlencoded/schema)
    `fields` breaks.
    """
    allowed: tuple[object, ...]
    if not is_object(fields):
        found.refuse((), "type", "object", fields, None)
        return

    if (name := "To") not in fields:
        found.refuse(name, "required", None, None, None)
    else:
        value = fields[name]
        if not isinstance(value, str):
            found.refuse(name, "type", "string", value, None)

    if (name := "CallerId") in fields:
        value = fields[name]
        if not isinstance(value, str):
            found.refuse(name, "type", "string", value, None)

    if (name := "Region") in fields:
        value = fields[name]
        if not isinstance(value, str):
            found.refuse(name, "type", "string", value, None)

    if "To" not in fields or is_number_(fields["To"]):
        if (name := "CallerId") in fields:
            value = fields[name]
            words = "A number calls a number."
            schema = "spec.yaml#/components/schemas/Number"
            if not isinstance(value, str):
                found.refuse(
                    name,
                    "type",
                    "string",
                    value,
                    words,
                    schema,
                    because={"To": "is not given or fits Number"},
                )
            elif matches[r"^\+[1-9][0-9]{1,14}\Z"](value) is None:
                found.refuse(
                    name,
                    "pattern",
                    "^\\+[1-9][0-9]{1,14}$",
                    value,
                    words,
                    schema,
                    because={"To": "is not given or fits Number"},
                )

        if (name := "Region") in fields:
            value = fields[name]
            schema = "spec.yaml#/paths/~1calls/post/requestBody/content/application~1x-www-form-urlencoded/schema/then/properties/Region"
            allowed = ("us1", "ie1")
            if value not in allowed:
                found.refuse(
                    name,
                    "enum",
                    allowed,
                    value,
                    None,
                    schema,
                    because={"To": "is not given or fits Number"},
                )
            if isinstance(value, str) and len(value) < 3:
                found.refuse(
                    name,
                    "minLength",
                    3,
                    value,
                    None,
                    schema,
                    because={"To": "is not given or fits Number"},
                )
