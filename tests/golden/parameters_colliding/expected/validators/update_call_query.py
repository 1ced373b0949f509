"""The rules of updateCall query."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from .._support.format_times import valid_date
from .._support.violations import Found

__all__ = ["check_update_call_query"]


def check_update_call_query(fields: Mapping[str, Any], found: Found) -> None:
    """Note in `found` which rules of the query of updateCall `fields` breaks."""
    if (name := "id") in fields:
        value = fields[name]
        schema = "spec.yaml#/paths/~1calls~1{id}/put/parameters/1/schema"
        if not isinstance(value, str):
            found.refuse(name, "type", "string", value, None, schema)

    if (name := "StartTime") in fields:
        value = fields[name]
        schema = "spec.yaml#/paths/~1calls~1{id}/put/parameters/3/schema"
        if not isinstance(value, str):
            found.refuse(name, "type", "string", value, None, schema)
        elif not valid_date(value):
            found.refuse(name, "format", "date", value, None, schema)

    if (name := "StartTime<") in fields:
        value = fields[name]
        schema = "spec.yaml#/paths/~1calls~1{id}/put/parameters/4/schema"
        if not isinstance(value, str):
            found.refuse(name, "type", "string", value, None, schema)
        elif not valid_date(value):
            found.refuse(name, "format", "date", value, None, schema)

    if (name := "StartTime>") in fields:
        value = fields[name]
        schema = "spec.yaml#/paths/~1calls~1{id}/put/parameters/5/schema"
        if not isinstance(value, str):
            found.refuse(name, "type", "string", value, None, schema)
        elif not valid_date(value):
            found.refuse(name, "format", "date", value, None, schema)

    if (name := "server") in fields:
        value = fields[name]
        schema = "spec.yaml#/paths/~1calls~1{id}/put/parameters/6/schema"
        if not isinstance(value, str):
            found.refuse(name, "type", "string", value, None, schema)

    if (name := "defaults") in fields:
        value = fields[name]
        schema = "spec.yaml#/paths/~1calls~1{id}/put/parameters/7/schema"
        if not isinstance(value, str):
            found.refuse(name, "type", "string", value, None, schema)

    if (name := "build") in fields:
        value = fields[name]
        schema = "spec.yaml#/paths/~1calls~1{id}/put/parameters/8/schema"
        if not isinstance(value, str):
            found.refuse(name, "type", "string", value, None, schema)

    if (name := "extra") in fields:
        value = fields[name]
        schema = "spec.yaml#/paths/~1calls~1{id}/put/parameters/9/schema"
        if not isinstance(value, str):
            found.refuse(name, "type", "string", value, None, schema)
