"""The rules of Host."""

from __future__ import annotations

from typing import Any

from .._support.formats import is_integer, is_object
from .._support.trials import fits
from .._support.violations import Found

__all__ = ["check_host", "is_host"]


def check_host(fields: Any, found: Found) -> None:
    """Note in `found` which rules of Host (spec.yaml#/components/schemas/Host) `fields`
    breaks.
    """
    if not is_object(fields):
        found.refuse((), "type", "object", fields, None)
        return

    if (name := "kind") not in fields:
        found.refuse(name, "required", None, None, None)
    else:
        value = fields[name]
        if value != "host":
            found.refuse(name, "const", "host", value, None)

    if (name := "rooms") in fields:
        value = fields[name]
        if type(value) is not int and not is_integer(value):
            found.refuse(name, "type", "integer", value, None)


def is_host(value: Any) -> bool:
    """Whether `value` is Host (spec.yaml#/components/schemas/Host)."""
    return fits(check_host, value)
