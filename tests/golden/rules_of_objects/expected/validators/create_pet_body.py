"""The rules of CreatePetBody."""

from __future__ import annotations

from typing import Any

from .._support.formats import is_integer, is_object, matches
from .._support.violations import Found

__all__ = ["check_create_pet_body"]


def check_create_pet_body(fields: Any, found: Found) -> None:
    """Note in `found` which rules of CreatePetBody
    (spec.yaml#/paths/~1pets/post/requestBody/content/application~1json/schema) `fields`
    breaks.
    """
    if not is_object(fields):
        found.refuse((), "type", "object", fields, None)
        return

    if len(fields) < 1:
        found.refuse((), "minProperties", 1, fields, None)
    if len(fields) > 5:
        found.refuse((), "maxProperties", 5, fields, None)
    for name, value in fields.items():
        if matches[r"^[a-z_]+\Z"](name) is None or len(name) > 20:
            found.refuse(
                name,
                "propertyNames",
                "text that matches ^[a-z_]+$ and 20 characters long or shorter",
                name,
                None,
                "spec.yaml#/paths/~1pets/post/requestBody/content/application~1json/schema",
            )

    if "owner" in fields:
        if "phone" not in fields:
            found.refuse("phone", "dependentRequired", "owner", None, None)

        if "street" not in fields:
            found.refuse("street", "dependentRequired", "owner", None, None)

    if "street" in fields:
        if "town" not in fields:
            found.refuse("town", "dependentRequired", "street", None, None)

    if "phone" in fields:
        if (name := "owner") not in fields:
            found.refuse(
                name,
                "required",
                None,
                None,
                None,
                "spec.yaml#/paths/~1pets/post/requestBody/content/application~1json/schema/dependentSchemas/phone",
                because={"phone": "is given"},
            )
        else:
            value = fields[name]
            schema = "spec.yaml#/paths/~1pets/post/requestBody/content/application~1json/schema/dependentSchemas/phone/properties/owner"
            if isinstance(value, str) and len(value) < 1:
                found.refuse(
                    name,
                    "minLength",
                    1,
                    value,
                    None,
                    schema,
                    because={"phone": "is given"},
                )

    if "secret" in fields:
        found.refuse(
            (),
            "false",
            None,
            fields,
            None,
            "spec.yaml#/paths/~1pets/post/requestBody/content/application~1json/schema/dependentSchemas/secret",
            because={"secret": "is given"},
        )

    if (name := "owner") in fields:
        value = fields[name]
        if not isinstance(value, str):
            found.refuse(name, "type", "string", value, None)

    if (name := "phone") in fields:
        value = fields[name]
        if not isinstance(value, str):
            found.refuse(name, "type", "string", value, None)

    if (name := "street") in fields:
        value = fields[name]
        if not isinstance(value, str):
            found.refuse(name, "type", "string", value, None)

    if (name := "town") in fields:
        value = fields[name]
        if not isinstance(value, str):
            found.refuse(name, "type", "string", value, None)

    if (name := "secret") in fields:
        value = fields[name]
        if not isinstance(value, str):
            found.refuse(name, "type", "string", value, None)

    for name, value in fields.items():
        if matches[r"^x_"](name) is not None:
            if type(value) is not int and not is_integer(value):
                found.refuse(
                    name,
                    "type",
                    "integer",
                    value,
                    None,
                    "spec.yaml#/paths/~1pets/post/requestBody/content/application~1json/schema/patternProperties/%5Ex_",
                )
            elif value < 1:
                found.refuse(
                    name,
                    "minimum",
                    1,
                    value,
                    None,
                    "spec.yaml#/paths/~1pets/post/requestBody/content/application~1json/schema/patternProperties/%5Ex_",
                )

    for name, value in fields.items():
        if matches[r"_y\Z"](name) is not None:
            if type(value) is not int and not is_integer(value):
                found.refuse(
                    name,
                    "type",
                    "integer",
                    value,
                    None,
                    "spec.yaml#/paths/~1pets/post/requestBody/content/application~1json/schema/patternProperties/_y$",
                )
            elif value > 9:
                found.refuse(
                    name,
                    "maximum",
                    9,
                    value,
                    None,
                    "spec.yaml#/paths/~1pets/post/requestBody/content/application~1json/schema/patternProperties/_y$",
                )

    for name, value in fields.items():
        if (
            name not in ("owner", "phone", "street", "town", "secret")
            and matches[r"^x_"](name) is None
            and matches[r"_y\Z"](name) is None
        ):
            found.refuse(
                name,
                "additionalProperties",
                ("owner", "phone", "secret", "street", "town"),
                value,
                None,
                "spec.yaml#/paths/~1pets/post/requestBody/content/application~1json/schema",
            )
