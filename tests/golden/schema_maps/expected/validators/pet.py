"""The rules of Pet."""

from __future__ import annotations

from typing import Any

from .._support.format_times import valid_date, valid_date_time
from .._support.formats import is_integer, is_object, matches
from .._support.violations import Found

__all__ = [
    "check_pet",
    "check_pet_ages",
    "check_pet_any",
    "check_pet_none",
    "check_pet_dates",
    "check_pet_date",
    "check_pet_by_pattern",
    "check_pet_open",
    "check_pet_closed",
    "check_pet_prefixed",
]


def check_pet(fields: Any, found: Found) -> None:
    """Note in `found` which rules of Pet (spec.yaml#/components/schemas/Pet) `fields`
    breaks.
    """
    if not is_object(fields):
        found.refuse((), "type", "object", fields, None)
        return

    if (name := "ages") in fields:
        value = fields[name]
        check_pet_ages(
            value,
            found.inside(name, "spec.yaml#/components/schemas/Pet/properties/ages"),
        )

    if (name := "any") in fields:
        value = fields[name]
        check_pet_any(
            value,
            found.inside(name, "spec.yaml#/components/schemas/Pet/properties/any"),
        )

    if (name := "free") in fields:
        value = fields[name]
        if not is_object(value):
            found.refuse(name, "type", "object", value, None)

    if (name := "none") in fields:
        value = fields[name]
        check_pet_none(
            value,
            found.inside(name, "spec.yaml#/components/schemas/Pet/properties/none"),
        )

    if (name := "dates") in fields:
        value = fields[name]
        check_pet_dates(
            value,
            found.inside(name, "spec.yaml#/components/schemas/Pet/properties/dates"),
        )

    if (name := "by_pattern") in fields:
        value = fields[name]
        check_pet_by_pattern(
            value,
            found.inside(
                name, "spec.yaml#/components/schemas/Pet/properties/by_pattern"
            ),
        )

    if (name := "open") in fields:
        value = fields[name]
        check_pet_open(
            value,
            found.inside(name, "spec.yaml#/components/schemas/Pet/properties/open"),
        )

    if (name := "closed") in fields:
        value = fields[name]
        check_pet_closed(
            value,
            found.inside(name, "spec.yaml#/components/schemas/Pet/properties/closed"),
        )

    if (name := "prefixed") in fields:
        value = fields[name]
        check_pet_prefixed(
            value,
            found.inside(name, "spec.yaml#/components/schemas/Pet/properties/prefixed"),
        )


def check_pet_ages(fields: Any, found: Found) -> None:
    """Note in `found` which rules of spec.yaml#/components/schemas/Pet/properties/ages
    `fields` breaks.
    """
    if not is_object(fields):
        found.refuse((), "type", "object", fields, None)
        return

    for name, value in fields.items():
        if type(value) is not int and not is_integer(value):
            found.refuse(
                name,
                "type",
                "integer",
                value,
                None,
                "spec.yaml#/components/schemas/Pet/properties/ages/additionalProperties",
            )
        elif value < 0:
            found.refuse(
                name,
                "minimum",
                0,
                value,
                None,
                "spec.yaml#/components/schemas/Pet/properties/ages/additionalProperties",
            )


def check_pet_any(fields: Any, found: Found) -> None:
    """Note in `found` which rules of spec.yaml#/components/schemas/Pet/properties/any
    `fields` breaks.
    """
    if not is_object(fields):
        found.refuse((), "type", "object", fields, None)
        return


def check_pet_none(fields: Any, found: Found) -> None:
    """Note in `found` which rules of spec.yaml#/components/schemas/Pet/properties/none
    `fields` breaks.
    """
    if not is_object(fields):
        found.refuse((), "type", "object", fields, None)
        return

    for name, value in fields.items():
        found.refuse(
            name,
            "additionalProperties",
            (),
            value,
            None,
            "spec.yaml#/components/schemas/Pet/properties/none",
        )


def check_pet_dates(fields: Any, found: Found) -> None:
    """Note in `found` which rules of spec.yaml#/components/schemas/Pet/properties/dates
    `fields` breaks.
    """
    if not is_object(fields):
        found.refuse((), "type", "object", fields, None)
        return

    for name, value in fields.items():
        check_pet_date(
            value,
            found.inside(
                name,
                "spec.yaml#/components/schemas/Pet/properties/dates/additionalProperties",
            ),
        )


