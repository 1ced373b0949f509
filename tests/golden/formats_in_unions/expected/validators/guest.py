"""The rules of Guest."""

from __future__ import annotations

from typing import Any

from .._support.format_times import valid_date_time
from .._support.formats import is_object
from .._support.trials import fits
from .._support.violations import Found
from .days import check_days, tolerate_days

__all__ = ["check_guest", "tolerate_guest", "is_guest", "resembles_guest"]


def check_guest(fields: Any, found: Found) -> None:
    """Note in `found` which rules of Guest (spec.yaml#/components/schemas/Guest)
    `fields` breaks.
    """
    if not is_object(fields):
        found.refuse((), "type", "object", fields, None)
        return

    if (name := "kind") not in fields:
        found.refuse(name, "required", None, None, None)
    else:
        value = fields[name]
        if value != "guest":
            found.refuse(name, "const", "guest", value, None)

    if (name := "since") in fields:
        value = fields[name]
        schema = "spec.yaml#/components/schemas/Moment"
        if not isinstance(value, str):
            found.refuse(name, "type", "string", value, None, schema)
        elif not valid_date_time(value):
            found.refuse(name, "format", "date-time", value, None, schema)

    if (name := "seen") in fields:
        value = fields[name]
        check_days(value, found.inside(name, "spec.yaml#/components/schemas/Days"))


def tolerate_guest(fields: Any, found: Found) -> None:
    """Note in `found` which rules of Guest (spec.yaml#/components/schemas/Guest)
    `fields` breaks.
    """
    if not is_object(fields):
        found.refuse((), "type", "object", fields, None)
        return

    if (name := "kind") not in fields:
        found.refuse(name, "required", None, None, None)
    else:
        value = fields[name]
        if value != "guest":
            found.refuse(name, "const", "guest", value, None)

    if (name := "since") in fields:
        value = fields[name]
        schema = "spec.yaml#/components/schemas/Moment"
        if not isinstance(value, str):
            found.refuse(name, "type", "string", value, None, schema)

    if (name := "seen") in fields:
        value = fields[name]
        tolerate_days(value, found.inside(name, "spec.yaml#/components/schemas/Days"))


def is_guest(value: Any) -> bool:
    """Whether `value` is Guest (spec.yaml#/components/schemas/Guest)."""
    return fits(check_guest, value)


def resembles_guest(value: Any) -> bool:
    """Whether `value` is Guest (spec.yaml#/components/schemas/Guest), whatever its
    formats.
    """
    return fits(tolerate_guest, value)
