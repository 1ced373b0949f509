"""The only maker of identifiers.

A name that Python or the package itself needs is not taken: a class says what kind of
thing it is (``ClientModel``), everything else gets an underscore (``from_``).
"""

from __future__ import annotations

import keyword
from unicodedata import normalize

__all__ = [
    "attribute",
    "class_name",
    "field_name",
    "function",
    "method_name",
    "snake",
    "words",
]

# The body of a class with fields also says these; a field would hide them.
_IN_CLASSES = frozenset(
    "bool bytes classmethod cls datetime dict field float int list self str".split()
)
_METHODS = frozenset({"build", "read"})
_CLIENT = frozenset({"aclose", "cached_property", "close", "prepare", "send"})
_FUNCTIONS = frozenset({"is_integer", "is_list", "is_number", "is_segment", "is_uri"})
# What the modules of a package import beside the classes of its description.
_CLASSES = frozenset(
    """Any AsyncTransport BaseAsyncClient BaseClient ClassVar Fields Found HttpRequest
    HttpResponse Literal Mapping Model Request Sequence Timeout Transport Unwritable
    Advice ApiError AsyncClient BasicAuth Client ClientError ConnectFailed
    ConnectionLost InvalidRequest InvalidResponse TimedOut TransportError
    UnreadableField Violation True False None""".split()
)


def words(text: str) -> tuple[str, ...]:
    """`text` as lower-case words: ``CallSidToCoach`` is call, sid, to, coach."""
    found: list[str] = []
    current = ""
    text = f" {normalize('NFKC', text)} "
    for before, char, after in zip(text, text[1:], text[2:], strict=False):
        if not f"a{char}".isidentifier() or char == "_":
            found.append(current)
            current = ""
            continue
        # aB and 1B begin a word at B, ABc at B too: HTTPStatus is http, status.
        if char.isupper() and (not before.isupper() or after.islower()):
            found.append(current)
            current = ""
        current += char
    found.append(current)
    return tuple(normalize("NFKC", word.lower()) for word in found if word)


def _joined(text: str) -> str:
    name = "_".join(words(text)) or "unnamed"
    return name if name.isidentifier() else normalize("NFKC", f"n{name}")


def _free(name: str, taken: frozenset[str] = frozenset()) -> str:
    return f"{name}_" if keyword.iskeyword(name) or name in taken else name


def snake(text: str) -> str:
    """A name for a module."""
    return _free(_joined(text))


def function(prefix: str, text: str) -> str:
    """A name for a function of the package: ``is_e164_number``."""
    return _free(f"{prefix}_{'_'.join(words(text)) or 'unnamed'}", _FUNCTIONS)


def class_name(text: str, kind: str) -> str:
    """A name for a class; `kind` tells it from one that is taken: ``ClientModel``."""
    name = "".join(word[:1].upper() + word[1:] for word in words(text)) or "Unnamed"
    if not name.isidentifier():
        name = normalize("NFKC", f"N{name}")
    return f"{name}{kind}" if name in _CLASSES else name


def field_name(wire_name: str, taken: frozenset[str] = frozenset()) -> str:
    """A name for a parameter or property: ``From`` is ``from_``, ``Id`` is ``id``."""
    return _free(_joined(wire_name), _IN_CLASSES | _METHODS | taken)


def attribute(tag: str) -> str:
    """A name for a resource on its client."""
    return _free(_joined(tag), _CLIENT)


def method_name(operation_id: str, tag: str) -> str:
    """The name of an operation beside its resource.

    What the resource says already is left out: ``createParticipant`` of
    ``Participants`` is ``create``.
    """
    said = words(operation_id)
    resource = words(tag)
    singular = (*resource[:-1], *map(_singular, resource[-1:]))
    for ending in (resource, singular):
        if ending and len(said) > len(ending) and said[-len(ending) :] == ending:
            said = said[: -len(ending)]
            break
    return _free(_joined(" ".join(said)))


def _singular(word: str) -> str:
    if word.endswith("ies"):
        return f"{word[:-3]}y"
    return word[:-1] if word.endswith("s") and not word.endswith("ss") else word
