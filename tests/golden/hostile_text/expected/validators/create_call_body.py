"""The rules of CreateCallBody."""

from __future__ import annotations

from typing import Any

from .._support.formats import is_object, matches
from .._support.violations import Found

__all__ = ["check_create_call_body"]


def check_create_call_body(fields: Any, found: Found) -> None:
    """Note in `found` which rules of CreateCallBody
    (spec.yaml#/paths/~1calls~1'%22%22%22~1{Sid}~1%5C/post/requestBody/content/application~1x-www-form-urlencoded/schema)
    `fields` breaks.
    """
    allowed: tuple[object, ...]
    if not is_object(fields):
        found.refuse((), "type", "object", fields, None)
        return

    words = '" + boom() + "'
    if (name := 'To"""\\') not in fields:
        found.refuse(name, "required", None, None, words)
    else:
        value = fields[name]
        schema = "spec.yaml#/paths/~1calls~1'%22%22%22~1{Sid}~1%5C/post/requestBody/content/application~1x-www-form-urlencoded/schema/properties/To%22%22%22%5C"
        if not isinstance(value, str):
            found.refuse(name, "type", "string", value, words, schema)
        elif matches["^[\"']{3}\\\\\\u2028\\u2029\\{\\{ x \\}\\}\\Z"](value) is None:
            found.refuse(
                name,
                "pattern",
                "^[\"']{3}\\\\\u2028\\u2029{{ x }}$",
                value,
                words,
                schema,
            )

    if (name := "a/b~c\n{{ d }}") in fields:
        value = fields[name]
        words = '# noqa """ import os """'
        schema = "spec.yaml#/paths/~1calls~1'%22%22%22~1{Sid}~1%5C/post/requestBody/content/application~1x-www-form-urlencoded/schema/properties/a~1b~0c%0A{{ d }}"
        allowed = (
            '"',
            "'",
            "'\"",
            '"""',
            "\\",
            "\n",
            "\x00",
            "\u202e",
            "{{ x }}",
            "{% raw %}",
            "😀",
            "\u2028",
        )
        if value not in allowed:
            if isinstance(value, str):
                found.refuse(name, "enum", allowed, value, words, schema)
            else:
                found.refuse(name, "type", "string", value, words, schema)

    if (name := "Title") in fields:
        value = fields[name]
        if not isinstance(value, str):
            found.refuse(name, "type", "string", value, None)
        elif value == '"""\u202e':
            found.refuse(name, "not", None, value, None)
