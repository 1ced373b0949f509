"""The rules of Pet."""

from __future__ import annotations

from typing import Any

from .._support.violations import Found
from .cat import is_cat
from .dog import is_dog

__all__ = ["check_pet"]


def check_pet(value: Any, found: Found) -> None:
    """Note in `found` which rules of Pet (spec.yaml#/components/schemas/Pet) `value`
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
        found.refuse((), "oneOf", None, value, None)
