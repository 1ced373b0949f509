"""The rules of application_json_schema."""

from __future__ import annotations

from typing import Any

from .._support.formats import is_list
from .._support.violations import Found

__all__ = ["check_application_json_schema"]


def check_application_json_schema(value: Any, found: Found) -> None:
    """Note in `found` which rules of application_json_schema
    (spec.yaml#/components/responses/Pets/content/application~1json/schema) `value`
    breaks.
    """
    from .pet import check_pet

    if not is_list(value):
        found.refuse((), "type", "array", value, None)
        return

    for index, item in enumerate(value):
        check_pet(item, found.inside((index,), "spec.yaml#/components/schemas/Pet"))
