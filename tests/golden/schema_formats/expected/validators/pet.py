"""The rules of Pet."""

from __future__ import annotations

from typing import Any

from .._support.bodies import is_binary
from .._support.format_names import valid_email
from .._support.format_numbers import (
    valid_decimal,
    valid_double,
    valid_int32,
    valid_int64,
)
from .._support.format_texts import valid_base64_of_any_kind, valid_uuid
from .._support.format_times import (
    valid_date,
    valid_date_time,
    valid_duration,
    valid_rfc_2822,
)
from .._support.format_uris import valid_uri_reference
from .._support.formats import is_integer, is_list, is_number, is_object
from .._support.models import MASKED
from .._support.violations import Found

__all__ = ["check_pet"]


def check_pet(fields: Any, found: Found) -> None:
    """Note in `found` which rules of Pet (spec.yaml#/components/schemas/Pet) `fields`
    breaks.
    """
    if not is_object(fields):
        found.refuse((), "type", "object", MASKED, None)
        return

    if (name := "date") in fields:
        value = fields[name]
        if not isinstance(value, str):
            found.refuse(name, "type", "string", value, None)
        elif not valid_date(value):
            found.refuse(name, "format", "date", value, None)

    if (name := "date_time") in fields:
        value = fields[name]
        if not isinstance(value, str):
            found.refuse(name, "type", "string", value, None)
        elif not valid_date_time(value):
            found.refuse(name, "format", "date-time", value, None)

    if (name := "rfc_2822") in fields:
        value = fields[name]
        if not isinstance(value, str):
            found.refuse(name, "type", "string", value, None)
        elif not valid_rfc_2822(value):
            found.refuse(name, "format", "date-time-rfc-2822", value, None)

    if (name := "uuid") in fields:
        value = fields[name]
        if not isinstance(value, str):
            found.refuse(name, "type", "string", value, None)
        elif not valid_uuid(value):
            found.refuse(name, "format", "uuid", value, None)

    if (name := "byte") in fields:
        value = fields[name]
        if not isinstance(value, str):
            found.refuse(name, "type", "string", value, None)
        elif not valid_base64_of_any_kind(value):
            found.refuse(name, "format", "byte", value, None)

    if (name := "base64") in fields:
        value = fields[name]
        if not isinstance(value, str):
            found.refuse(name, "type", "string", value, None)

    if (name := "decimal") in fields:
        value = fields[name]
        if not isinstance(value, str):
            found.refuse(name, "type", "string", value, None)
        elif not valid_decimal(value):
            found.refuse(name, "format", "decimal", value, None)

    if (name := "binary") in fields:
        value = fields[name]
        if not is_binary(value):
            found.refuse(name, "type", "binary", value, None)

    if (name := "duration") in fields:
        value = fields[name]
        if not isinstance(value, str):
            found.refuse(name, "type", "string", value, None)
        elif not valid_duration(value):
            found.refuse(name, "format", "duration", value, None)

    if (name := "email") in fields:
        value = fields[name]
        if not isinstance(value, str):
            found.refuse(name, "type", "string", value, None)
        elif not valid_email(value):
            found.refuse(name, "format", "email", value, None)

    if (name := "uri") in fields:
        value = fields[name]
        if not isinstance(value, str):
            found.refuse(name, "type", "string", value, None)
        elif not valid_uri_reference(value):
            found.refuse(name, "format", "uri", value, None)

    if (name := "password") in fields:
        value = fields[name]
        if not isinstance(value, str):
            found.refuse(name, "type", "string", MASKED, None)

    if (name := "unknown") in fields:
        value = fields[name]
        if not isinstance(value, str):
            found.refuse(name, "type", "string", value, None)

    if (name := "int32") in fields:
        value = fields[name]
        if type(value) is not int and not is_integer(value):
            found.refuse(name, "type", "integer", value, None)
        elif not valid_int32(value):
            found.refuse(name, "format", "int32", value, None)

    if (name := "int64") in fields:
        value = fields[name]
        if type(value) is not int and not is_integer(value):
            found.refuse(name, "type", "integer", value, None)
        elif not valid_int64(value):
            found.refuse(name, "format", "int64", value, None)

    if (name := "double") in fields:
        value = fields[name]
        if not is_number(value):
            found.refuse(name, "type", "number", value, None)
        elif not valid_double(value):
            found.refuse(name, "format", "double", value, None)

    if (name := "dates") in fields:
        value = fields[name]
        if not is_list(value):
            found.refuse(name, "type", "array", value, None)
        else:
            for index, item in enumerate(value):
                if not isinstance(item, str):
                    found.refuse((name, index), "type", "string", item, None)
                elif not valid_date(item):
                    found.refuse((name, index), "format", "date", item, None)

    if (name := "uuid_or_null") in fields:
        value = fields[name]
        if not (isinstance(value, str) or value is None):
            found.refuse(name, "type", ("string", "null"), value, None)
        elif isinstance(value, str) and not valid_uuid(value):
            found.refuse(name, "format", "uuid", value, None)

    if (name := "untyped") in fields:
        value = fields[name]
        if isinstance(value, str) and not valid_date(value):
            found.refuse(name, "format", "date", value, None)
