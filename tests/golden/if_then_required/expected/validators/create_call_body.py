"""The rules of CreateCallBody."""

from __future__ import annotations

from typing import Any

from .._support.formats import is_object
from .._support.violations import Found

__all__ = ["check_create_call_body"]


def check_create_call_body(fields: Any, found: Found) -> None:
    """Note in `found` which rules of CreateCallBody
    (spec.yaml#/paths/~1calls/post/requestBody/content/application~1x-www-form-urlencoded/schema)
    `fields` breaks.
    """
    if not is_object(fields):
        found.refuse((), "type", "object", fields, None)
        return

    if (name := "Coaching") in fields:
        value = fields[name]
        words = "Whether another call is coached"
        if not isinstance(value, bool):
            found.refuse(name, "type", "boolean", value, words)

    if (name := "CallSidToCoach") in fields:
        value = fields[name]
        words = "Who is coached"
        if not isinstance(value, str):
            found.refuse(name, "type", "string", value, words)

    if "Coaching" in fields and fields["Coaching"] is True:
        if "CallSidToCoach" not in fields:
            found.refuse(
                "CallSidToCoach",
                "required",
                None,
                None,
                "If Coaching is true, CallSidToCoach must be given.",
                "spec.yaml#/paths/~1calls/post/requestBody/content/application~1x-www-form-urlencoded/schema/allOf/0/then",
                because={"Coaching": "is true"},
            )
    else:
        if (name := "CallSidToCoach") in fields:
            value = fields[name]
            words = "If Coaching is true, CallSidToCoach must be given."
            schema = "spec.yaml#/paths/~1calls/post/requestBody/content/application~1x-www-form-urlencoded/schema/allOf/0/else/properties/CallSidToCoach"
            found.refuse(
                name,
                "false",
                None,
                value,
                words,
                schema,
                unless={"Coaching": "is true"},
            )
