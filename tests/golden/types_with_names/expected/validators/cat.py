"""The rules of Cat."""

from __future__ import annotations

from typing import Any

from .._support.formats import is_list, is_object
from .._support.trials import fits
from .._support.violations import Found
from .why import check_why

__all__ = [
    "check_cat",
    "tolerate_cat",
    "check_cat_by_name_model",
    "check_cat_by_name",
    "is_cat",
    "resembles_cat",
]


def check_cat(fields: Any, found: Found) -> None:
    """Note in `found` which rules of Cat (spec.yaml#/components/schemas/Cat) `fields`
    breaks.
    """
    from .pet import check_pet

    allowed: tuple[object, ...]
    if not is_object(fields):
        found.refuse((), "type", "object", fields, None)
        return

    if (name := "kind") not in fields:
        found.refuse(name, "required", None, None, None)
    else:
        value = fields[name]
        if value != "cat":
            found.refuse(name, "const", "cat", value, None)

    words = "How it is with a pet."
    if (name := "status") not in fields:
        found.refuse(name, "required", None, None, words)
    else:
        value = fields[name]
        schema = "spec.yaml#/components/schemas/Status"
        allowed = ("new", "sold")
        if value not in allowed:
            if isinstance(value, str):
                found.refuse(name, "enum", allowed, value, words, schema)
            else:
                found.refuse(name, "type", "string", value, words, schema)

    if (name := "state") in fields:
        value = fields[name]
        words = "The same by another name."
        schema = "spec.yaml#/components/schemas/Status"
        allowed = ("new", "sold")
        if value not in allowed:
            if isinstance(value, str):
                found.refuse(name, "enum", allowed, value, words, schema)
            else:
                found.refuse(name, "type", "string", value, words, schema)

    if (name := "was") in fields:
        value = fields[name]
        schema = "spec.yaml#/components/schemas/Status"
        if value is not None:
            allowed = ("new", "sold")
            if value not in allowed:
                if isinstance(value, str):
                    found.refuse(name, "enum", allowed, value, None, schema)
                else:
                    found.refuse(name, "type", "string", value, None, schema)

    if (name := "why") in fields:
        value = fields[name]
        check_why(value, found.inside(name, "spec.yaml#/components/schemas/Why"))

    if (name := "states") in fields:
        value = fields[name]
        schema = "spec.yaml#/components/schemas/Status"
        if not is_list(value):
            found.refuse(name, "type", "array", value, None)
        else:
            allowed = ("new", "sold")
            for index, item in enumerate(value):
                if item not in allowed:
                    if isinstance(item, str):
                        found.refuse((name, index), "enum", allowed, item, None, schema)
                    else:
                        found.refuse(
                            (name, index), "type", "string", item, None, schema
                        )

    if (name := "friend") in fields:
        value = fields[name]
        if value is not None:
            check_pet(value, found.inside(name, "spec.yaml#/components/schemas/Pet"))

    if (name := "by_name") in fields:
        value = fields[name]
        check_cat_by_name(
            value,
            found.inside(name, "spec.yaml#/components/schemas/Cat/properties/by_name"),
        )


def tolerate_cat(fields: Any, found: Found) -> None:
    """Note in `found` which rules of Cat (spec.yaml#/components/schemas/Cat) `fields`
    breaks.
    """
    from .pet import tolerate_pet

    allowed: tuple[object, ...]
    if not is_object(fields):
        found.refuse((), "type", "object", fields, None)
        return

    if (name := "kind") not in fields:
        found.refuse(name, "required", None, None, None)
    else:
        value = fields[name]
        if value != "cat":
            found.refuse(name, "const", "cat", value, None)

    words = "How it is with a pet."
    if (name := "status") not in fields:
        found.refuse(name, "required", None, None, words)
    else:
        value = fields[name]
        schema = "spec.yaml#/components/schemas/Status"
        allowed = ("new", "sold")
        if value not in allowed:
            if isinstance(value, str):
                found.refuse(name, "enum", allowed, value, words, schema)
            else:
                found.refuse(name, "type", "string", value, words, schema)

    if (name := "state") in fields:
        value = fields[name]
        words = "The same by another name."
        schema = "spec.yaml#/components/schemas/Status"
        allowed = ("new", "sold")
        if value not in allowed:
            if isinstance(value, str):
                found.refuse(name, "enum", allowed, value, words, schema)
            else:
                found.refuse(name, "type", "string", value, words, schema)

    if (name := "was") in fields:
        value = fields[name]
        schema = "spec.yaml#/components/schemas/Status"
        if value is not None:
            allowed = ("new", "sold")
            if value not in allowed:
                if isinstance(value, str):
                    found.refuse(name, "enum", allowed, value, None, schema)
                else:
                    found.refuse(name, "type", "string", value, None, schema)

    if (name := "why") in fields:
        value = fields[name]
        check_why(value, found.inside(name, "spec.yaml#/components/schemas/Why"))

    if (name := "states") in fields:
        value = fields[name]
        schema = "spec.yaml#/components/schemas/Status"
        if not is_list(value):
            found.refuse(name, "type", "array", value, None)
        else:
            allowed = ("new", "sold")
            for index, item in enumerate(value):
                if item not in allowed:
                    if isinstance(item, str):
                        found.refuse((name, index), "enum", allowed, item, None, schema)
                    else:
                        found.refuse(
                            (name, index), "type", "string", item, None, schema
                        )

    if (name := "friend") in fields:
        value = fields[name]
        if value is not None:
            tolerate_pet(value, found.inside(name, "spec.yaml#/components/schemas/Pet"))

    if (name := "by_name") in fields:
        value = fields[name]
        check_cat_by_name_model(
            value,
            found.inside(name, "spec.yaml#/components/schemas/Cat/properties/by_name"),
        )


def check_cat_by_name_model(fields: Any, found: Found) -> None:
    """Note in `found` which rules of
    spec.yaml#/components/schemas/Cat/properties/by_name `fields` breaks.
    """
    from .pet import tolerate_pet

    if not is_object(fields):
        found.refuse((), "type", "object", fields, None)
        return

    for name, value in fields.items():
        tolerate_pet(value, found.inside(name, "spec.yaml#/components/schemas/Pet"))


def check_cat_by_name(fields: Any, found: Found) -> None:
    """Note in `found` which rules of
    spec.yaml#/components/schemas/Cat/properties/by_name `fields` breaks.
    """
    from .pet import check_pet

    if not is_object(fields):
        found.refuse((), "type", "object", fields, None)
        return

    for name, value in fields.items():
        check_pet(value, found.inside(name, "spec.yaml#/components/schemas/Pet"))


def is_cat(value: Any) -> bool:
    """Whether `value` is Cat (spec.yaml#/components/schemas/Cat)."""
    return fits(check_cat, value)


def resembles_cat(value: Any) -> bool:
    """Whether `value` is Cat (spec.yaml#/components/schemas/Cat), whatever its formats."""
    return fits(tolerate_cat, value)
