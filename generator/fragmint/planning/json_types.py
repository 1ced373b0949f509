"""The types of JSON (JSON Schema 2020-12, Core §4.2.1), and bytes beside them."""

from __future__ import annotations

from collections.abc import Iterable

from .plan import Import

__all__ = ["ANY_TYPE", "OBJECT", "TYPE_TESTS", "spread"]

OBJECT = frozenset({"object"})
ANY_TYPE = frozenset(
    {"array", "boolean", "integer", "null", "number", "object", "string"}
)

TYPE_TESTS = {
    "integer": Import(".._support.formats", "is_integer"),
    "number": Import(".._support.formats", "is_number"),
    "object": Import(".._support.formats", "is_object"),
    "array": Import(".._support.formats", "is_list"),
    "binary": Import(".._support.bodies", "is_binary"),
}
"""What tells whether a value is of a type, where Python has nothing for it."""


def spread(types: Iterable[str]) -> frozenset[str]:
    """`types`, and that an integer is a number, and a string can stand for bytes."""
    found = frozenset(types)
    for wide, narrow in (("number", "integer"), ("binary", "string")):
        if wide in found:
            found |= {narrow}
    return found
