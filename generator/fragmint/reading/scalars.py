"""The core schema of YAML 1.2: what a scalar stands for.

PyYAML's own resolver follows YAML 1.1, for which `NO` is false, `12:30` is 750 and
`2010-04-01` is a date.
"""

import math
import re

from fragmint.reading.pointers import JSON

_NULL = frozenset({"", "~", "null", "Null", "NULL"})
_BOOL = {
    **dict.fromkeys(("true", "True", "TRUE"), True),
    **dict.fromkeys(("false", "False", "FALSE"), False),
}
_INT = re.compile(r"[-+]?[0-9]+")
_OCTAL = re.compile(r"0o[0-7]+")
_HEX = re.compile(r"0x[0-9a-fA-F]+")
_FLOAT = re.compile(r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?")
_NOT_FINITE = re.compile(r"[-+]?\.(inf|Inf|INF)|\.(nan|NaN|NAN)")
_NUMBER_STARTS = frozenset("0123456789+-.")
_WORD_STARTS = frozenset("~nNtTfF")
_TAGS = "tag:yaml.org,2002:"


def plain(text: str) -> JSON:
    """The value of a plain scalar (YAML 1.2.2 §10.3.2).

    Raises:
        ValueError: It is a number that JSON does not have.
    """
    first = text[:1]
    if first in _NUMBER_STARTS:
        return _number(text)
    if not first or first in _WORD_STARTS:
        if text in _NULL:
            return None
        return _BOOL.get(text, text)
    return text


def tagged(tag: str, text: str) -> JSON:
    """The value of a scalar with an explicit tag (YAML 1.2.2 §10.3.1).

    Raises:
        KeyError: The core schema has no such tag for a scalar.
        ValueError: The text is none of the tag's.
    """
    match tag.removeprefix(_TAGS):
        case "str" | "!":
            return text
        case "null" if text in _NULL:
            return None
        case "bool" if text in _BOOL:
            return _BOOL[text]
        case "int" if isinstance(value := _number(text), int):
            return value
        case "float" if isinstance(value := _number(text), int | float):
            return float(value)
        case "null" | "bool" | "int" | "float" as name:
            raise ValueError(f"{text[:40]!r} is no {name}")
        case _:
            raise KeyError(tag)


def _number(text: str) -> JSON:
    if _INT.fullmatch(text):
        return _integer(text, 10)
    if _OCTAL.fullmatch(text):
        return _integer(text[2:], 8)
    if _HEX.fullmatch(text):
        return _integer(text[2:], 16)
    if _FLOAT.fullmatch(text):
        number = float(text)
        if math.isinf(number):
            raise ValueError(f"{text[:40]} is too large a number")
        return number
    if _NOT_FINITE.fullmatch(text):
        raise ValueError(f"{text} is no number of JSON")
    return text


def _integer(digits: str, base: int) -> int:
    # The same bound as Python's own for decimals, which takes quadratic time.
    if len(digits) > 4300:
        raise ValueError("an integer of more than 4300 digits")
    return int(digits, base)
