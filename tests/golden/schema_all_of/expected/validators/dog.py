"""The rules of Dog."""

from __future__ import annotations

from typing import Any

from .._support.formats import is_integer, is_object
from .._support.violations import Found
from .pet import check_pet
from .tail import check_tail

__all__ = ["check_dog"]


def check_dog(fields: Any, found: Found) -> None:
    """Note in `found` which rules of Dog (spec.yaml#/components/schemas/Dog) `fields`
    breaks.
    """
    check_pet(fields, found.inside((), "spec.yaml#/components/schemas/Pet"))
    if not is_object(fields):
        found.refuse(
            (),
            "type",
            "object",
            fields,
            "A dog.",
            "spec.yaml#/components/schemas/Dog/allOf/1",
        )
        return

    if (name := "age") in fields:
        value = fields[name]
        words = "In years."
        schema = "spec.yaml#/components/schemas/Dog/allOf/1/properties/age"
        if type(value) is not int and not is_integer(value):
            found.refuse(name, "type", "integer", value, words, schema)
        elif value > 30:
            found.refuse(name, "maximum", 30, value, words, schema)

    if (name := "kind") in fields:
        value = fields[name]
        schema = "spec.yaml#/components/schemas/Dog/allOf/1/properties/kind"
        if value != "dog":
            found.refuse(name, "const", "dog", value, None, schema)

    if (name := "chip") in fields:
        value = fields[name]
        words = "It contradicts that of a pet."
        schema = "spec.yaml#/components/schemas/Dog/allOf/1/properties/chip"
        if type(value) is not int and not is_integer(value):
            found.refuse(name, "type", "integer", value, words, schema)

    if (name := "tail") in fields:
        value = fields[name]
        check_tail(value, found.inside(name, "spec.yaml#/components/schemas/Tail"))

    if is_object(fields):
        if "tail" not in fields:
            found.refuse(
                "tail",
                "required",
                None,
                None,
                None,
                "spec.yaml#/components/schemas/Dog/allOf/2",
            )

    if is_object(fields) and len(fields) < 2:
        found.refuse(
            (),
            "minProperties",
            2,
            fields,
            "A dog.",
            "spec.yaml#/components/schemas/Dog/allOf/3",
        )
