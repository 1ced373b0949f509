"""JSON values and the pointers into them (RFC 6901)."""

import re
from typing import NamedTuple, TypeAlias
from urllib.parse import quote, unquote

JSON: TypeAlias = (
    "dict[str, JSON] | list[JSON] | str | int | float | bool | None"  # as json.loads
)
Pointer: TypeAlias = tuple[str | int, ...]

_INDEX = re.compile(r"0|[1-9][0-9]{0,8}")


def to_text(pointer: Pointer) -> str:
    """The pointer as a string (RFC 6901 §3): `""`, `/paths/~1calls/get`."""
    return "".join(
        "/" + str(token).replace("~", "~0").replace("/", "~1") for token in pointer
    )


def to_fragment(pointer: Pointer) -> str:
    """The pointer as a URI fragment (RFC 6901 §6) with its `#`."""
    return "#" + quote(
        to_text(pointer), safe="/~!$&'()*+,;=:@?{}|[] ", errors="replace"
    )


def from_fragment(fragment: str) -> tuple[str, ...]:
    """The tokens of a URI fragment, not counting its `#`.

    Args:
        fragment: `""` or what begins with a slash, percent-encoded.

    Raises:
        ValueError: It is no JSON pointer (RFC 6901 §3) in UTF-8.
    """
    text = unquote(fragment, errors="strict")
    if not text:
        return ()
    if not text.startswith("/"):
        raise ValueError("a JSON pointer begins with a slash")
    if re.search("~(?![01])", text):
        raise ValueError("a tilde in a JSON pointer is written ~0")
    return tuple(
        token.replace("~1", "/").replace("~0", "~") for token in text[1:].split("/")
    )


def step(value: JSON, token: str | int) -> tuple[JSON, str | int]:
    """The member of a value that one token of a pointer names.

    Args:
        value: An object or an array; nothing else has members.
        token: A key, or an index as a number or in digits (RFC 6901 §4).

    Returns:
        The member, and the token as it stands in pointers: an int for an index.

    Raises:
        KeyError: There is no such member.
    """
    if isinstance(value, dict):
        return value[str(token)], str(token)
    if isinstance(value, list) and _INDEX.fullmatch(str(token)):
        index = int(token)
        if index < len(value):
            return value[index], index
    raise KeyError(token)


def resolve(value: JSON, tokens: Pointer) -> tuple[JSON, Pointer]:
    """The value that a pointer leads to, and the pointer with ints for indices.

    Raises:
        KeyError: It leads nowhere.
    """
    found: list[str | int] = []
    for token in tokens:
        value, exact = step(value, token)
        found.append(exact)
    return value, tuple(found)


class Location(NamedTuple):
    """A value in a file."""

    file: str
    pointer: Pointer

    def __str__(self) -> str:
        return f"{self.file}{to_fragment(self.pointer)}"

    def to(self, *tokens: str | int) -> "Location":
        """The location of a member."""
        return Location(self.file, (*self.pointer, *tokens))
