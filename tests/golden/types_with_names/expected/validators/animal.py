"""The rules of Animal."""

from __future__ import annotations

from typing import Any

from .._support.violations import Found
from .cow import check_cow, is_cow
from .pet import check_pet, is_pet

__all__ = ["check_animal"]


def check_animal(value: Any, found: Found) -> None:
    """Note in `found` which rules of Animal (spec.yaml#/components/schemas/Animal)
    `value` breaks.
    """
    if (
        sum(
            (
                is_pet(value),
                is_cow(value),
            )
        )
        != 1
    ):
        found.refuse((), "oneOf", {"Pet": check_pet, "Cow": check_cow}, value, None)
