"""The rules of CreateHomeBody."""

from __future__ import annotations

from typing import Any

from .._support.formats import among, is_integer, is_list, is_number, is_object
from .._support.violations import Found

__all__ = ["check_create_home_body", "check_create_home_pet", "check_create_home_room"]


def check_create_home_body(fields: Any, found: Found) -> None:
    """Note in `found` which rules of CreateHomeBody
    (spec.yaml#/paths/~1homes/post/requestBody/content/application~1json/schema)
    `fields` breaks.
    """
    if not is_object(fields):
        found.refuse((), "type", "object", fields, None)
        return

    if (name := "pet") in fields:
        value = fields[name]
        check_create_home_pet(
            value,
            found.inside(
                name,
                "spec.yaml#/paths/~1homes/post/requestBody/content/application~1json/schema/properties/pet",
            ),
        )

    if (name := "rooms") in fields:
        value = fields[name]
        if not is_list(value):
            found.refuse(name, "type", "array", value, None)
        else:
            for index, item in enumerate(value):
                check_create_home_room(
                    item,
                    found.inside(
                        (name, index),
                        "spec.yaml#/paths/~1homes/post/requestBody/content/application~1json/schema/properties/rooms/items",
                    ),
                )


def check_create_home_pet(fields: Any, found: Found) -> None:
    """Note in `found` which rules of
    spec.yaml#/paths/~1homes/post/requestBody/content/application~1json/schema/properties/pet
    `fields` breaks.
    """
    allowed: tuple[object, ...]
    if not is_object(fields):
        found.refuse((), "type", "object", fields, "Who lives there.")
        return

    if (name := "kind") in fields:
        value = fields[name]
        allowed = ("dog", "cat")
        if value not in allowed:
            found.refuse(name, "enum", allowed, value, None)

    if (name := "bark") in fields:
        value = fields[name]
        if not isinstance(value, str):
            found.refuse(name, "type", "string", value, None)

    if (name := "lives") in fields:
        value = fields[name]
        if type(value) is not int and not is_integer(value):
            found.refuse(name, "type", "integer", value, None)

    if "kind" in fields and fields["kind"] == "dog":
        if "bark" not in fields:
            found.refuse(
                "bark",
                "required",
                None,
                None,
                "Who lives there.",
                "spec.yaml#/paths/~1homes/post/requestBody/content/application~1json/schema/properties/pet/then",
                because={"kind": "is 'dog'"},
            )
    else:
        if (name := "bark") in fields:
            value = fields[name]
            words = "Who lives there."
            schema = "spec.yaml#/paths/~1homes/post/requestBody/content/application~1json/schema/properties/pet/else/properties/bark"
            found.refuse(
                name, "false", None, value, words, schema, unless={"kind": "is 'dog'"}
            )

        if (name := "lives") in fields:
            value = fields[name]
            words = "Who lives there."
            schema = "spec.yaml#/paths/~1homes/post/requestBody/content/application~1json/schema/properties/pet/else/properties/lives"
            if is_number(value) and value > 9:
                found.refuse(
                    name,
                    "maximum",
                    9,
                    value,
                    words,
                    schema,
                    unless={"kind": "is 'dog'"},
                )


def check_create_home_room(fields: Any, found: Found) -> None:
    """Note in `found` which rules of
    spec.yaml#/paths/~1homes/post/requestBody/content/application~1json/schema/properties/rooms/items
    `fields` breaks.
    """
    if not is_object(fields):
        found.refuse((), "type", "object", fields, None)
        return

    if (name := "beds") in fields:
        value = fields[name]
        if type(value) is not int and not is_integer(value):
            found.refuse(name, "type", "integer", value, None)

    if (name := "guests") in fields:
        value = fields[name]
        if type(value) is not int and not is_integer(value):
            found.refuse(name, "type", "integer", value, None)

    if "guests" in fields:
        if "beds" not in fields:
            found.refuse("beds", "dependentRequired", "guests", None, None)

    if "beds" in fields and among(fields["beds"], (0,)):
        found.refuse((), "not", None, fields, None)
