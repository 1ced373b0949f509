"""The rules of CreatePetsBody."""

from __future__ import annotations

from typing import Any

from .._support.formats import is_list
from .._support.models import MASKED
from .._support.violations import Found
from .pet import check_pet

__all__ = ["check_create_pets_body"]


def check_create_pets_body(value: Any, found: Found) -> None:
    """Note in `found` which rules of CreatePetsBody
    (spec.yaml#/paths/~1pets/post/requestBody/content/application~1json/schema) `value`
    breaks.
    """
    if not is_list(value):
        found.refuse((), "type", "array", MASKED, None)
        return

    for index, item in enumerate(value):
        check_pet(item, found.inside((index,), "spec.yaml#/components/schemas/Pet"))
