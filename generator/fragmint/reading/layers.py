"""What a Reference Object stands for: its target, and what is written beside `$ref`."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import NamedTuple

from fragmint.diagnostics import Problem
from fragmint.reading.files import Files
from fragmint.reading.grammar import KINDS
from fragmint.reading.pointers import JSON
from fragmint.reading.refs import MAX_CHAIN, Location, Target, endless, follow


class Member(NamedTuple):
    """A field's value, and where it was written."""

    value: JSON
    at: Location


@dataclass(frozen=True, slots=True)
class Layered:
    """An object whose references have been followed.

    Args:
        at: Where the last target stands, or the object itself.
        fields: Its fields; those beside a `$ref` win over those of its target.
        through: Every target on the way.
        whole: Whether every reference led somewhere.
    """

    at: Location
    fields: Mapping[str, Member]
    through: frozenset[Location]
    whole: bool = True


def layered(
    files: Files,
    kind: str,
    value: JSON,
    at: Location,
    around: frozenset[Location] = frozenset(),
) -> tuple[Layered, list[Problem]]:
    """Follow the references of an object until there are no more.

    Args:
        files: Where files come from.
        kind: The kind of object, a key of `grammar.KINDS`.
        value: The object.
        at: Where it stands.
        around: The targets that this object is part of; to refer to one of them
            again would never end.

    Returns:
        The object, and the problems of its references.
    """
    fields: dict[str, Member] = {}
    problems: list[Problem] = []
    through: set[Location] = set()
    while isinstance(value, dict):
        is_reference = KINDS[kind].referable and "$ref" in value
        for name, member in value.items():
            if not is_reference:
                fields.setdefault(name, Member(member, at.to(name)))
            elif name != "$ref":
                if kind == "path-item" or _overrides(kind, name):
                    fields.setdefault(name, Member(member, at.to(name)))
                elif not name.startswith("x-"):
                    problems.append(_ignored(files, name, at))
        if not is_reference:
            return Layered(at, fields, frozenset(through)), problems
        ref_at = at.to("$ref")
        found = follow(files, value["$ref"], ref_at)
        if isinstance(found, Target):
            if found.at in around or found.at in through:
                found = endless(files, ref_at, found.at)
            elif len(through) >= MAX_CHAIN:
                found = endless(files, ref_at, None)
        if not isinstance(found, Target):
            problems.extend([found] if found else [])
            return Layered(at, fields, frozenset(through), whole=False), problems
        through.add(found.at)
        at, value = found.at, found.value
        if not isinstance(value, dict):
            problems.append(_no_object(files, kind, found, ref_at))
    return Layered(at, fields, frozenset(through), whole=False), problems


def _overrides(kind: str, name: str) -> bool:
    """Whether a field beside `$ref` replaces the target's (OAS 3.1.1 §4.8.23)."""
    return name in ("summary", "description") and name in KINDS[kind].fields


def _ignored(files: Files, name: str, at: Location) -> Problem:
    place = files.sources[at.file].place((*at.pointer, name), key=True)
    message = f"{name} has no effect beside $ref"
    return Problem("ignored-field", message, place, severity="warning")


def _no_object(files: Files, kind: str, found: Target, at: Location) -> Problem:
    place = files.sources[at.file].place(at.pointer)
    message = f"{found.at} is no {KINDS[kind].title}, for it is no object"
    return Problem("bad-ref", message, place)
