"""The rules of CreateCallBody."""

from __future__ import annotations

from typing import Any

from .._support.ecmascript import ecmascript
from .._support.formats import is_integer, is_object
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

    if (name := "price") in fields:
        value = fields[name]
        if not isinstance(value, str):
            found.refuse(name, "type", "string", value, None)
        elif not ecmascript(r"(?<=(EUR|\$) *)\d+$")(value):
            found.refuse(name, "pattern", "(?<=(EUR|\\$) *)\\d+$", value, None)

    if (name := "greek") in fields:
        value = fields[name]
        if not isinstance(value, str):
            found.refuse(name, "type", "string", value, None)
        elif not ecmascript(r"^\p{Script=Greek}+$")(value):
            found.refuse(name, "pattern", "^\\p{Script=Greek}+$", value, None)

    if (name := "twice") in fields:
        value = fields[name]
        if not isinstance(value, str):
            found.refuse(name, "type", "string", value, None)
        elif not ecmascript(r"^(x)?\1(?:[a-z]+ ?)+$")(value):
            found.refuse(name, "pattern", "^(x)?\\1(?:[a-z]+ ?)+$", value, None)

    if (name := "date") in fields:
        value = fields[name]
        if not isinstance(value, str):
            found.refuse(name, "type", "string", value, None)
        elif not ecmascript(r"^(?:(?<year>\d{4})-\d\d|\d\d\.(?<year>\d{4}))$")(value):
            found.refuse(
                name,
                "pattern",
                "^(?:(?<year>\\d{4})-\\d\\d|\\d\\d\\.(?<year>\\d{4}))$",
                value,
                None,
            )

    if (name := "plain") in fields:
        value = fields[name]
        if not isinstance(value, str):
            found.refuse(name, "type", "string", value, None)
        elif not ecmascript(r"^(?i:no)\u{5f}\u{22}$")(value):
            found.refuse(name, "pattern", '^(?i:no)\\_\\"$', value, None)

    if (name := "other") in fields:
        value = fields[name]
        if not isinstance(value, str) or ecmascript(r"(?<!a*)b")(value):
            found.refuse(name, "not", None, value, None)

    if (name := "either") in fields:
        value = fields[name]
        if (
            not isinstance(value, str) or not ecmascript(r"^(a)?\1$")(value)
        ) and not is_integer(value):
            found.refuse(
                name,
                "anyOf",
                ("a string and text that matches ^(a)?\\1$", "an integer"),
                value,
                None,
            )

    for name, value in fields.items():
        if ecmascript(r"^\p{Emoji}$")(name):
            if type(value) is not int and not is_integer(value):
                found.refuse(
                    name,
                    "type",
                    "integer",
                    value,
                    None,
                    "spec.yaml#/paths/~1calls/post/requestBody/content/application~1json/schema/patternProperties/%5E%5Cp{Emoji}$",
                )
