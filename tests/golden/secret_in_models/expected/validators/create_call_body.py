"""The rules of CreateCallBody."""

from __future__ import annotations

from typing import Any

from .._support.formats import is_object
from .._support.models import MASKED
from .._support.violations import Found
from .login import check_login
from .place import check_place

__all__ = ["check_create_call_body", "check_create_call_place"]


def check_create_call_body(fields: Any, found: Found) -> None:
    """Note in `found` which rules of CreateCallBody
    (spec.yaml#/paths/~1calls/post/requestBody/content/application~1json/schema)
    `fields` breaks.
    """
    if not is_object(fields):
        found.refuse(
            (),
            "type",
            "object",
            MASKED,
            None,
            "spec.yaml#/paths/~1calls/post/requestBody/content/application~1json/schema/allOf/0",
        )
        return

    if (name := "login") in fields:
        value = fields[name]
        check_login(value, found.inside(name, "spec.yaml#/components/schemas/Login"))

    if (name := "place") in fields:
        value = fields[name]
        check_place(value, found.inside(name, "spec.yaml#/components/schemas/Place"))

    if is_object(fields):
        if (name := "place") in fields:
            value = fields[name]
            check_create_call_place(
                value,
                found.inside(
                    name,
                    "spec.yaml#/paths/~1calls/post/requestBody/content/application~1json/schema/allOf/1/properties/place",
                ),
            )


def check_create_call_place(fields: Any, found: Found) -> None:
    """Note in `found` which rules of
    spec.yaml#/paths/~1calls/post/requestBody/content/application~1json/schema/allOf/1/properties/place
    `fields` breaks.
    """
