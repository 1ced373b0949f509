"""Values of a description as Python source."""

from __future__ import annotations

from math import isfinite

from ..reading import JSON

__all__ = ["escaped", "literal", "regex"]


def literal(value: JSON) -> str:
    """`value` as Python source; a list is a tuple."""
    if isinstance(value, list):
        inner = ", ".join(map(literal, value))
        return f"({inner},)" if len(value) == 1 else f"({inner})"
    if isinstance(value, float) and not isfinite(value):
        return f"float({str(value)!r})"
    return repr(value)


def escaped(token: str) -> str:
    """`token` as a step of a JSON pointer (RFC 6901 §3)."""
    return token.replace("~", "~0").replace("/", "~1")


def regex(expression: str) -> str:
    """`expression` as a raw literal, where it can be one."""
    plain = expression.isprintable() and not {'"', "\n"} & set(expression)
    if plain and expression[-1:] != "\\":
        return f'r"{expression}"'
    return literal(expression)
