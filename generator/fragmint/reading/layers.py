"""What a Reference Object stands for: its target, and what is written beside `$ref`."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import NamedTuple

from fragmint.reading.fields import Container
from fragmint.reading.files import Files
from fragmint.reading.kinds import KINDS
from fragmint.reading.notes import Notes
from fragmint.reading.pointers import JSON, Location
from fragmint.reading.refs import MAX_CHAIN, Nowhere, Target, endless, follow

# What is left out where its reference leads nowhere: no call needs it.
_DISPENSABLE = frozenset(
    ("example", "link", "callback", "header", "external-docs", "tag", "xml", "encoding")
)


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
    notes: Notes,
    kind: str,
    value: JSON,
    at: Location,
    around: frozenset[Location] = frozenset(),
) -> Layered:
    """Follow the references of an object until there are no more.

    Args:
        files: Where files come from.
        notes: Where problems go.
        kind: The kind of object, a key of `KINDS`.
        value: The object.
        at: Where it stands.
        around: The targets that this object is part of; to refer to one of them
            again would never end.
    """
    fields: dict[str, Member] = {}
    through: set[Location] = set()
    while isinstance(value, dict):
        ref = value.get("$ref")
        is_reference = isinstance(ref, str)
        for name, member in value.items():
            if not is_reference:
                fields.setdefault(name, Member(member, at.to(name)))
            elif name != "$ref":
                if kind == "path-item" or _overrides(kind, name):
                    fields.setdefault(name, Member(member, at.to(name)))
                elif not name.startswith("x-"):
                    message = f"{name} has no effect beside $ref"
                    notes.warn("ignored-field", message, at.to(name), mark="key")
        if not is_reference:
            return Layered(at, fields, frozenset(through))
        if not KINDS[kind].referable:
            message = f"no $ref can stand for the {KINDS[kind].title}"
            notes.warn("odd-ref", message, at.to("$ref"), mark="key")
        found = _next(files, ref, at.to("$ref"), through, around)
        if isinstance(found, Nowhere):
            _report(notes, kind, found, inner=bool(around))
            return Layered(at, fields, frozenset(through), whole=False)
        through.add(found.at)
        if not isinstance(found.value, dict):
            message = f"{found.at} is no {KINDS[kind].title}, for it is no object"
            _report(notes, kind, Nowhere("bad-ref", message, at.to("$ref")))
        at, value = found.at, found.value
    return Layered(at, fields, frozenset(through), whole=False)


def container(
    files: Files, notes: Notes, form: Container, value: JSON, at: Location
) -> Member | None:
    """A list or a map of objects that may be a reference to one, though none can be.

    Args:
        files: Where files come from.
        notes: Where problems go.
        form: Whether it should be a list or a map.
        value: The list or the map; a map in which `$ref` is a name has an object there.
        at: Where it stands.

    Returns:
        None where its reference leads nowhere.
    """
    for _ in range(MAX_CHAIN):
        ref = value.get("$ref") if isinstance(value, dict) else None
        if not isinstance(ref, str):
            return Member(value, at)
        found = follow(files, ref, at.to("$ref"))
        is_list = isinstance(found, Target) and isinstance(found.value, list)
        if form == "list" and not is_list:
            return Member(value, at)  # It is the only item's.
        message = "no $ref can stand here"
        notes.warn("odd-ref", message, at.to("$ref"), mark="key")
        if isinstance(found, Nowhere):
            if found.code:
                notes.stop(found.code, found.message, found.at, hint=found.hint)
            return None
        value, at = found.value, found.at
    notes.stop("ref-cycle", "this reference leads back to itself", at)
    return None


def _next(
    files: Files,
    ref: JSON,
    at: Location,
    through: set[Location],
    around: frozenset[Location],
) -> Target | Nowhere:
    found = follow(files, ref, at)
    if isinstance(found, Target):
        if found.at in around or found.at in through:
            return endless(at, found.at)
        if len(through) >= MAX_CHAIN:
            return endless(at, None)
    return found


def _report(notes: Notes, kind: str, found: Nowhere, *, inner: bool = False) -> None:
    if not found.code:
        return
    # An operation whose callbacks come back to it is described as far as can be.
    endless_callback = inner and found.code == "ref-cycle" and kind == "path-item"
    if kind in _DISPENSABLE or endless_callback:
        notes.warn(found.code, found.message, found.at, hint=found.hint)
    else:
        notes.stop(found.code, found.message, found.at, hint=found.hint)


def _overrides(kind: str, name: str) -> bool:
    """Whether a field beside `$ref` replaces the target's (OAS 3.2.0 §4.23)."""
    return name in ("summary", "description") and name in KINDS[kind].fields
