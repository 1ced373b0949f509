"""Discriminators: the references that hide in them (OAS 3.2.0 §4.25)."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from fragmint.diagnostics import did_you_mean
from fragmint.reading.files import Files
from fragmint.reading.pointers import JSON, Location, from_fragment
from fragmint.reading.refs import Nowhere, Target, chase

_NAME = re.compile(r"[a-zA-Z0-9_-]+")
_HOLDERS = (("components", "schemas"), ("definitions",))
_VALUE = "x-ms-discriminator-value"


class Mapped(NamedTuple):
    """A value of the discriminating property, and the schema that it stands for.

    Args:
        value: The value.
        target: The schema, or why there is none.
        written: Whether it stands in `mapping`; else a schema's name implies it.
    """

    value: str
    target: Target | Nowhere
    written: bool


class _Child(NamedTuple):
    value: str
    target: Target


@dataclass(slots=True)
class Discriminators:
    """What the discriminators of a description lead to.

    Args:
        files: Where files come from.
        root: The name of the root document, whose schemas can be named anywhere.
    """

    files: Files
    root: str
    _children: dict[str, dict[Location, list[_Child]]] = field(default_factory=dict)

    def mapped(
        self, discriminator: dict[str, JSON], schema: dict[str, JSON], at: Location
    ) -> Iterator[Mapped]:
        """Every schema that a schema's discriminator can lead to.

        Args:
            discriminator: The discriminator.
            schema: The schema that it stands in.
            at: Where that stands.
        """
        mapping = discriminator.get("mapping")
        values, targets = set[str](), {at}
        for value, ref in (mapping if isinstance(mapping, dict) else {}).items():
            if isinstance(ref, str):
                ref_at = at.to("discriminator", "mapping", value)
                found = self.target(ref, ref_at)
                values.add(value)
                targets.update([found.at] if isinstance(found, Target) else [])
                yield Mapped(value, found, True)
        for value, found in (*self._branches(schema, at), *self._descendants(at)):
            is_new = not isinstance(found, Target) or found.at not in targets
            if value not in values and is_new:
                values.add(value)
                targets.update([found.at] if isinstance(found, Target) else [])
                yield Mapped(value, found, False)

    def target(self, ref: str, at: Location) -> Target | Nowhere:
        """A schema by its name, or else by reference."""
        for file in (at.file, self.root):
            for holder, schemas in self._schemas(file):
                if ref in schemas:
                    return self._named(Location(file, (*holder, ref)), schemas[ref])
        if _NAME.fullmatch(ref):
            known = [name for _, all_ in self._schemas(self.root) for name in all_]
            meant = did_you_mean(ref, known)
            hint = f"did you mean {meant}?" if meant else None
            return Nowhere("unknown-ref", f"there is no schema {ref}", at, hint)
        return chase(self.files, ref, at)

    def _branches(
        self, schema: dict[str, JSON], at: Location
    ) -> Iterator[tuple[str, Target | Nowhere]]:
        for keyword in ("oneOf", "anyOf"):
            branches = schema.get(keyword)
            for index, branch in enumerate(
                branches if isinstance(branches, list) else ()
            ):
                ref = branch.get("$ref") if isinstance(branch, dict) else None
                implied = _implied(ref) if isinstance(ref, str) else None
                if implied is not None:
                    found = chase(self.files, ref, at.to(keyword, index, "$ref"))
                    yield _value(implied, found), found

    def _descendants(self, parent: Location) -> Iterator[tuple[str, Target]]:
        """The schemas that have one in their `allOf`, and those that have them."""
        pending, seen = [parent], {parent}
        while pending:
            here = pending.pop(0)
            for file in dict.fromkeys((here.file, self.root)):
                for child in self._family(file).get(here, ()):
                    if child.target.at not in seen:
                        seen.add(child.target.at)
                        pending.append(child.target.at)
                        yield child

    def _family(self, file: str) -> dict[Location, list[_Child]]:
        """The schemas of a file by those that they have in their `allOf`."""
        if file not in self._children:
            family = self._children[file] = {}
            for holder, schemas in self._schemas(file):
                for name, schema in schemas.items():
                    child = Target(Location(file, (*holder, name)), schema)
                    for parent in self._parents(child):
                        known = family.setdefault(parent, [])
                        known.append(_Child(_value(name, child), child))
        return self._children[file]

    def _parents(self, child: Target) -> Iterator[Location]:
        members = child.value.get("allOf") if isinstance(child.value, dict) else None
        for index, member in enumerate(members if isinstance(members, list) else ()):
            ref = member.get("$ref") if isinstance(member, dict) else None
            if isinstance(ref, str):
                found = chase(self.files, ref, child.at.to("allOf", index, "$ref"))
                if isinstance(found, Target):
                    yield found.at

    def _named(self, at: Location, schema: JSON) -> Target | Nowhere:
        if isinstance(schema, dict) and list(schema) == ["$ref"]:
            return chase(self.files, schema["$ref"], at.to("$ref"))
        return Target(at, schema)

    def _schemas(self, file: str) -> Iterator[tuple[tuple[str, ...], dict[str, JSON]]]:
        for holder in _HOLDERS:
            value = self.files.sources[file].value
            for name in holder:
                value = value.get(name) if isinstance(value, dict) else None
            if isinstance(value, dict):
                yield holder, value


def _value(name: str, found: Target | Nowhere) -> str:
    """The value that stands for a schema: its name, or what a common extension says."""
    schema = found.value if isinstance(found, Target) else None
    written = schema.get(_VALUE) if isinstance(schema, dict) else None
    return written if isinstance(written, str) else name


def _implied(ref: str) -> str | None:
    try:
        tokens = from_fragment(ref.partition("#")[2])
    except ValueError:
        return None
    return tokens[-1] if tokens else None
