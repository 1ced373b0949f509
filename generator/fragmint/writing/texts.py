"""The three ways in which a string of a description reaches the output.

Each makes any string harmless: what comes out is one literal, one docstring or one
comment, whatever was in it.
"""

from __future__ import annotations

import ast
import re
import textwrap

__all__ = ["comment", "docstring", "literal", "words", "wrapped"]

_NARROW = 40
_MARK = "\ue000"  # which no literal has: what cannot be seen is escaped in it
_WORDS = re.compile(rf"^( *)([^{_MARK}\n]*){_MARK}(.*?){_MARK}", re.MULTILINE)


def literal(text: str) -> str:
    """`text` as a Python literal in double quotes, like black's."""
    plain = _visible(text).replace('"', '\\"')
    if '"' in text and "'" not in text:
        return repr(text)
    return f'"{plain}"'


def words(text: str) -> str:
    """`text` as a literal over as many lines as it needs, once it is `wrapped`."""
    return f"{_MARK}{literal(text)}{_MARK}"


def wrapped(module: str, width: int = 88) -> str:
    """A module, in which words take up to `width` columns where they stand now.

    Before it is laid out: an argument of a call gets a line of its own.
    """
    while _MARK in module:  # more often than once only where a line has several
        module = _WORDS.sub(lambda found: _over_lines(found, width), module)
    return module


def _over_lines(found: re.Match[str], width: int) -> str:
    margin, before, whole = found.groups()
    is_value = before.endswith(" = ")
    indent = len(margin) + (0 if is_value else 4)
    used = len(before) if is_value else len(",")
    if indent + used + len(whole) <= width:
        return margin + before + whole
    lines = [""]
    for word in re.findall(r"\S*\s*", ast.literal_eval(whole)):
        longer = lines[-1] + word
        if lines[-1] and indent + 4 + len(literal(longer)) > width:
            longer = word
            lines.append("")
        lines[-1] = longer
    return f"{margin}{before}({' '.join(map(literal, lines))})"


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