def check_pet_date(fields: Any, found: Found) -> None:
    """Note in `found` which rules of
    spec.yaml#/components/schemas/Pet/properties/dates/additionalProperties `fields`
    breaks.
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
                "spec.yaml#/components/schemas/Pet/properties/dates/additionalProperties/additionalProperties",
            )
        elif not valid_date(value):
            found.refuse(
                name,
                "format",
                "date",
                value,
                None,
                "spec.yaml#/components/schemas/Pet/properties/dates/additionalProperties/additionalProperties",
            )


def check_pet_by_pattern(fields: Any, found: Found) -> None:
    """Note in `found` which rules of
    spec.yaml#/components/schemas/Pet/properties/by_pattern `fields` breaks.
    """
    if not is_object(fields):
        found.refuse((), "type", "object", fields, None)
        return

    for name, value in fields.items():
        if matches[r"^x-"](name) is not None:
            if not isinstance(value, str):
                found.refuse(
                    name,
                    "type",
                    "string",
                    value,
                    None,
                    "spec.yaml#/components/schemas/Pet/properties/by_pattern/patternProperties/%5Ex-",
                )

    for name, value in fields.items():
        if matches[r"_at\Z"](name) is not None:
            if not isinstance(value, str):
                found.refuse(
                    name,
                    "type",
                    "string",
                    value,
                    None,
                    "spec.yaml#/components/schemas/Pet/properties/by_pattern/patternProperties/_at$",
                )
            elif not valid_date_time(value):
                found.refuse(
                    name,
                    "format",
                    "date-time",
                    value,
                    None,
                    "spec.yaml#/components/schemas/Pet/properties/by_pattern/patternProperties/_at$",
                )

    for name, value in fields.items():
        if matches[r"^x-"](name) is None and matches[r"_at\Z"](name) is None:
            found.refuse(
                name,
                "additionalProperties",
                (),
                value,
                None,
                "spec.yaml#/components/schemas/Pet/properties/by_pattern",
            )


def check_pet_open(fields: Any, found: Found) -> None:
    """Note in `found` which rules of spec.yaml#/components/schemas/Pet/properties/open
    `fields` breaks.
    """
    if not is_object(fields):
        found.refuse((), "type", "object", fields, None)
        return

    if (name := "a") in fields:
        value = fields[name]
        if not isinstance(value, str):
            found.refuse(name, "type", "string", value, None)

    for name, value in fields.items():
        if name not in ("a",):
            if type(value) is not int and not is_integer(value):
                found.refuse(
                    name,
                    "type",
                    "integer",
                    value,
                    None,
                    "spec.yaml#/components/schemas/Pet/properties/open/additionalProperties",
                )


def check_pet_closed(fields: Any, found: Found) -> None:
    """Note in `found` which rules of
    spec.yaml#/components/schemas/Pet/properties/closed `fields` breaks.
    """
    if not is_object(fields):
        found.refuse((), "type", "object", fields, None)
        return

    if (name := "a") in fields:
        value = fields[name]
        if not isinstance(value, str):
            found.refuse(name, "type", "string", value, None)

    for name, value in fields.items():
        if name not in ("a",):
            found.refuse(
                name,
                "additionalProperties",
                ("a",),
                value,
                None,
                "spec.yaml#/components/schemas/Pet/properties/closed",
            )


def check_pet_prefixed(fields: Any, found: Found) -> None:
    """Note in `found` which rules of
    spec.yaml#/components/schemas/Pet/properties/prefixed `fields` breaks.
    """
    if not is_object(fields):
        found.refuse((), "type", "object", fields, None)
        return

    if (name := "a") in fields:
        value = fields[name]
        if not isinstance(value, str):
            found.refuse(name, "type", "string", value, None)

    for name, value in fields.items():
        if matches[r"^x-"](name) is not None:
            if type(value) is not int and not is_integer(value):
                found.refuse(
                    name,
                    "type",
                    "integer",
                    value,
                    None,
                    "spec.yaml#/components/schemas/Pet/properties/prefixed/patternProperties/%5Ex-",
                )
