"""The rules of Sale."""

from __future__ import annotations

from typing import Any

from .._support.formats import is_number, is_object
from .._support.violations import Found
from .pet import check_pet

__all__ = ["check_sale"]


def check_sale(fields: Any, found: Found) -> None:
    """Note in `found` which rules of Sale (spec.yaml#/components/schemas/Sale) `fields`
    breaks.
    """
    if not is_object(fields):
        found.refuse(
            (), "type", "object", fields, None, "spec.yaml#/components/schemas/Price"
        )
        return

    if (name := "amount") not in fields:
        found.refuse(
            name, "required", None, None, None, "spec.yaml#/components/schemas/Price"
        )
    else:
        value = fields[name]
        schema = "spec.yaml#/components/schemas/Price/properties/amount"
        if not is_number(value):
            found.refuse(name, "type", "number", value, None, schema)

    if not is_object(fields):
        found.refuse(
            (), "type", "object", fields, None, "spec.yaml#/components/schemas/NewPet"
        )
        return

    if (name := "tag") in fields:
        value = fields[name]
        schema = "spec.yaml#/components/schemas/NewPet/properties/tag"
        if not isinstance(value, str):
            found.refuse(name, "type", "string", value, None, schema)

    if "name" not in fields:
        found.refuse(
            "name", "required", None, None, None, "spec.yaml#/components/schemas/NewPet"
        )

    check_pet(fields, found.inside((), "spec.yaml#/components/schemas/Pet"))
    if not is_object(fields):
        found.refuse(
            (),
            "type",
            "object",
            fields,
            None,
            "spec.yaml#/components/schemas/Sale/allOf/2",
        )
        return

    if (name := "to") in fields:
        value = fields[name]
        schema = "spec.yaml#/components/schemas/Sale/allOf/2/properties/to"
        if not isinstance(value, str):
            found.refuse(name, "type", "string", value, None, schema)

    if is_object(fields):
        for name, value in fields.items():
            if (
                name not in ("amount",)
                and name not in ("tag",)
                and name not in ("name", "age")
                and name not in ("to",)
            ):
                found.refuse(
                    name,
                    "unevaluatedProperties",
                    ("age", "amount", "name", "tag", "to"),
                    value,
                    None,
                    "spec.yaml#/components/schemas/Sale",
                )
