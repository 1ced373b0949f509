"""The rules of NewCall."""

from __future__ import annotations

from typing import Any

from .._support.formats import is_object
from .._support.violations import Found

__all__ = ["check_new_call"]


def check_new_call(fields: Any, found: Found) -> None:
    """Note in `found` which rules of NewCall (calls.yaml#/components/schemas/NewCall)
    `fields` breaks.
    """
    if not is_object(fields):
        found.refuse((), "type", "object", fields, None)
        return

    if (name := "Sid") in fields:
        value = fields[name]
        words = "The words here, the rule there"
        schema = "shared/models.yaml#/Sid"
        if not isinstance(value, str):
            found.refuse(name, "type", "string", value, words, schema)
        elif len(value) < 34:
            found.refuse(name, "minLength", 34, value, words, schema)

    if (name := "Parent") in fields:
        value = fields[name]
        words = "A name that nothing else has"
        schema = "shared/models.yaml#/Sid"
        if not isinstance(value, str):
            found.refuse(name, "type", "string", value, words, schema)
        elif len(value) < 34:
            found.refuse(name, "minLength", 34, value, words, schema)
