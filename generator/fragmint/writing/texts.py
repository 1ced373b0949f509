"""The three ways in which a string of a description reaches the output.

Each makes any string harmless: what comes out is one literal, one docstring or one
comment, whatever was in it.
"""

from __future__ import annotations

import re
import textwrap

__all__ = ["comment", "docstring", "literal", "words"]

WIDTH = 88
_NARROW = 40


def literal(text: str) -> str:
    """`text` as a Python literal in double quotes, like black's."""
    plain = "".join(map(_escaped, text)).replace('"', '\\"')
    if '"' in text and "'" not in text:
        return repr(text)
    return f'"{plain}"'


def words(text: str, indent: int = 8) -> str:
    """`text` as a literal over as many lines as it needs."""
    whole = literal(text)
    if len(whole) + indent + len("words = ") <= WIDTH:
        return whole
    lines = [""]
    for word in re.findall(r"\S*\s*", text):
        if lines[-1] and len(lines[-1]) + len(word) > WIDTH - indent - 6:
            lines.append("")
        lines[-1] += word
    return "(" + " ".join(map(literal, lines)) + ")"


def docstring(text: str, indent: int = 0) -> str:
    """`text` as a docstring, wrapped; black does the rest of its layout."""
    width = max(WIDTH - indent, _NARROW)
    lines: list[str] = []
    for line in text.strip().splitlines():
        stripped = line.strip()
        before = len(line) - len(line.lstrip(" "))
        # In a list of arguments, an entry goes on further in.
        after = before + 4 if before else 0
        first = 3 if not lines else 0
        lines += textwrap.wrap(
            stripped,
            width,
            initial_indent=" " * (before + first),
            subsequent_indent=" " * after,
            break_long_words=False,
            break_on_hyphens=False,
        ) or [""]
    lines[0] = lines[0].lstrip()
    if (len(lines) == 1 and len(lines[0]) + 6 > width) or len(lines) > 1:
        lines.append("")
    margin = " " * indent
    escaped = ["".join(map(_escaped, line)) for line in lines]
    body = escaped[0] + "".join(
        "\n" + (margin + line if line else "") for line in escaped[1:-1]
    )
    if len(escaped) > 1:
        body += f"\n{margin}{escaped[-1]}"
    body = body.replace('"""', '\\"\\"\\"')
    if body.endswith('"'):
        body = f'{body[:-1]}\\"'
    return f'"""{body}"""'


def comment(text: str) -> str:
    """`text` as a comment of one line."""
    return "# " + " ".join("".join(map(_escaped, text)).split())


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
