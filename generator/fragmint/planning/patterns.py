"""ECMA-262 regular expressions, which JSON Schema uses, as Python's `re` writes them.

Only what means exactly the same is translated; anything else is an `Untranslatable`.
"""

from __future__ import annotations

import re

__all__ = ["Untranslatable", "translate"]


class Untranslatable(ValueError):
    """The expression has no exact translation; the message says what is in the way."""


# ECMA-262 §22.2.2.9: \d and \w are ASCII, \s is white space and line ends.
_SPACE = r"\t\n\v\f\r \u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000\ufeff"
_CLASSES = {"d": "0-9", "w": "A-Za-z0-9_", "s": _SPACE}
_CONTROLS = {"t": r"\t", "n": r"\n", "v": r"\v", "f": r"\f", "r": r"\r", "0": r"\x00"}
_ESCAPES = r"""
      \\u\{(?P<long>[0-9A-Fa-f]{1,6})\}
    | \\u(?P<short>[0-9A-Fa-f]{4})
    | \\x(?P<byte>[0-9A-Fa-f]{2})
    | \\c(?P<control>[A-Za-z])
    | \\(?P<escape>.)
"""
_FLAGS = re.VERBOSE | re.DOTALL | re.ASCII
_IN_CLASS = re.compile(rf"{_ESCAPES} | (?P<char>.)", _FLAGS)
_TOKEN = re.compile(
    rf"""{_ESCAPES}
    | (?P<group>\((?:\?(?:<[A-Za-z_]\w*>|<?[=!]|.)?)?)
    | (?P<quantifier>[*+?]\??|\{{\d+(?:,\d*)?\}}\??)
    | (?P<char>.)
    """,
    _FLAGS,
)


_OUTSIDE = {"$": r"\Z", ".": r"[^\n\r\u2028\u2029]", "{": r"\{"}


def translate(expression: str) -> str:
    """`expression` for Python's `re`, to be used with `search`.

    Raises:
        Untranslatable: Python cannot say exactly the same.
    """
    out: list[str] = []
    in_class = repeated = False
    position = 0
    while position < len(expression):
        token = (_IN_CLASS if in_class else _TOKEN).match(expression, position)
        assert token is not None  # the last alternative takes any character
        position = token.end()
        kind, text = token.lastgroup, token[token.lastgroup or 0]
        if kind in ("long", "short", "byte"):
            out.append(_character(int(text, 16)))
        elif kind == "control":
            out.append(_character(ord(text) % 32))
        elif kind == "escape":
            out.append(_escape(text, in_class))
        elif in_class:
            in_class = text != "]"
            # Python reads [[, --, &&, || and ~~ as set operations to come.
            operator = text in "[&|~" or (text == "-" and out[-1] == "-")
            out.append(f"\\{text}" if operator else text)
        elif kind == "group":
            out.append(_group(text))
        elif kind == "quantifier":
            if repeated:  # to Python a*+ means something else than a*
                raise Untranslatable(f"the quantifier {text} after another one")
            out.append(text)
        elif text == "[":
            rest = expression[token.end() :]
            if rest.startswith(("]", "^]")):
                raise Untranslatable("an empty character class")
            in_class = True
            out.append("[")
        else:
            out.append(_OUTSIDE.get(text, text))
        repeated = kind == "quantifier" and not in_class
    translated = "".join(out)
    try:
        re.compile(translated)
    except re.error as error:
        raise Untranslatable(str(error)) from None
    except (OverflowError, RecursionError):
        raise Untranslatable("it is too large") from None
    return translated


def _character(code: int) -> str:
    if code > 0x10FFFF or 0xD800 <= code <= 0xDFFF:
        raise Untranslatable(f"the code point {code:#x}")
    return re.escape(chr(code)) if 32 < code < 127 else f"\\U{code:08x}"


def _escape(char: str, in_class: bool) -> str:
    if char in _CONTROLS:
        return _CONTROLS[char]
    if char in _CLASSES:
        return _CLASSES[char] if in_class else f"[{_CLASSES[char]}]"
    if char.lower() in _CLASSES:
        if in_class:
            raise Untranslatable(f"\\{char} in a character class")
        return f"[^{_CLASSES[char.lower()]}]"
    if char in "bB" and not in_class:
        return rf"(?a:\{char})"
    if char == "b":
        return r"\x08"
    if char.isalnum():
        raise Untranslatable(f"\\{char}")
    return re.escape(char)


def _group(text: str) -> str:
    if text in ("(", "(?:", "(?=", "(?!"):
        return text
    if text.endswith(">"):
        return f"(?P{text[2:]}"
    raise Untranslatable(f"the group {text}")
