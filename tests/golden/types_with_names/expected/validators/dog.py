"""The rules of Dog."""

from __future__ import annotations

from typing import Any

from .._support.formats import is_object
from .._support.trials import fits
from .._support.violations import Found
from .counts import check_counts
from .json import check_json
from .when import check_when, tolerate_when

__all__ = ["check_dog", "tolerate_dog", "is_dog", "resembles_dog"]


def check_dog(fields: Any, found: Found) -> None:
    """Note in `found` which rules of Dog (spec.yaml#/components/schemas/Dog) `fields`
    breaks.
    """
    if not is_object(fields):
        found.refuse((), "type", "object", fields, None)
        return

    if (name := "kind") not in fields:
        found.refuse(name, "required", None, None, None)
    else:
        value = fields[name]
        if value != "dog":
            found.refuse(name, "const", "dog", value, None)

    if (name := "since") in fields:
        value = fields[name]
        check_when(value, found.inside(name, "spec.yaml#/components/schemas/When"))

    if (name := "notes") in fields:
        value = fields[name]
        check_json(value, found.inside(name, "spec.yaml#/components/schemas/Json"))

    if (name := "counts") in fields:
        value = fields[name]
        check_counts(value, found.inside(name, "spec.yaml#/components/schemas/Counts"))

    if (name := "comment") in fields:
        value = fields[name]
        schema = "spec.yaml#/components/schemas/Comment"
        if not (isinstance(value, str) or value is None):
            found.refuse(name, "type", ("string", "null"), value, None, schema)


def tolerate_dog(fields: Any, found: Found) -> None:
    """Note in `found` which rules of Dog (spec.yaml#/components/schemas/Dog) `fields`
    breaks.
    """
    if not is_object(fields):
        found.refuse((), "type", "object", fields, None)
        return

    if (name := "kind") not in fields:
        found.refuse(name, "required", None, None, None)
    else:
        value = fields[name]
        if value != "dog":
            found.refuse(name, "const", "dog", value, None)

    if (name := "since") in fields:
        value = fields[name]
        tolerate_when(value, found.inside(name, "spec.yaml#/components/schemas/When"))

    if (name := "notes") in fields:
        value = fields[name]
        check_json(value, found.inside(name, "spec.yaml#/components/schemas/Json"))

    if (name := "counts") in fields:
        value = fields[name]
        check_counts(value, found.inside(name, "spec.yaml#/components/schemas/Counts"))

    if (name := "comment") in fields:
        value = fields[name]
        schema = "spec.yaml#/components/schemas/Comment"
        if not (isinstance(value, str) or value is None):
            found.refuse(name, "type", ("string", "null"), value, None, schema)


def is_dog(value: Any) -> bool:
    """Whether `value` is Dog (spec.yaml#/components/schemas/Dog)."""
    return fits(check_dog, value)


def resembles_dog(value: Any) -> bool:
    """Whether `value` is Dog (spec.yaml#/components/schemas/Dog), whatever its formats."""
    return fits(tolerate_dog, value)
