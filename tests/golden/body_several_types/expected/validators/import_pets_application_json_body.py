"""The rules of ImportPetsApplicationJsonBody."""

from __future__ import annotations

from typing import Any

from .._support.formats import is_list
from .._support.violations import Found
from .pet import check_pet

__all__ = ["check_import_pets_application_json_body"]


def check_import_pets_application_json_body(value: Any, found: Found) -> None:
    """Note in `found` which rules of ImportPetsApplicationJsonBody
    (spec.yaml#/paths/~1unlike/post/requestBody/content/application~1json/schema)
    `value` breaks.
    """
    if not is_list(value):
        found.refuse((), "type", "array", value, None)
        return

    for index, item in enumerate(value):
        check_pet(item, found.inside((index,), "spec.yaml#/components/schemas/Pet"))
