"""The rules of deleteCall path."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from .._support.encoding import is_segment
from .._support.formats import matches
from .._support.violations import Found

__all__ = ["check_delete_call_path"]


def check_delete_call_path(fields: Mapping[str, Any], found: Found) -> None:
    """Note in `found` which rules of the path of deleteCall `fields` breaks."""
    words = "The account."
    if (name := "AccountSid") not in fields:
        found.refuse(
            name,
            "required",
            "to the client or to the call",
            None,
            words,
            "spec.yaml#/paths/~1accounts~1{AccountSid}~1calls~1{CallSid}/parameters/0",
        )
    else:
        value = fields[name]
        schema = "spec.yaml#/paths/~1accounts~1{AccountSid}~1calls~1{CallSid}/parameters/0/schema"
        if not isinstance(value, str):
            found.refuse(name, "type", "string", value, words, schema)
        elif matches[r"^AC"](value) is None:
            found.refuse(name, "pattern", "^AC", value, words, schema)
        if not is_segment(value):
            found.refuse(
                name,
                "segment",
                None,
                value,
                words,
                "spec.yaml#/paths/~1accounts~1{AccountSid}~1calls~1{CallSid}/parameters/0",
            )

    if (name := "CallSid") not in fields:
        found.refuse(
            name,
            "required",
            None,
            None,
            None,
            "spec.yaml#/paths/~1accounts~1{AccountSid}~1calls~1{CallSid}/parameters/1",
        )
    else:
        value = fields[name]
        schema = "spec.yaml#/paths/~1accounts~1{AccountSid}~1calls~1{CallSid}/parameters/1/schema"
        if not isinstance(value, str):
            found.refuse(name, "type", "string", value, None, schema)
        if not is_segment(value):
            found.refuse(
                name,
                "segment",
                None,
                value,
                None,
                "spec.yaml#/paths/~1accounts~1{AccountSid}~1calls~1{CallSid}/parameters/1",
            )
