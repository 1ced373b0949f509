"""The rules of Login."""

from __future__ import annotations

from typing import Any

from .._support.formats import is_object
from .._support.models import MASKED
from .._support.violations import Found

__all__ = ["check_login"]


def check_login(fields: Any, found: Found) -> None:
    """Note in `found` which rules of Login (spec.yaml#/components/schemas/Login)
    `fields` breaks.
    """
    if not is_object(fields):
        found.refuse((), "type", "object", MASKED, None)
        return

    if (name := "user") in fields:
        value = fields[name]
        if not isinstance(value, str):
            found.refuse(name, "type", "string", value, None)

    if (name := "word") in fields:
        value = fields[name]
        if not isinstance(value, str):
            found.refuse(name, "type", "string", MASKED, None)
