"""The arguments of one thing, or the fields of a model, side by side."""

from __future__ import annotations

import ast
import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from .annotations import Difference, difference
from .changes import At, Findings
from .pairing import paired
from .readings import Readings
from .schemes import compare_schemes
from .severities import Direction
from .source import value_of
from .surface import Argument, Docs

__all__ = [
    "Fields",
    "compare_docs",
    "compare_fields",
    "compare_readings",
    "compare_types",
    "label",
]

_LEFT_OUT = {"None": frozenset({"None"}), "UNSET": frozenset({"Unset"})}
_NOTHING = frozenset[str]()


@dataclass(frozen=True, slots=True)
class Fields:
    """What has fields: how it is called with each, in which direction they go, the
    classes that have got other names, and what they are read as. `aliases` are old
    names that still work."""

    owner: str
    direction: Direction
    renamed: Mapping[str, str]
    readings: Readings
    aliases: Mapping[str, str] = field(default_factory=dict[str, str])

    def label(self, name: str) -> str:
        """What the field `name` is called in a sentence."""
        return label(self.owner, name)


def label(owner: str, name: str) -> str:
    """A field as Python has it: ``Pet.name``, ``client.pets.create(name=…)``."""
    return owner.replace("(…)", f"({name}=…)") if "(" in owner else f"{owner}.{name}"


def compare_fields(
    findings: Findings, of: Fields, old: Sequence[Argument], new: Sequence[Argument]
) -> None:
    """Find what is different in the fields of one thing."""
    pairs = [*paired(old, new, lambda one: (one.name, one.wire))]
    places = [
        after.name for before, after in pairs if after and before and before.placed
    ]
    if places != [one.name for one in new if one.placed][: len(places)]:
        findings.add("order-changed", of.owner, (old[0].at, new[0].at))
    for before, after in pairs:
        if before is None and after is not None:
            needed = of.direction == "sent" and after.default is None
            kind = "field-added-required" if needed else "field-added"
            findings.add(kind, of.label(after.name), (None, after.at), of.direction)
        elif after is None and before is not None:
            what = of.label(before.name)
            findings.add("field-removed", what, (before.at, None), of.direction)
        elif before is not None and after is not None:
            _compare_field(findings, of, before, after)


def _compare_field(
    findings: Findings, of: Fields, old: Argument, new: Argument
) -> None:
    what = of.label(new.name)

    at = (old.at, new.at)

    def add(kind: str, was: str = "", now: str = "") -> None:
        findings.add(kind, what, at, of.direction, was=was, now=now)

    if old.name != new.name:
        before = of.label(old.name)
        works = of.aliases.get(old.name) == new.name
        kind = "alias-left" if works else "field-renamed"
        findings.add(kind, before, at, of.direction, now=new.name)
    if old.wire != new.wire:
        add("field-moved", _wire(old), _wire(new))
    if of.direction == "sent" and re.search(r"\bstr\b", new.annotation):
        (bare, _), (barer, place) = map(_bareness, (old, new))
        if bare < barer:
            add("rule-added", now=f"must be text that can stand in a {place}")
    if old.style != new.style:
        add("style-changed", *map(_style, (old, new)))
    if old.secret != new.secret:
        add("secret-masked" if new.secret else "secret-shown")
    if of.direction == "received":
        if new.promised != old.promised:
            add("field-promised" if new.promised else "field-not-promised")
    elif (old.default is None) != (new.default is None):
        add("field-required" if new.default is None else "field-optional")
    nulls = _compare_nulls(old, new)
    if nulls is not None:
        add(nulls)
    elif {old.default, new.default} - {None, *_LEFT_OUT} and (
        None not in (old.default, new.default) and old.default != new.default
    ):
        add("default-changed", str(old.default), str(new.default))
    if old.is_json != new.is_json and all(map(_has_nulls, (old, new))):
        inside = "null-sent" if new.is_json else "null-left-out"
        findings.add(inside, f"what is in {what}", at, of.direction)
    both = frozenset({"None"}) if nulls else _NOTHING
    found = difference(
        old.annotation,
        new.annotation,
        of.renamed,
        _LEFT_OUT.get(old.default or "", _NOTHING) | both,
        _LEFT_OUT.get(new.default or "", _NOTHING) | both,
    )
    compare_types(findings, found, what, at, of.direction)
    if old.scheme and new.scheme and found.kind == "same":
        compare_schemes(findings, what, (old.scheme, new.scheme), at)
    compare_readings(findings, of.readings, (old.read, new.read), what, at)
    compare_docs(findings, what, (old.docs, new.docs), at, of.direction)


