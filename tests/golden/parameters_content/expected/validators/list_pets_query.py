"""The rules of listPets query."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from .._support.format_times import valid_date
from .._support.formats import is_integer, is_object
from .._support.violations import Found

__all__ = ["check_list_pets_query", "check_list_pets_filter"]


def check_list_pets_query(fields: Mapping[str, Any], found: Found) -> None:
    """Note in `found` which rules of the query of listPets `fields` breaks."""
    if (name := "filter") in fields:
        value = fields[name]
        check_list_pets_filter(
            value,
            found.inside(
                name,
                "spec.yaml#/paths/~1pets~1{key}/get/parameters/1/content/application~1json/schema",
            ),
        )

    if "any" not in fields:
        found.refuse(
            "any",
            "required",
            None,
            None,
            None,
            "spec.yaml#/paths/~1pets~1{key}/get/parameters/2",
        )


def check_list_pets_filter(fields: Any, found: Found) -> None:
    """Note in `found` which rules of
    spec.yaml#/paths/~1pets~1{key}/get/parameters/1/content/application~1json/schema
    `fields` breaks.
    """
    if not is_object(fields):
        found.refuse((), "type", "object", fields, None)
        return

    if (name := "age") in fields:
        value = fields[name]
        if type(value) is not int and not is_integer(value):
            found.refuse(name, "type", "integer", value, None)
        elif value < 0:
            found.refuse(name, "minimum", 0, value, None)

    if (name := "born") in fields:
        value = fields[name]
        if not isinstance(value, str):
            found.refuse(name, "type", "string", value, None)
        elif not valid_date(value):
            found.refuse(name, "format", "date", value, None)
