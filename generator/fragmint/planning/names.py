"""The only maker of identifiers."""

from __future__ import annotations

import keyword
import re

__all__ = ["constant_words", "field_name", "method_name", "pascal", "snake"]

# Annotations name these; a field that did too would hide them from the fields below it.
_BUILTINS = frozenset(
    [
        "bool",
        "bytes",
        "dict",
        "float",
        "int",
        "list",
        "object",
        "set",
        "str",
        "tuple",
        "type",
        "None",
    ]
)
_WORD = re.compile(
    r"[^\W\d_]?[^\W\d_A-Z]+\d*|[A-Z]+(?![^\W\d_A-Z])\d*|[A-Z]\d*|\d+", re.ASCII
)


def constant_words(text: str) -> tuple[str, ...]:
    """`text` as lower-case words: ``CallSidToCoach`` is call, sid, to, coach."""
    return tuple(word.lower() for word in _WORD.findall(text))


def snake(text: str) -> str:
    """A name for a module, a function or a field."""
    name = "_".join(constant_words(text)) or "_unnamed"
    return f"n{name}" if name[0].isdigit() else name


def pascal(text: str) -> str:
    """A name for a class."""
    name = "".join(word[0].upper() + word[1:] for word in constant_words(text))
    return f"N{name}" if not name or name[0].isdigit() else name


def field_name(wire_name: str, reserved: frozenset[str] = frozenset()) -> str:
    """A name for a parameter or property: ``From`` is ``from_``, ``Id`` is ``id``."""
    name = snake(wire_name)
    hidden = keyword.iskeyword(name) or name in _BUILTINS or name in reserved
    return f"{name}_" if hidden or name == "self" else name


def method_name(operation_id: str, tag: str) -> str:
    """The name of an operation beside its resource.

    What the resource says already is left out: ``createParticipant`` of
    ``Participants`` is ``create``.
    """
    words = constant_words(operation_id)
    resource = constant_words(tag)
    for ending in (
        resource,
        (*resource[:-1], _singular(resource[-1])) if resource else (),
    ):
        if ending and len(words) > len(ending) and words[-len(ending) :] == ending:
            words = words[: -len(ending)]
            break
    name = "_".join(words) or snake(operation_id)
    return f"{name}_" if keyword.iskeyword(name) else name


def _singular(word: str) -> str:
    if word.endswith("ies"):
        return f"{word[:-3]}y"
    return word[:-1] if word.endswith("s") and not word.endswith("ss") else word
