"""The rules of Pet."""

from __future__ import annotations

from typing import Any

from .._support.formats import is_object
from .._support.violations import Found
from .cat import check_cat, is_cat
from .dog import check_dog, is_dog

__all__ = ["check_pet"]


def check_pet(value: Any, found: Found) -> None:
    """Note in `found` which rules of Pet (spec.yaml#/components/schemas/Pet) `value`
    breaks.
    """
    if is_object(value) and value.get("kind") in ("cat", "kitten"):
        check_cat(value, found.inside((), "spec.yaml#/components/schemas/Cat"))
    elif is_object(value) and value.get("kind") == "dog":
        check_dog(value, found.inside((), "spec.yaml#/components/schemas/Dog"))
    elif (
        sum(
            (
                is_cat(value),
                is_dog(value),
            )
        )
        != 1
    ):
        found.refuse(
            (),
            "oneOf",
            {"Cat": check_cat, "Dog": check_dog},
            value,
            None,
            tag=("kind", ("cat", "kitten", "dog"), value),
        )
