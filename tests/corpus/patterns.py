"""Texts that a regular expression matches."""

from __future__ import annotations

import importlib
import random
import re
from typing import Any

__all__ = ["NARROW", "matching", "narrowed"]

NARROW = "x-narrow-pattern"
"""Where a schema has a pattern that texts are made by, and are not judged by."""

# Python's own parser; its tree is what a generator of texts needs.
_parser: Any = importlib.import_module("re._parser")
_MORE = 4
_USUAL = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789"
_CLASSES = {
    "CATEGORY_DIGIT": "0123456789",
    "CATEGORY_NOT_DIGIT": "abcXYZ_-",
    "CATEGORY_WORD": _USUAL + "_",
    "CATEGORY_NOT_WORD": "-.:",
    "CATEGORY_SPACE": " ",
    "CATEGORY_NOT_SPACE": _USUAL + "-_.",
}


_PROPERTIES = {"L": "A-Za-z", "Lu": "A-Z", "Ll": "a-z", "N": "0-9", "Nd": "0-9"}
_PROPERTIES |= {"Z": " ", "Zs": " ", "P": ".,", "S": "+", "M": ""}


def narrowed(pattern: str) -> str | None:
    """`pattern` with a few characters for each `\\p{…}`, which Python cannot read.

    None if there is no telling: what is narrower inside `[^…]` is wider outside.
    """
    if re.search(r"\\P|\[\^[^\]]*\\p", pattern):
        return None
    out, inside = "", False
    for part in re.findall(r"\\p\{\w+\}|\\.|.", pattern, re.DOTALL):
        if part.startswith("\\p{"):
            some = _PROPERTIES.get(part[3:-1])
            if some is None:
                return None
            out += some if inside else f"[{some}]"
            continue
        inside = part == "[" or (inside and part != "]")
        out += part
    return out


def matching(pattern: str, dice: random.Random, shortest: int, longest: int) -> str:
    """A text that likely matches; whoever asks checks it.

    Look-arounds are not looked at, and an unanchored pattern gets nothing around it
    but what it takes to be long enough.
    """
    tree = _parser.parse(pattern)
    text = ""
    for _ in range(20):
        text = _one(tree, dice, {}, _MORE)
        if len(text) < shortest:
            text = _one(tree, dice, {}, max(shortest, _MORE))
        if shortest <= len(text) <= longest and re.search(pattern, text):
            return text
    return text


def _one(tree: Any, dice: random.Random, groups: dict[int, str], more: int) -> str:
    return "".join(_piece(str(op), rest, dice, groups, more) for op, rest in tree)


def _piece(
    op: str, rest: Any, dice: random.Random, groups: dict[int, str], more: int
) -> str:
    match op:
        case "LITERAL":
            return chr(rest)
        case "NOT_LITERAL":
            return dice.choice(_USUAL.replace(chr(rest), ""))
        case "ANY":
            return dice.choice(_USUAL)
        case "IN":
            return _of_class(rest, dice)
        case "BRANCH":
            return _one(dice.choice(rest[1]), dice, groups, more)
        case "SUBPATTERN":
            text = _one(rest[3], dice, groups, more)
            if rest[0] is not None:
                groups[rest[0]] = text
            return text
        case "ATOMIC_GROUP":
            return _one(rest, dice, groups, more)
        case "GROUPREF":
            return groups.get(rest, "")
        case "MAX_REPEAT" | "MIN_REPEAT" | "POSSESSIVE_REPEAT":
            least, most, inner = int(rest[0]), int(rest[1]), rest[2]
            count = dice.randint(least, min(most, max(least, more) + 1))
            return "".join(_one(inner, dice, groups, _MORE) for _ in range(count))
        case _:
            return ""  # anchors and look-arounds have no text of their own


def _of_class(members: Any, dice: random.Random) -> str:
    chosen: list[str] = []
    negated = False
    for op, rest in members:
        match str(op):
            case "NEGATE":
                negated = True
            case "LITERAL":
                chosen.append(chr(rest))
            case "RANGE":
                first, last = rest
                chosen += map(chr, range(first, min(last, first + 200) + 1))
            case _:
                chosen += _CLASSES.get(str(rest), _USUAL)
    if negated:
        others = [one for one in _USUAL + "-_.~ " if one not in chosen]
        return dice.choice(others or ["é"])
    printable = [one for one in chosen if one.isprintable()]
    return dice.choice(printable or chosen or [""])
