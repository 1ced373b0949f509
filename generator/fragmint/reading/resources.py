"""Schemas that have a URI or a name of their own (JSON Schema 2020-12, Core §8.2)."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Protocol
from urllib.parse import urljoin

from fragmint.reading.grammar import field_of
from fragmint.reading.pointers import JSON, Location, Pointer

_WORDS = ("$id", "$anchor", "$dynamicAnchor", "$self")
_NOT_SCHEMAS = frozenset(("example", "examples", "enum", "const", "default"))


class _Source(Protocol):
    @property
    def text(self) -> str: ...
    @property
    def value(self) -> JSON: ...


@dataclass(frozen=True, slots=True)
class Resources:
    """What a file gives a URI or a name to.

    Args:
        roots: The base URI that holds at a pointer and below.
        anchors: What a name stands for, below the pointer that its URI belongs to.
        dynamic: Those of them that are `$dynamicAnchor`s.
    """

    roots: dict[Pointer, str] = field(default_factory=dict)
    anchors: dict[tuple[Pointer, str], Pointer] = field(default_factory=dict)
    dynamic: set[tuple[Pointer, str]] = field(default_factory=set)

    def root_of(self, pointer: Pointer) -> Pointer:
        """The pointer to the nearest schema around a value that has a URI."""
        for length in range(len(pointer), 0, -1):
            if pointer[:length] in self.roots:
                return pointer[:length]
        return ()

    def anchor(self, pointer: Pointer, name: str) -> Pointer | None:
        """What a name means where a reference to it stands.

        Args:
            pointer: To the nearest schema with a URI.
            name: The name.
        """
        exact = self.anchors.get((pointer, name))
        if exact is not None:
            return exact
        anywhere = [at for (_, other), at in self.anchors.items() if other == name]
        return anywhere[0] if len(anywhere) == 1 else None


def resources(file: str, source: _Source, *, is_schema: bool = False) -> Resources:
    """Everything in a file that has a URI or a name.

    Args:
        file: The file's name, which is its base URI.
        source: What it says.
        is_schema: Whether it is a schema, so that all schemas in it are known.
    """
    found = Resources()
    if not any(word in source.text for word in _WORDS):
        return found
    own = source.value.get("$self") if isinstance(source.value, dict) else None
    found.roots[()] = _joined(file, own) if isinstance(own, str) else file
    found_in = _schemas if is_schema else _objects
    for pointer, value in found_in(source.value):
        uri = value.get("$id")
        if isinstance(uri, str) and uri.partition("#")[0]:
            base = found.roots[found.root_of(pointer)]
            found.roots[pointer] = _joined(base, uri.partition("#")[0])
        for keyword in ("$anchor", "$dynamicAnchor"):
            name = value.get(keyword)
            if isinstance(name, str):
                key = found.root_of(pointer), name
                found.anchors.setdefault(key, pointer)
                if keyword == "$dynamicAnchor":
                    found.dynamic.add(key)
    return found


def _objects(value: JSON) -> Iterator[tuple[Pointer, dict[str, JSON]]]:
    """Every object that may be a schema, the outer ones first."""
    pending: list[tuple[Pointer, JSON]] = [((), value)]
    while pending:
        pointer, value = pending.pop()
        if isinstance(value, dict):
            yield pointer, value
            pending.extend(
                ((*pointer, key), member)
                for key, member in value.items()
                if key not in _NOT_SCHEMAS or pointer[-1:] == ("properties",)
            )
        elif isinstance(value, list):
            pending.extend(((*pointer, i), member) for i, member in enumerate(value))


def _joined(base: str, uri: str) -> str:
    try:
        return urljoin(base, uri)
    except ValueError:  # it is no URI: nothing can refer to it
        return uri


def _schemas(value: JSON) -> Iterator[tuple[Pointer, dict[str, JSON]]]:
    """Every schema in a schema, the outer ones first."""
    pending: list[tuple[Pointer, JSON]] = [((), value)]
    while pending:
        pointer, value = pending.pop()
        if not isinstance(value, dict):
            continue
        yield pointer, value
        for keyword, member in value.items():
            field = field_of("schema", keyword)
            if field is None or field.kind != "schema":
                continue
            at = (*pointer, keyword)
            if field.container == "one":
                pending.append((at, member))
            elif isinstance(member, dict):
                pending.extend(((*at, name), one) for name, one in member.items())
            elif isinstance(member, list):
                pending.extend(((*at, i), one) for i, one in enumerate(member))


def with_uri(all_of_them: dict[str, Resources], uri: str) -> Location | None:
    """The schema or document that has a URI.

    Args:
        all_of_them: The resources of each file, by its name.
        uri: Absolute, or as `urljoin` made it of a file's name.
    """
    for file, found in all_of_them.items():
        for pointer, own in found.roots.items():
            if own == uri and (pointer or own != file):
                return Location(file, pointer)
    return None
