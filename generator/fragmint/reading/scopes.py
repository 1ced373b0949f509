"""Dynamic scope: what a `$dynamicRef` means depends on the way that led to it.

A schema that others may extend says `$dynamicRef: "#node"`, and means the outermost
`$dynamicAnchor: node` of the resources that the evaluation has come through (JSON
Schema 2020-12, Core §7.1, §8.2.3.2). All these ways are known beforehand; so there is
one copy of such a schema for each scope, and in each the reference is a plain one.
"""

from typing import NamedTuple, TypeAlias
from urllib.parse import unquote

from fragmint.reading.files import Files
from fragmint.reading.notes import Notes
from fragmint.reading.pointers import Location, Pointer, resolve, step
from fragmint.reading.refs import Nowhere, Target, chase

Scope: TypeAlias = frozenset[tuple[str, Location]]
"""What each `$dynamicAnchor` on the way stands for."""
NO_SCOPE: Scope = frozenset()


class Hoisted(NamedTuple):
    """A schema that references lead to, in one scope."""

    file: str
    pointer: Pointer
    scope: Scope = NO_SCOPE

    @property
    def at(self) -> Location:
        """Where it is written."""
        return Location(self.file, self.pointer)

    def __str__(self) -> str:
        ways = sorted(f" {name}={at}" for name, at in self.scope)
        return str(self.at) + "".join(ways)


def entered(files: Files, scope: Scope, at: Location) -> Scope:
    """The scope in a schema that is reached through `scope`; what is outermost stays.

    Args:
        files: Where files come from; that of the schema has been read.
        scope: What holds around it.
        at: Where the schema is written.
    """
    found = files.resources(at.file)
    if not found.dynamic:
        return scope
    root = found.root_of(at.pointer)
    own = {
        name: Location(at.file, found.anchors[root, name])
        for base, name in found.dynamic
        if base == root
    }
    return frozenset((own | dict(scope)).items())


def followed(
    files: Files, notes: Notes, keyword: str, ref: str, at: Location, scope: Scope
) -> Target | Nowhere:
    """Follow a reference to a schema, by the keyword that it is of.

    Args:
        files: Where files come from.
        notes: Where problems go.
        keyword: `$ref`, `$dynamicRef` or `$recursiveRef`.
        ref: What is written.
        at: Where it is written.
        scope: What holds there.
    """
    if keyword == "$recursiveRef":
        return _recursive(files, notes, at)
    found = chase(files, ref, at, scope)
    if keyword == "$dynamicRef" and isinstance(found, Target):
        return _dynamic(files, scope, ref, found)
    return found


def _recursive(files: Files, notes: Notes, at: Location) -> Target | Nowhere:
    """The nearest schema around a `$recursiveRef` with a `$recursiveAnchor`.

    So JSON Schema 2019-09 said what `$dynamicRef` says now.
    """
    found: Target | None = None
    value = files.sources[at.file].value
    for index, token in enumerate(at.pointer):
        if isinstance(value, dict) and value.get("$recursiveAnchor") is True:
            found = Target(Location(at.file, at.pointer[:index]), value)
        value, _ = step(value, token)
    message = "$recursiveRef has no effect in a schema"
    hint = "write a $ref to the schema that is meant"
    if found is None:
        return Nowhere("unknown-keyword", message, at, hint)
    message += ", but is understood"
    notes.warn("unknown-keyword", message, at, mark="key", hint=hint)
    return found


def _dynamic(files: Files, scope: Scope, ref: str, found: Target) -> Target:
    """What a `$dynamicRef` means in `scope`, that would lead to `found` as a `$ref`.

    Args:
        files: Where files come from.
        scope: What holds where it stands.
        ref: What is written.
        found: What that leads to.
    """
    name = unquote(ref.partition("#")[2])
    value = found.value
    if not isinstance(value, dict) or value.get("$dynamicAnchor") != name:
        return found
    at = dict(scope).get(name, found.at)
    return Target(at, resolve(files.sources[at.file].value, at.pointer)[0])
