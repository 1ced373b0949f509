"""Any text -> words, and words -> identifiers of bounded length.

Whatever comes in, what goes out is an identifier in NFKC, the form in which Python
itself compares names.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from unicodedata import normalize

__all__ = [
    "LONGEST",
    "Words",
    "digested",
    "fitted",
    "from_end",
    "is_long",
    "is_sound",
    "pascal",
    "plain",
    "put_together",
    "snake_case",
    "spelled",
    "style",
    "words",
]

Words = tuple[str, ...]

LONGEST = 59
"""The most characters of a class name, a field or a method."""
MOST_IN_FILES = 80
MOST_BYTES = 200

# Written with a capital inside, read as one word.
_ONE_WORD = re.compile(
    r"(?<![A-Z])(?:OAuth|OpenID|IPv|GitHub|GitLab|GraphQL|MySQL|PostgreSQL|NoSQL"
    r"|MongoDB|DevOps|LinkedIn|YouTube|PayPal)(?![a-z])"
    r"|(?<![A-Za-z])(?:iOS|macOS|iPhone|iPad)(?![a-z])"
)

_SYMBOLS = {
    "<=": "le",
    ">=": "ge",
    "!=": "ne",
    "<>": "ne",
    "==": "eq",
    "[]": "array",
    "<": "lt",
    ">": "gt",
    "=": "eq",
    "+": "plus",
    "*": "star",
    "@": "at",
    "$": "dollar",
    "#": "hash",
    "%": "percent",
    "&": "and",
    "|": "or",
    "!": "not",
    "?": "question",
    "^": "caret",
    "~": "tilde",
    "'": "quote",
    '"': "quotes",
    "`": "backtick",
    "\\": "backslash",
    "[": "bracket",
    "(": "paren",
    "{": "brace",
    "\u00ab": "guillemet",
}
_SEPARATORS = {
    "-": "dash",
    "_": "underscore",
    ".": "dot",
    "/": "slash",
    " ": "space",
    ":": "colon",
    ",": "comma",
    ";": "semicolon",
}
# They close what another symbol has opened, or part words: said only in need.
_QUIET = frozenset("_./ :,;-]})\u00bb")
_NOISE = frozenset("sign symbol mark character letter with for and of the".split())
# Letters to Unicode that nobody sees.
_INVISIBLE = frozenset("\u034f\u115f\u1160\u17b4\u17b5\u3164\uffa0") | frozenset(
    chr(code) for code in [*range(0x180B, 0x1810), *range(0xFE00, 0xFE10)]
)
_SIGN = re.compile(r"^[\s_]*([+-])(?=\d)")


@lru_cache(maxsize=1 << 16)
def words(text: str) -> Words:
    """`text` as lower-case words: ``CallSidToCoach`` is call, sid, to, coach."""
    text = _ONE_WORD.sub(lambda found: found[0].capitalize(), normalize("NFKC", text))
    found: list[str] = []
    current = ""
    text = f" {text}  "
    for index in range(1, len(text) - 2):
        before, char, after = text[index - 1], text[index], text[index + 1]
        if char == "_" or not _is_letter(char, current):
            found.append(current)
            current = ""
            continue
        # aB and 1B begin a word at B, ABc at B too: HTTPStatus is http, status.
        if char.isupper() and (not before.isupper() or after.islower()):
            plural = before.isupper() and after == "s" and not text[index + 2].islower()
            if not plural:  # IDs is one word
                found.append(current)
                current = ""
        current += char
    found.append(current)
    return tuple(normalize("NFKC", word.lower()) for word in found if word)


def _is_letter(char: str, current: str) -> bool:
    """Whether `char` can go on a word that is `current` so far.

    Beyond the BMP only what every supported Python knows: a name must not be valid on
    one and invalid on another.
    """
    if char.isascii():
        return char.isalnum()
    if char in _INVISIBLE or not f"a{char}".isidentifier():
        return False
    if not current and unicodedata.category(char).startswith("M"):
        return False  # an accent with nothing below it
    return char <= "\uffff" or unicodedata.ucd_3_2_0.category(char) != "Cn"


def plain(text: str) -> Words:
    """The words of `text` as one would say them; symbols only where all else is empty.

    A sign before a number is no separator: ``-1`` is minus, 1.
    """
    signed = _SIGN.sub(lambda m: "plus " if m[1] == "+" else "minus ", text)
    return words(signed) or spelled(text, separators=True)


@lru_cache(maxsize=1 << 14)
def spelled(text: str, *, separators: bool = False) -> Words:
    """The words of `text` with its symbols: ``StartTime<`` is start, time, lt.

    Args:
        separators: Say also what only parts words, such as ``-`` or a dot.
    """
    text = normalize("NFKC", text)
    said: list[str] = []
    index = 0
    while index < len(text):
        char, pair = text[index], text[index : index + 2]
        if pair in _SYMBOLS:
            said.append(f" {_SYMBOLS[pair]} ")
            index += 2
            continue
        before = text[index - 1] if index else ""
        index += 1
        if char == before and not char.isalnum():
            continue
        if char != "_" and _is_letter(char, before.strip("_ ")):
            said.append(char)
        elif char == "-" and (index == 1 or text[index : index + 1].isdigit()):
            said.append(" minus ")
        elif char == "_" and index == 1:
            said.append(" underscore ")
        elif separators or char not in _QUIET:
            said.append(f" {_named(char)} ")
        else:
            said.append(" ")
    return words("".join(said))


def _named(char: str) -> str:
    known = _SYMBOLS.get(char) or _SEPARATORS.get(char)
    if known:
        return known
    # Controls and what is not assigned have no name that says anything.
    if char not in _INVISIBLE and unicodedata.category(char)[0] in "LMNPS":
        name = unicodedata.name(char, "").lower().replace("-", " ")
        said = [word for word in name.split() if word not in _NOISE]
        if said and len(said) <= 4 and name.isascii():
            return " ".join(said)
    return f"u{ord(char):04x}"


def style(text: str) -> str:
    """A word for how `text` is written, to tell it from the same in other letters."""
    letters = "".join(char for char in text if char.isalpha())
    if letters == letters.lower():
        return "lower"
    if letters == letters.upper():
        return "upper"
    if re.search(r"[A-Z]{2}", letters):
        return "caps"
    return "camel" if letters[:1].islower() else "capital"


@lru_cache(maxsize=1 << 14)
def snake_case(parts: Words, role: str) -> str:
    """`parts` in snake case; after `role` where a name cannot begin so."""
    name = normalize("NFKC", "_".join(fitted(parts)))
    if name.isidentifier():
        return name
    return normalize("NFKC", "_".join(fitted((role, *parts)))) if parts else "unnamed"


@lru_cache(maxsize=1 << 14)
def pascal(parts: Words, role: str) -> str:
    """`parts` in the case of classes; after `role` where a name cannot begin so."""
    name = _capitals(fitted(parts or ("unnamed", role)))
    return name if name.isidentifier() else _capitals(fitted((role, *parts)))


def _capitals(parts: Words) -> str:
    return normalize("NFKC", "".join(word[:1].title() + word[1:] for word in parts))


def is_sound(name: str) -> bool:
    """Whether Python takes `name` as it stands and no one takes it for private."""
    return (
        name.isidentifier()
        and not name.startswith("_")
        and normalize("NFKC", name) == name
        and len(name.encode()) <= MOST_BYTES
    )


def _fits(parts: Words, room: int) -> bool:
    """Whether a class and a file can be called so."""
    letters = "".join(parts)
    wide = len(letters) + len(parts) - 1
    return (
        len(letters) <= room
        and wide <= MOST_IN_FILES
        and len(letters.encode()) + len(parts) <= MOST_BYTES
    )


def is_long(parts: Words) -> bool:
    """Whether `parts` are too many for one name."""
    return not _fits(parts, LONGEST)


def fitted(parts: Words, room: int = LONGEST) -> Words:
    """`parts`, without those in the middle where they are too many.

    What is done stands in front and what it is done to at the end, so both are taken
    in turn, the end first.
    """
    if _fits(parts, room):
        return parts
    head: Words = ()
    tail: Words = ()
    rest = list(parts)
    while rest:
        from_tail = len(tail) <= len(head)
        word = rest.pop() if from_tail else rest.pop(0)
        longer = (head, (word, *tail)) if from_tail else ((*head, word), tail)
        if not _fits(longer[0] + longer[1], room):
            break
        head, tail = longer
    return head + tail or (_cut(parts[0], room),)


def from_end(parts: Words, room: int = LONGEST) -> Words:
    """`parts`, without the first ones where they are too many."""
    tail: Words = ()
    for word in reversed(parts):
        if not _fits((word, *tail), room):
            break
        tail = (word, *tail)
    return tail or (_cut(parts[-1], room),) if parts else ()


def _cut(word: str, room: int) -> str:
    word = word[:room]
    while len(word.encode(errors="replace")) > MOST_BYTES - 20:
        word = word[:-1]
    return word


def put_together(*parts: Words) -> Words:
    """`parts` one after another; what one ends with, the next does not say again."""
    said: Words = ()
    for part in parts:
        shared = min(len(said), len(part))
        while shared and said[-shared:] != part[:shared]:
            shared -= 1
        said += part[shared:]
    return said


def digested(name: str, digest: str) -> str:
    """`name` with a digest, which no one takes for a number: ``pet_x3fa9c1``."""
    room = LONGEST - len(digest) - 2
    name = _cut(name, room).rstrip("_")
    mark = "X" if name[:1].isupper() and "_" not in name else "_x"
    return f"{name}{mark}{digest}"