def _style(one: Argument) -> str:
    """How it is written, in the description's words."""
    match ast.parse(one.style or "None", mode="eval").body:
        case ast.Call(ast.Name("Style"), [style], keywords):
            said = {"style": style} | {one.arg or "": one.value for one in keywords}
            words = (f"{name} {json.dumps(value_of(o))}" for name, o in said.items())
            return f"with {', '.join(words).replace('_', ' ')}"
        case _:
            return f"by {one.style}" if one.style else "as most are"


def _wire(one: Argument) -> str:
    return " ".join(filter(None, one.wire)) or "nothing"


def _bareness(one: Argument) -> tuple[int, str]:
    """How much of a text is refused where it goes, as nothing escapes it there."""
    match one.wire[0]:
        case "cookie" if "'cookie'" in one.style:
            return 2, "cookie"
        case "header":
            return 1, "header"
        case _:
            return 0, ""


def _compare_nulls(old: Argument, new: Argument) -> str | None:
    """Whether None means something else, where it is what can be left out."""
    match old.default, new.default:
        case "None", "UNSET" if new.nullable:
            return "null-sent"
        case "UNSET", "None" if old.nullable:
            return "null-left-out"
        case _:
            return None


def _has_nulls(one: Argument) -> bool:
    """Whether None can be an item of it, which only JSON has a word for."""
    several = "Sequence" if any(one.wire) else "Mapping"  # of more fields
    return any(
        isinstance(node, ast.Subscript)
        and ast.unparse(node.value) == several
        and re.search(r"\b(None|Any)\b", ast.unparse(node.slice))
        for node in _members(ast.parse(one.annotation, mode="eval").body)
    )


def _members(node: ast.expr) -> Iterator[ast.expr]:
    match node:
        case ast.BinOp(left, _, right):
            yield from (*_members(left), *_members(right))
        case _:
            yield node


def compare_types(
    findings: Findings,
    found: Difference,
    what: str,
    at: At,
    direction: Direction,
) -> None:
    """Note what `found` says of the type of `what`.

    What other names stand for counts as told: it is told where they are.
    """
    for kind, was, now in _said(found.rest or found, direction):
        findings.add(kind, what, at, direction, was=was, now=now)
    for spot in filter(None, at):
        for kind, _, _ in _said(found, direction):
            findings.tell(spot, kind)


def _said(found: Difference, direction: Direction) -> Iterator[tuple[str, str, str]]:
    """The kinds of changes that there are, and what was and is now."""
    if found.kind != "same" and not found.literal:
        kind = "changed" if found.kind == "other" else found.kind
        yield f"type-{kind}", found.old, found.new
        return
    any_other = direction == "sent" or not found.enumerated
    if found.kind == "same" and any_other and found.more + found.fewer:
        yield "values-named", "", ""
        return
    if found.more:
        yield "value-added", "", _listed(found.more)
    if found.fewer:
        yield "value-removed", _listed(found.fewer), ""


def _listed(values: Iterable[str]) -> str:
    *most, last = values
    return f"{', '.join(most)} or {last}" if most else last


def compare_readings(
    findings: Findings, readings: Readings, read: tuple[str, str], what: str, at: At
) -> None:
    """Note what else the decoders in `read` make of what comes for `what`."""
    before, after = readings.tags(*read)
    for tag, name in after.items():
        if before and tag not in before:
            findings.add("tag-added", what, at, now=_tagged(tag, name))
    for tag, name in before.items():
        if after and tag not in after:
            findings.add("tag-removed", what, at, was=_tagged(tag, name))
    if (found := readings.another(*read)) is not None:
        was, now = found
        findings.add("reading-changed", what, at, was=was, now=now)
    elif (found := readings.beside(*read)) is not None:
        was, now = found
        findings.add("reading-beside", what, at, was=was, now=now)


def _tagged(tag: tuple[str, str], name: str) -> str:
    return f"{name} where {tag[0]} is {tag[1]}"


def compare_docs(
    findings: Findings,
    what: str,
    docs: tuple[Docs, Docs],
    at: At,
    direction: Direction = "sent",
) -> None:
    """Find what is different in the words on one thing."""
    old, new = docs
    if old.deprecated != new.deprecated:
        kind = "deprecated" if new.deprecated else "not-deprecated"
        findings.add(kind, what, at, direction)
    if old.default != new.default:
        was, now = (one.default or "none" for one in docs)
        findings.add("default-told", what, at, direction, was=was, now=now)
    if old.words != new.words:
        findings.add("docs", what, at, direction)
