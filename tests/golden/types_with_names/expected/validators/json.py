"""The rules of Json."""

from __future__ import annotations

from typing import Any

from .._support.formats import is_list, is_number, is_object
from .._support.trials import fits
from .._support.violations import Found

__all__ = ["check_json", "check_json_option", "is_json"]


def check_json(value: Any, found: Found) -> None:
    """Note in `found` which rules of Json (spec.yaml#/components/schemas/Json) `value`
    breaks.
    """
    if (
        not (isinstance(value, (str, bool)) or is_number(value) or value is None)
        and (not is_list(value) or any(not is_json(item) for item in value))
        and not fits(check_json_option, value)
    ):
        found.refuse(
            (),
            "anyOf",
            {
                "a string, a number, true or false or None": None,
                "a list": None,
                "a mapping": check_json_option,
            },
            value,
            None,
        )


def check_json_option(fields: Any, found: Found) -> None:
    """Note in `found` which rules of spec.yaml#/components/schemas/Json/anyOf/2
    `fields` breaks.
    """
    if not is_object(fields):
        found.refuse((), "type", "object", fields, None)
        return

    for name, value in fields.items():
        check_json(value, found.inside(name, "spec.yaml#/components/schemas/Json"))


def is_json(value: Any) -> bool:
    """Whether `value` is Json (spec.yaml#/components/schemas/Json)."""
    return fits(check_json, value)
