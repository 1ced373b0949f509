"""Regular expressions (ECMA-262), as they have to be written."""

from __future__ import annotations

from .formats import patterns

_ESCAPE = (
    r"(?a)\\(?:[dDwWsSbBfnrtv]|[0-9]+|c[A-Za-z]|x[0-9A-Fa-f]{2}|u[0-9A-Fa-f]{4}"
    r"|u\{[0-9A-Fa-f]+\}|[pP]\{\w+(?:=\w+)?\}|k<[\w$]+>|[^A-Za-z0-9])"
)
_GROUP = r"\((?:\?(?:[:=!]|<[=!]|<[\w$]+>|[ims]+(?:-[ims]*)?:|-[ims]+:))?"
_POSSESSIVE = r"(?:[*+?]|\{[0-9,]+\})\+"


def valid_regex(value: str) -> bool:
    """Whether `value` is a regular expression of ECMA-262.

    Python judges what is left when all that it writes otherwise is said as it does.
    """
    import re

    plain = patterns[_ESCAPE].sub("\0", value)
    classes = patterns[r"\[\^?([^\]]*)\]"].findall(plain)
    plain = patterns[r"\[[^\]]*\]"].sub("\0", plain)
    ranges = [
        one for inside in classes for one in patterns["(?s)(.)-(.)"].findall(inside)
    ]
    if any(low > high for low, high in ranges if "\0" not in (low, high)):
        return False
    plain = patterns[_GROUP].sub("(", plain)
    # What only Python has: other escapes and groups, and quantifiers that keep all.
    foreign = "\\" in plain or "(?" in plain or patterns[_POSSESSIVE].search(plain)
    if foreign or "[" in plain:  # the second is of no class that ends
        return False
    try:
        re.compile(plain)
    except (re.error, OverflowError, RecursionError):
        return False
    return True
