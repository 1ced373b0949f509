"""The rules of CreatePetBody."""

from __future__ import annotations

from typing import Any

from .._support.violations import Found
from .cat import check_cat, is_cat
from .dog import check_dog, is_dog

__all__ = ["check_create_pet_body"]


def check_create_pet_body(value: Any, found: Found) -> None:
    """Note in `found` which rules of CreatePetBody
    (spec.yaml#/paths/~1pets/post/requestBody/content/application~1json/schema) `value`
    breaks.
    """
    if (
        sum(
            (
                is_cat(value),
                is_dog(value),
            )
        )
        != 1
    ):
        found.refuse((), "oneOf", {"Cat": check_cat, "Dog": check_dog}, value, None)
