"""ECMA-262 regular expressions, which JSON Schema uses, as Python's `re` writes them.

Only what means exactly the same is translated; anything else is an `Untranslatable`.
What stands as `\\p{…}` in a translation, `support.unicode` expands.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import assert_never

from .characters import Property, Range
from .ecmascript import (
    Back,
    Chars,
    Choice,
    Edge,
    Group,
    Literal,
    Look,
    Node,
    Repeat,
    Sequence,
    Untranslatable,
    parse,
)

__all__ = ["Untranslatable", "translate"]

_SYNTAX = frozenset("^$\\.*+?()[]{}|")
# Python reads [[, --, &&, || and ~~ as set operations to come.
_CLASS_SYNTAX = frozenset("\\[]&|~")
_SHORT = {"\t": r"\t", "\n": r"\n", "\v": r"\v", "\f": r"\f", "\r": r"\r"}
# To Python, before 3.14, \B is not found in an empty text.
_EDGES = {"^": "^", "$": r"\Z", "b": r"(?a:\b)", "B": r"(?!(?a:\b))"}
_GROUPS_IN_REFERENCES = 99


@lru_cache(maxsize=1000)
def translate(expression: str) -> str:
    """`expression` for Python's `re`, to be used with `search`.

    Raises:
        Untranslatable: Python cannot say exactly the same.
    """
    try:
        translated = _spelled(parse(expression))
        re.compile(re.sub(r"\\[pP]\{[A-Z]\w*\}", "a", translated))
    except re.error as error:
        raise Untranslatable(str(error)) from None
    except (OverflowError, RecursionError):
        raise Untranslatable("it is too large") from None
    return translated


def _spelled(node: Node) -> str:
    match node:
        case Literal(code, escaped):
            return _character(code, escaped, _SYNTAX)
        case Chars():
            return _chars(node)
        case Edge(kind):
            return _EDGES[kind]
        case Back(number, source, sure):
            if not sure:
                message = f"{source}, where it is not sure what that group matched"
                raise Untranslatable(message)
            if number > _GROUPS_IN_REFERENCES:
                raise Untranslatable("a reference to one of too many groups")
            return rf"(?:\{number})"  # a digit that follows is none of its own
        case Sequence(parts):
            return "".join(map(_spelled, parts))
        case Choice(options):
            return "|".join(map(_spelled, options))
        case Repeat(body=body, quantifier=quantifier):
            return _spelled(body) + quantifier
        case Group(body, number, name):
            opening = f"?P<{name}>" if name else "" if number else "?:"
            return f"({opening}{_spelled(body)})"
        case Look(Choice(options), False, negated):
            # Python looks behind for texts of one length only, but each has its own.
            apart = [_spelled(Look(one, False, negated)) for one in options]
            return "".join(apart) if negated else f"(?:{'|'.join(apart)})"
        case Look(body, ahead, negated):
            opening = ("" if ahead else "<") + ("!" if negated else "=")
            return f"(?{opening}{_spelled(body)})"
        case _:
            assert_never(node)


def _chars(chars: Chars) -> str:
    items = chars.items
    if not items:  # [] is nothing, and [^] anything
        return r"[\s\S]" if chars.negated else r"[^\s\S]"
    dashes = [one for one in items if isinstance(one, Range) and _is(one, "-")]
    out: list[str] = []
    for index, item in enumerate(items):
        match item:
            case Property(name, negated):
                out.append(rf"\{'P' if negated else 'p'}{{{name}}}")
            case Range(first, last, escaped):
                at_end = index in (0, len(items) - 1)
                if _is(item, "-") and at_end and len(dashes) == 1:
                    out.append("-")
                    continue
                syntax = _CLASS_SYNTAX | {"-"}
                if index == 0 and not chars.negated:
                    syntax |= {"^"}
                out.append(_character(first, escaped, syntax))
                if first < last:
                    out += "-", _character(last, escaped, syntax)
    return f"[{'^' if chars.negated else ''}{''.join(out)}]"


def _is(item: Range, char: str) -> bool:
    return item.first == item.last == ord(char)


def _character(code: int, escaped: bool, syntax: frozenset[str]) -> str:
    char = chr(code)
    if char in syntax:
        return f"\\{char}"
    if char in _SHORT:
        return _SHORT[char]
    if char.isprintable() and (code < 128 or not escaped):
        return char
    if code < 128:
        return f"\\x{code:02x}"
    return f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"
