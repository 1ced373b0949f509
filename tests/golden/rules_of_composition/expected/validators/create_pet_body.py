"""The rules of CreatePetBody."""

from __future__ import annotations

from typing import Any

from .._support.formats import is_integer, is_list, is_object, matches
from .._support.violations import Found
from .cat import check_cat, is_cat
from .dog import check_dog, is_dog

__all__ = ["check_create_pet_body"]


def check_create_pet_body(fields: Any, found: Found) -> None:
    """Note in `found` which rules of CreatePetBody
    (spec.yaml#/paths/~1pets/post/requestBody/content/application~1json/schema) `fields`
    breaks.
    """
    if not is_object(fields):
        found.refuse((), "type", "object", fields, None)
        return

    if (name := "id") in fields:
        value = fields[name]
        if (
            sum(
                (
                    (
                        isinstance(value, str)
                        and matches[r"^[a-z]+\Z"](value) is not None
                    ),
                    (is_integer(value) and value >= 1),
                    value is None,
                )
            )
            != 1
        ):
            found.refuse(
                name,
                "oneOf",
                (
                    "a string and text that matches ^[a-z]+$",
                    "an integer and at least 1",
                    "None",
                ),
                value,
                None,
            )

    if (name := "any") in fields:
        value = fields[name]
        if not is_cat(value) and not is_dog(value):
            found.refuse(
                name, "anyOf", {"Cat": check_cat, "Dog": check_dog}, value, None
            )

    if (name := "list") in fields:
        value = fields[name]
        if not is_list(value):
            found.refuse(name, "type", "array", value, None)
        else:
            for index, item in enumerate(value):
                if (
                    sum(
                        (
                            is_cat(item),
                            is_dog(item),
                        )
                    )
                    != 1
                ):
                    found.refuse(
                        (name, index),
                        "oneOf",
                        {"Cat": check_cat, "Dog": check_dog},
                        item,
                        None,
                    )

    if (name := "all") in fields:
        value = fields[name]
        if not isinstance(value, str):
            found.refuse(
                name,
                "type",
                "string",
                value,
                None,
                "spec.yaml#/paths/~1pets/post/requestBody/content/application~1json/schema/properties/all/allOf/0",
            )
        elif len(value) < 2:
            found.refuse(
                name,
                "minLength",
                2,
                value,
                None,
                "spec.yaml#/paths/~1pets/post/requestBody/content/application~1json/schema/properties/all/allOf/0",
            )
        if isinstance(value, str) and len(value) > 4:
            found.refuse(
                name,
                "maxLength",
                4,
                value,
                None,
                "spec.yaml#/paths/~1pets/post/requestBody/content/application~1json/schema/properties/all/allOf/1",
            )
        if value == "none":
            found.refuse(
                name,
                "not",
                None,
                value,
                None,
                "spec.yaml#/paths/~1pets/post/requestBody/content/application~1json/schema/properties/all/allOf/2",
            )

    if (name := "noCat") in fields:
        value = fields[name]
        if is_cat(value):
            found.refuse(name, "not", None, value, None)

    if (name := "noText") in fields:
        value = fields[name]
        if isinstance(value, str):
            found.refuse(name, "not", None, value, None)

    if (
        sum(
            (
                "id" in fields,
                "any" in fields,
                "list" in fields,
            )
        )
        != 1
    ):
        found.refuse((), "oneOf", ["id", "any", "list"], [*fields], None)
    if "id" not in fields and len(fields) < 1:
        found.refuse(
            (), "anyOf", ("id is given", "a mapping of 1 or more"), fields, None
        )
