"""The three ways in which a string of a description reaches the output.

Each makes any string harmless: what comes out is one literal, one docstring or one
comment, whatever was in it.
"""

from __future__ import annotations

import re
import textwrap

__all__ = ["comment", "docstring", "literal", "words"]

_NARROW = 40


def literal(text: str) -> str:
    """`text` as a Python literal in double quotes, like black's."""
    plain = _visible(text).replace('"', '\\"')
    if '"' in text and "'" not in text:
        return repr(text)
    return f'"{plain}"'


def words(text: str, indent: int = 8, width: int = 88) -> str:
    """`text` as a literal over as many lines of `width` columns as it needs."""
    whole = literal(text)
    if len(whole) + indent + len("words = ") <= width:
        return whole
    lines = [""]
    for word in re.findall(r"\S*\s*", text):
        if lines[-1] and len(lines[-1]) + len(word) > width - indent - 6:
            lines.append("")
        lines[-1] += word
    return "(" + " ".join(map(literal, lines)) + ")"


def docstring(text: str, indent: int = 0, width: int = 88) -> str:
    """`text` as a docstring, wrapped; black does the rest of its layout."""
    width = max(width - indent, _NARROW)
    lines: list[str] = []
    for line in text.strip().splitlines():
        before = len(line) - len(line.lstrip(" "))
        # In a list of arguments, an entry goes on further in.
        after = before + 4 if before else 0
        quotes = 0 if lines else 3
        stripped = line.strip()
        if before + quotes + len(stripped) <= width and stripped.isprintable():
            lines.append(" " * (before + quotes) + stripped if stripped else "")
            continue
        lines += textwrap.wrap(
            stripped,
            width,
            initial_indent=" " * (before + quotes),
            subsequent_indent=" " * after,
            break_long_words=False,
            break_on_hyphens=False,
        ) or [""]
    first, *rest = [_visible(line) for line in lines] or [""]
    first = first.lstrip()
    if rest or len(first) + 6 > width:
        rest.append("")
    margin = " " * indent
    whole = [first, *(margin + line if line else "" for line in rest[:-1])]
    body = "\n".join(whole + [margin] * bool(rest))
    if body.endswith('"'):
        body = f'{body[:-1]}\\"'
    body = body.replace('"""', '\\"\\"\\"')
    return f'"""{body}"""'


def comment(text: str) -> str:
    """`text` as a comment of one line."""
    return "# " + " ".join(_visible(text).split())


def _visible(text: str) -> str:
    """`text`, with an escape for each character that needs one."""
    if text.isprintable() and "\\" not in text:
        return text
    return "".join(map(_escaped, text))


def _escaped(char: str) -> str:
    """`char`, unless a reader could not see it or Python would take it for more."""
    if char == "\\":
        return "\\\\"
    if char == "\n":
        return "\\n"
    if char.isprintable():
        return char
    code = ord(char)
    if code < 0x100:
        return f"\\x{code:02x}"
    return f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"
