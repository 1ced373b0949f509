"""The rules of listPets header."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from .._support.format_times import valid_date_time
from .._support.formats import is_object
from .._support.models import MASKED
from .._support.violations import Found

__all__ = ["check_list_pets_header", "check_list_pets_x_fields"]


def check_list_pets_header(fields: Mapping[str, Any], found: Found) -> None:
    """Note in `found` which rules of the header of listPets `fields` breaks."""
    if (name := "X-Trace") in fields:
        value = fields[name]
        words = "What the logs call it."
        schema = "spec.yaml#/paths/~1pets/get/parameters/0/schema"
        if not isinstance(value, str):
            found.refuse(name, "type", "string", value, words, schema)
        elif len(value) > 20:
            found.refuse(name, "maxLength", 20, value, words, schema)

    if (name := "X-Fields") in fields:
        value = fields[name]
        check_list_pets_x_fields(
            value, found.inside(name, "spec.yaml#/paths/~1pets/get/parameters/1/schema")
        )

    if (name := "If-Modified-Since") not in fields:
        found.refuse(
            name,
            "required",
            None,
            None,
            None,
            "spec.yaml#/paths/~1pets/get/parameters/2",
        )
    else:
        value = fields[name]
        schema = "spec.yaml#/paths/~1pets/get/parameters/2/schema"
        if not isinstance(value, str):
            found.refuse(name, "type", "string", value, None, schema)
        elif not valid_date_time(value):
            found.refuse(name, "format", "date-time", value, None, schema)

    if (name := "Authorization") in fields:
        value = fields[name]
        words = "No security is described."
        schema = "spec.yaml#/paths/~1pets/get/parameters/3/schema"
        if not isinstance(value, str):
            found.refuse(name, "type", "string", MASKED, words, schema)


def check_list_pets_x_fields(fields: Any, found: Found) -> None:
    """Note in `found` which rules of spec.yaml#/paths/~1pets/get/parameters/1/schema
    `fields` breaks.
    """
    if not is_object(fields):
        found.refuse((), "type", "object", fields, None)
        return

    for name, value in fields.items():
        if not isinstance(value, str):
            found.refuse(
                name,
                "type",
                "string",
                value,
                None,
                "spec.yaml#/paths/~1pets/get/parameters/1/schema/additionalProperties",
            )
