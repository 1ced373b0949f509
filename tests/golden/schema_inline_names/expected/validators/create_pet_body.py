"""The rules of CreatePetBody."""

from __future__ import annotations

from typing import Any

from .._support.formats import is_list, is_number, is_object
from .._support.trials import fits
from .._support.violations import Found

__all__ = [
    "check_create_pet_body",
    "check_create_pet_home",
    "check_create_pet_home_room",
    "check_create_pet_owner",
    "check_create_pet_way_by_car",
    "check_create_pet_way_with_train",
    "check_create_pet_way_with_shoes",
]


def check_create_pet_body(fields: Any, found: Found) -> None:
    """Note in `found` which rules of CreatePetBody
    (spec.yaml#/paths/~1pets/post/requestBody/content/application~1json/schema) `fields`
    breaks.
    """
    if not is_object(fields):
        found.refuse((), "type", "object", fields, None)
        return

    if (name := "home") in fields:
        value = fields[name]
        check_create_pet_home(
            value,
            found.inside(
                name,
                "spec.yaml#/paths/~1pets/post/requestBody/content/application~1json/schema/properties/home",
            ),
        )

    if (name := "owner") in fields:
        value = fields[name]
        check_create_pet_owner(
            value,
            found.inside(
                name,
                "spec.yaml#/paths/~1pets/post/requestBody/content/application~1json/schema/properties/owner",
            ),
        )

    if (name := "way") in fields:
        value = fields[name]
        if (
            sum(
                (
                    fits(check_create_pet_way_by_car, value),
                    fits(check_create_pet_way_with_train, value),
                    fits(check_create_pet_way_with_shoes, value),
                )
            )
            != 1
        ):
            found.refuse(
                name,
                "oneOf",
                {
                    "By car": check_create_pet_way_by_car,
                    "a mapping with kind and line": check_create_pet_way_with_train,
                    "a mapping with shoes": check_create_pet_way_with_shoes,
                },
                value,
                None,
            )


def check_create_pet_home(fields: Any, found: Found) -> None:
    """Note in `found` which rules of
    spec.yaml#/paths/~1pets/post/requestBody/content/application~1json/schema/properties/home
    `fields` breaks.
    """
    if not is_object(fields):
        found.refuse((), "type", "object", fields, None)
        return

    if (name := "rooms") in fields:
        value = fields[name]
        if not is_list(value):
            found.refuse(name, "type", "array", value, None)
        else:
            for index, item in enumerate(value):
                check_create_pet_home_room(
                    item,
                    found.inside(
                        (name, index),
                        "spec.yaml#/paths/~1pets/post/requestBody/content/application~1json/schema/properties/home/properties/rooms/items",
                    ),
                )


def check_create_pet_home_room(fields: Any, found: Found) -> None:
    """Note in `found` which rules of
    spec.yaml#/paths/~1pets/post/requestBody/content/application~1json/schema/properties/home/properties/rooms/items
    `fields` breaks.
    """
    if not is_object(fields):
        found.refuse((), "type", "object", fields, None)
        return

    if (name := "size") in fields:
        value = fields[name]
        if not is_number(value):
            found.refuse(name, "type", "number", value, None)


def check_create_pet_owner(fields: Any, found: Found) -> None:
    """Note in `found` which rules of
    spec.yaml#/paths/~1pets/post/requestBody/content/application~1json/schema/properties/owner
    `fields` breaks.
    """
    if not is_object(fields):
        found.refuse((), "type", "object", fields, None)
        return

    if (name := "name") in fields:
        value = fields[name]
        if not isinstance(value, str):
            found.refuse(name, "type", "string", value, None)


def check_create_pet_way_by_car(fields: Any, found: Found) -> None:
    """Note in `found` which rules of
    spec.yaml#/paths/~1pets/post/requestBody/content/application~1json/schema/properties/way/oneOf/0
    `fields` breaks.
    """
    if not is_object(fields):
        found.refuse((), "type", "object", fields, None)
        return

    if (name := "car") in fields:
        value = fields[name]
        if not isinstance(value, str):
            found.refuse(name, "type", "string", value, None)


def check_create_pet_way_with_train(fields: Any, found: Found) -> None:
    """Note in `found` which rules of
    spec.yaml#/paths/~1pets/post/requestBody/content/application~1json/schema/properties/way/oneOf/1
    `fields` breaks.
    """
    if not is_object(fields):
        found.refuse((), "type", "object", fields, None)
        return

    if (name := "kind") not in fields:
        found.refuse(name, "required", None, None, None)
    else:
        value = fields[name]
        if value != "train":
            found.refuse(name, "const", "train", value, None)

    if (name := "line") not in fields:
        found.refuse(name, "required", None, None, None)
    else:
        value = fields[name]
        if not isinstance(value, str):
            found.refuse(name, "type", "string", value, None)


def check_create_pet_way_with_shoes(fields: Any, found: Found) -> None:
    """Note in `found` which rules of
    spec.yaml#/paths/~1pets/post/requestBody/content/application~1json/schema/properties/way/oneOf/2
    `fields` breaks.
    """
    if not is_object(fields):
        found.refuse((), "type", "object", fields, None)
        return

    if (name := "shoes") in fields:
        value = fields[name]
        if not isinstance(value, str):
            found.refuse(name, "type", "string", value, None)
