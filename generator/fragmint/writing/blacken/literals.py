"""Strings, numbers and docstrings as black spells them."""

from __future__ import annotations

import re

from .leaves import Unsure

__all__ = ["docstring", "number", "string"]

_STRING = re.compile(r"([a-zA-Z]*)('''|\"\"\"|'|\")(.*)\2", re.DOTALL)
_PLAIN_NUMBER = re.compile(r"0|[1-9][0-9]*|[0-9]+\.[0-9]+")
_HEX = "[0-9a-fA-F]"
_CODE = re.compile(
    rf"\\(?:(x{_HEX}{{2}}|u{_HEX}{{4}}|U{_HEX}{{8}})|(N\{{)|.)", re.DOTALL
)
_CONTINUED = re.compile(r"\\\s*\n")


def number(text: str) -> str:
    """A number in black's spelling."""
    if _PLAIN_NUMBER.fullmatch(text):
        return text
    text = text.lower()
    if text.startswith(("0o", "0b")):
        return text
    if text.startswith("0x"):
        return f"0x{text[2:].upper()}"
    if text.endswith("j"):
        raise Unsure("a complex number")
    mantissa, e, exponent = text.partition("e")
    if "." in mantissa:
        whole, _, part = mantissa.partition(".")
        mantissa = f"{whole or 0}.{part or 0}"
    return f"{mantissa}{e}{exponent.removeprefix('+')}"


def string(text: str) -> str:
    """A string in double quotes, unless that takes more escapes."""
    if text[0] == '"' and "\\" not in text:
        return text
    prefix, quotes, body = _split(text)
    prefix = prefix.replace("F", "f").replace("B", "b").lstrip("uU")
    if len(prefix) == 2 and prefix[0] not in "rR":
        prefix = prefix[::-1]
    if "t" in prefix or "T" in prefix:
        raise Unsure("a template string")
    if quotes == "'''":
        raise Unsure("a string in three single quotes")
    if "r" in prefix or "R" in prefix:
        if "f" in prefix and "{" in body:
            raise Unsure("a raw f-string")
        if quotes == "'":
            if '\\"' in body:
                raise Unsure("a raw string with a quote that seems to be escaped")
            quotes = quotes if '"' in body else '"'
        return prefix + quotes + body + quotes
    if "f" in prefix and "{" in body:
        return prefix + _formatted(quotes, body)
    if "\\" in body:
        body = _CODE.sub(_lowered, body)
    if quotes == '"""':
        return prefix + quotes + body + quotes
    return prefix + _quoted(quotes, body)


def _split(text: str) -> tuple[str, str, str]:
    match = _STRING.fullmatch(text)
    if match is None:
        raise Unsure("a string that is none")
    prefix, quotes, body = match.groups()
    if "\n" in body and len(quotes) == 1:
        raise Unsure("a string with a line continued")
    return prefix, quotes, body


def _lowered(match: re.Match[str]) -> str:
    if match[1]:
        return f"\\{match[1][0]}{match[1][1:].lower()}"
    if match[2]:
        raise Unsure("a character by its name")
    return match[0]


def _formatted(quotes: str, body: str) -> str:
    """An f-string with fields; what is in those cannot be changed."""
    if body.count("{") != body.count("}"):
        raise Unsure("an f-string in an f-string")
    if re.search(r"\\[xuUN'\"]", body) or ("\\" in body and quotes == "'"):
        raise Unsure("an f-string with escapes")
    if quotes == "'" and '"' not in body:
        quotes = '"'
    return quotes + body + quotes


def _quoted(quotes: str, body: str) -> str:
    """`body` between the quotes that need fewer escapes."""
    other = "'" if quotes == '"' else '"'
    if f"\\{other}" in body:
        # An escaped quote of the other sort need not be.
        body = re.sub(rf"(?<!\\)((?:\\\\)*)\\{other}", rf"\1{other}", body)
    if quotes == '"' and f"\\{quotes}" not in body:
        return quotes + body + quotes

    def swapped(match: re.Match[str]) -> str:
        if match[2]:
            return f"\\{other}"
        return quotes if match[1] == quotes else match[0]

    changed = re.sub(rf"\\(.)|({other})", swapped, body, flags=re.DOTALL)
    before, after = body.count("\\"), changed.count("\\")
    if after > before or (after == before and quotes == '"'):
        return quotes + body + quotes
    return other + changed + other


def docstring(text: str, indent: int, limit: int) -> str:
    """A docstring at `indent` levels in `limit` columns, in black's layout."""
    prefix, quotes, body = _split(string(text))
    if quotes != '"""' or prefix:
        raise Unsure("an unusual docstring")
    many = "\n" in body
    if "\t" in body:
        raise Unsure("a tab in a docstring")
    if many and "\\" in body and _CONTINUED.search(text):
        return string(text)
    was_empty = not body
    margin = "    " * indent
    body = _indented(body, margin) if many else body.strip()
    ends_in_escape = False
    if body:
        if body[0] == '"':
            body = " " + body
        if body[-1] == '"':
            body += " "
        elif body[-1] == "\\" and (len(body) - len(body.rstrip("\\"))) % 2:
            body += " "
            ends_in_escape = True
    elif not was_empty:
        body = " "
    if many and not ends_in_escape:
        lines = body.splitlines()
        if (
            len(lines) > 1
            and not body.endswith("\n")
            and len(lines[-1]) + 3 > limit
            and len(margin) + 3 <= limit
            and text[-4] != "\n"
        ):
            body += "\n" + margin
    return f'"""{body}"""'


def _indented(body: str, margin: str) -> str:
    first, *rest = body.split("\n")
    by = min(
        (
            len(line) - len(line.lstrip())
            for line in rest
            if line and not line.isspace()
        ),
        default=None,
    )
    if by is None:
        return first.strip()
    lines = [line[by:].rstrip() for line in rest]
    last = margin + lines.pop()
    return "\n".join(
        [first.strip(), *(margin + line if line else "" for line in lines), last]
    )
