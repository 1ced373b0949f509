"""The rules of CreateCallBody."""

from __future__ import annotations

from typing import Any

from .._support.formats import is_integer, is_object, matches
from .._support.violations import Found

__all__ = ["check_create_call_body"]


def check_create_call_body(fields: Any, found: Found) -> None:
    """Note in `found` which rules of CreateCallBody
    (spec.yaml#/paths/~1calls/post/requestBody/content/application~1json/schema)
    `fields` breaks.
    """
    if not is_object(fields):
        found.refuse((), "type", "object", fields, None)
        return

    if (name := "name") in fields:
        value = fields[name]
        if not isinstance(value, str):
            found.refuse(name, "type", "string", value, None)
        elif matches[r"^[\p{L}][\p{L}\p{M}'. -]*\Z"](value) is None:
            found.refuse(
                name, "pattern", "^\\p{Letter}[\\p{L}\\p{M}'. \\-]*$", value, None
            )

    if (name := "number") in fields:
        value = fields[name]
        if not isinstance(value, str):
            found.refuse(name, "type", "string", value, None)
        elif matches[r"^[\p{Nd}]+\Z"](value) is None:
            found.refuse(name, "pattern", "^\\p{digit}+$", value, None)

    if (name := "upper") in fields:
        value = fields[name]
        if not isinstance(value, str):
            found.refuse(name, "type", "string", value, None)
        elif matches[r"^[^\P{Uppercase}0-9]+\Z"](value) is None:
            found.refuse(name, "pattern", "^[^\\P{Uppercase}\\d]+$", value, None)

    if (name := "spaced") in fields:
        value = fields[name]
        if not isinstance(value, str):
            found.refuse(name, "type", "string", value, None)
        elif (
            matches[
                r"^[^\t\n\v\f\r \u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000\ufeff]+([\t\n\v\f\r \u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000\ufeff][^\t\n\v\f\r \u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000\ufeff]+)*\Z"
            ](value)
            is None
        ):
            found.refuse(name, "pattern", "^\\S+(\\s\\S+)*$", value, None)

    if (name := "visible") in fields:
        value = fields[name]
        if not isinstance(value, str):
            found.refuse(name, "type", "string", value, None)
        elif (
            matches[
                r"^[^\p{Cc}\x00-/:-@\[-^`{-\U0010ffff]+[\t\n\v\f\r \u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000\u0085]?\Z"
            ](value)
            is None
        ):
            found.refuse(
                name, "pattern", "^[^\\p{Cc}\\W]+\\p{White_Space}?$", value, None
            )

    if (name := "dragon") in fields:
        value = fields[name]
        if not isinstance(value, str):
            found.refuse(name, "type", "string", value, None)
        elif matches[r"^[\U0001f432\U0001f409]\Z"](value) is None:
            found.refuse(name, "pattern", "^[\\uD83D\\uDC32\\u{1f409}]$", value, None)

    if (name := "anything") in fields:
        value = fields[name]
        if not isinstance(value, str):
            found.refuse(name, "type", "string", value, None)
        elif matches[r"^[\s\S]+[0-9\x00-/:-\U0010ffff]\Z"](value) is None:
            found.refuse(name, "pattern", "^[^]+[\\d\\D]$", value, None)

    if (name := "nothing") in fields:
        value = fields[name]
        if not isinstance(value, str):
            found.refuse(name, "type", "string", value, None)
        elif matches[r"[^\s\S]"](value) is None:
            found.refuse(name, "pattern", "[]", value, None)

    if (name := "quoted") in fields:
        value = fields[name]
        if not isinstance(value, str):
            found.refuse(name, "type", "string", value, None)
        elif matches[r"^(?P<quote>['`])[a-z]*(?:\1)\Z"](value) is None:
            found.refuse(
                name, "pattern", "^(?<quote>['`])[a-z]*\\k<quote>$", value, None
            )

    if (name := "twice") in fields:
        value = fields[name]
        if not isinstance(value, str):
            found.refuse(name, "type", "string", value, None)
        elif (
            matches[r"^(?![^\n\r\u2028\u2029]*([^\n\r\u2028\u2029])(?:\1))"](value)
            is None
        ):
            found.refuse(name, "pattern", "^(?!.*(.)\\1)", value, None)

    if (name := "price") in fields:
        value = fields[name]
        if not isinstance(value, str):
            found.refuse(name, "type", "string", value, None)
        elif matches[r"(?:(?<=EUR )|(?<=\$))[0-9]+(?!(?a:\b))"](value) is None:
            found.refuse(name, "pattern", "(?<=EUR |\\$)\\d+\\B", value, None)

    if (name := "braces") in fields:
        value = fields[name]
        if not isinstance(value, str):
            found.refuse(name, "type", "string", value, None)
        elif matches[r"^\{[A-Za-z0-9_\-.]+\}-\Z"](value) is None:
            found.refuse(name, "pattern", "^{[\\w-.]+}\\-$", value, None)

    for name, value in fields.items():
        if matches[r"^x-[\p{Ll}]+\Z"](name) is not None:
            if type(value) is not int and not is_integer(value):
                found.refuse(
                    name,
                    "type",
                    "integer",
                    value,
                    None,
                    "spec.yaml#/paths/~1calls/post/requestBody/content/application~1json/schema/patternProperties/%5Ex-%5Cp{Ll}+$",
                )
