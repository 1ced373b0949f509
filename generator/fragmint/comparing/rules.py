"""The rules of what is sent, side by side."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import TypeAlias

from ..planning.names import module_of
from .changes import At, Findings
from .checks import Path, Rule
from .fields import label
from .formulas import FALSE, Formula, implies, some, uses
from .surface import Argument, Model, Operation, Spot, Surface
from .words import words_of

__all__ = ["compare_rules"]

_OF_TYPES = frozenset({"type", "enum", "const", "anyOf", "oneOf", "call", "false"})
"""What an annotation says as well."""
_OF_ABSENCE = frozenset({"required", "dependentRequired"})
"""What is not about a value."""
_GONE = frozenset(
    {"field-added", "field-added-required", "field-removed", "name-added"}
)
_NARROWER = frozenset({"type-narrower", "value-removed", "null-left-out"})
_TYPED = _NARROWER | {"type-wider", "value-added", "null-sent"}
_NEEDED = frozenset({"field-required", "field-optional"})

_Key: TypeAlias = tuple[Path, str, bool]
"""Where, with the new name of the field first; the keyword; whether it is advice."""


@dataclass(frozen=True)
class _Found:
    """All rules of one keyword for the values in one place, of one side."""

    what: str
    spot: Spot | None
    rules: tuple[Rule, ...]

    @cached_property
    def refused(self) -> Formula:
        """When one of them refuses."""
        return some(rule.refused for rule in self.rules)

    @property
    def is_of_field(self) -> bool:
        """Whether they are about the last field itself, and nothing in it."""
        return self.spot is not None and (self.rules[0].path[-1:] == self.spot.key[-1:])

    @property
    def words(self) -> str:
        """What they ask for."""
        return " and ".join(dict.fromkeys(map(words_of, self.rules)))

    def at(self, other: _Found | None) -> Spot:
        """Where the first stands that the other side has not, else the first."""
        known = {one.refused for one in other.rules} if other else set()
        fresh = [one for one in self.rules if one.refused not in known]
        rule = (fresh or [*self.rules])[0]
        return Spot(rule.file, rule.line, self.spot.key if self.spot else ())


def compare_rules(
    findings: Findings,
    old: Surface,
    new: Surface,
    operations: Iterable[tuple[Operation | None, Operation | None]],
) -> None:
    """Find what is different in the rules, and is not told by types already."""
    pairs = [*operations]
    for before, after in pairs:
        if before is None or after is None:
            continue
        checks = [one.function for one in (*before.checks, *after.checks)]
        if not _alike(old, new, checks):
            _compare(
                findings,
                dict(_of_operation(findings, old, before)),
                dict(_of_operation(findings, new, after)),
            )
    for function in sorted(_of_objects(old) & _of_objects(new)):
        if not _alike(old, new, [function]):
            _compare(
                findings,
                dict(_of_object(findings, old, function)),
                dict(_of_object(findings, new, function)),
            )
    for after in (one for _, one in pairs if one is not None):
        for check in after.checks:
            findings.asked[check.function] = f"client.{after.name}(…)", after.at
    _compare_rest(findings, old, new)


def _compare_rest(findings: Findings, old: Surface, new: Surface) -> None:
    """Find the same in what a value only has to fit, and in what no rule tells."""
    libraries = old.library, new.library
    reached = [*findings.asked]
    for one in reached:
        called = libraries[1].called.get(one, ())
        reached += (name for name in sorted(called) if name not in reached)
    checks = [
        one
        for one in reached
        if all(one in side.validators for side in libraries)
        and not libraries[1].validators[one].is_predicate
    ]
    if _alike(old, new, checks):
        return
    turned = frozenset[str]().union(*(library.turned(checks) for library in libraries))
    for function in checks:
        if _alike(old, new, [function]):
            continue
        owner, at = _named(findings, new, function)
        if function not in findings.compared or function in turned:
            _compare(
                findings,
                dict(_of_fitted(findings, old, function)),
                dict(_of_fitted(findings, new, function)),
                turned=owner if function in turned else "",
            )
        for name in libraries[1].called[function]:
            findings.asked.setdefault(name, (owner, at))
        said = [{*map(_said, one.rules(function))} for one in libraries]
        unread = [one.unread(function) for one in libraries]
        if said[0] == said[1] and unread[0] != unread[1]:
            spots = [
                Spot(one.file, one.node.lineno, at.key if at else ())
                for one in (library.validators[function] for library in libraries)
            ]
            _add_unknown(findings, owner, (spots[0], spots[1]))


def _add_unknown(findings: Findings, what: str, at: At) -> None:
    """Note that it cannot be told whether more is refused."""
    was, now = (
        "was checked by rules that may have refused less",
        "is checked by other rules",
    )
    findings.add("rule-changed", what, at, was=was, now=now)


def _said(rule: Rule) -> tuple[object, ...]:
    return rule.path, rule.keyword, rule.advice, rule.refused


def _named(
    findings: Findings, surface: Surface, function: str
) -> tuple[str, Spot | None]:
    """What a function checks: a model, else what asks for it."""
    model = _model_of(surface, function)
    if model is not None:
        return model.name, model.at
    return findings.asked[function]


def _model_of(surface: Surface, function: str) -> Model | None:
    for model in surface.models.values():
        if not model.incoming and f"check_{module_of(model.name)}" == function:
            return model
    return None


def _of_fitted(
    findings: Findings, surface: Surface, function: str
) -> Iterator[tuple[_Key, _Found]]:
    owner, at = _named(findings, surface, function)
    model = _model_of(surface, function)
    fields = {one.wire[1]: one for one in model.fields} if model else {}
    rules = surface.library.rules(function)
    yield from _grouped(findings, surface, owner, fields, at, rules)


def _alike(old: Surface, new: Surface, functions: Iterable[str]) -> bool:
    """Whether functions do the same on both sides."""
    return all(old.library.is_like(new.library, one) for one in functions)


def _of_objects(surface: Surface) -> set[str]:
    """The functions that check objects within what is sent, each told of by itself."""
    direct = {c.function for one in surface.operations.values() for c in one.checks}
    called = frozenset[str]().union(*map(surface.library.calls, direct))
    found = (called - direct) & surface.schemas.keys()
    return {one for one in found if surface.library.validators[one].of_object}


def _of_operation(
    findings: Findings, surface: Surface, operation: Operation
) -> Iterator[tuple[_Key, _Found]]:
    owner = f"client.{operation.name}(…)"
    for check in operation.checks:
        fields = {
            wire: one
            for one in operation.arguments
            for place, wire in [one.wire]
            if place == check.place
        }
        prefix = (check.whole,) if check.whole else ()
        rules = surface.library.rules(check.function)
        inner = [replace(one, path=(*prefix, *one.path)) for one in rules]
        yield from _grouped(findings, surface, owner, fields, operation.at, inner)


def _of_object(
    findings: Findings, surface: Surface, function: str
) -> Iterator[tuple[_Key, _Found]]:
    owner = surface.schemas[function]
    model = surface.models.get(owner)
    fields = {one.wire[1]: one for one in model.fields} if model else {}
    rules = surface.library.rules(function)
    at = model.at if model else None
    yield from _grouped(findings, surface, owner, fields, at, rules)


def _grouped(
    findings: Findings,
    surface: Surface,
    owner: str,
    fields: Mapping[str, Argument],
    at: Spot | None,
    rules: Sequence[Rule],
) -> Iterator[tuple[_Key, _Found]]:
    by_key: dict[_Key, list[Rule]] = {}
    for rule in rules:
        path = rule.path
        if path and path[0] in fields:
            path = (findings.name_of(fields[path[0]]), *path[1:])
        by_key.setdefault((path, rule.keyword, rule.advice), []).append(rule)
        findings.compared.add(rule.function)
    for key, found in by_key.items():
        what, spot = _what(surface, owner, fields, at, found[0].path)
        for function, _ in uses(some(rule.refused for rule in found)):
            findings.asked.setdefault(function, (what, spot))
        yield key, _Found(what, spot, tuple(found))


def _what(
    surface: Surface,
    owner: str,
    fields: Mapping[str, Argument],
    at: Spot | None,
    path: Path,
) -> tuple[str, Spot | None]:
    """What stands at `path`, as Python has it, and the last field on the way."""
    what, rest = owner, list(path)
    while rest and rest[0] in fields:
        field = fields[rest.pop(0)]
        what, at = label(owner, field.name), field.at
        steps = [step for step in rest if not step.startswith("[") and step != "*"]
        model = _model_in(surface, field.annotation, steps[:1])
        if model is None:
            break
        owner, fields = model
        rest = rest[rest.index(steps[0]) :]
    for step in rest:
        if step == "*":
            what = f"each other property of {what}"
        elif step.startswith("["):
            what = f"each item of {what}" if step == "[]" else f"{what}{step}"
        else:
            what = f"{step} of {what}"
    return what, at


def _model_in(
    surface: Surface, annotation: str, step: Sequence[str]
) -> tuple[str, dict[str, Argument]] | None:
    """The model in an annotation that has a field of this name on the wire."""
    for name in re.findall(r"\w+", annotation) if step else ():
        model = surface.models.get(name)
        if model is not None:
            fields = {one.wire[1]: one for one in model.fields}
            if step[0] in fields:
                return name, fields
    return None


def _compare(
    findings: Findings,
    old: Mapping[_Key, _Found],
    new: Mapping[_Key, _Found],
    *,
    turned: str = "",
) -> None:
    """Note what is different; for what is `turned`, to refuse less may be more."""
    refused_before, refused_after = _refused(old), _refused(new)
    for key in {**old, **new}:
        before, after = old.get(key), new.get(key)
        stricter = after and not implies(after.refused, refused_before(key))
        looser = before and not implies(before.refused, refused_after(key))
        found = after or before
        kind = _kind(before, after, bool(stricter), bool(looser))
        if found is None or kind is None:
            continue
        if _is_told(findings, key, (before, after), stricter=bool(stricter or turned)):
            continue
        _, keyword, advice = key
        at = before.at(after) if before else None, after.at(before) if after else None
        if advice:
            findings.add("advice-changed", found.what, at)
            continue
        if turned:
            _add_unknown(findings, turned, at)
            continue
        was, now = (one.words if one else "" for one in (before, after))
        if was == now:
            was = f"asked the same of other values ({keyword})"
        elif after is not None:
            was = was.replace("must not ", "was not to ").replace("must ", "had to ")
        findings.add(kind, found.what, at, was=was, now=now)


def _refused(side: Mapping[_Key, _Found]) -> Callable[[_Key], Formula]:
    """What is refused on one side where a rule stands, by whatever rule."""
    known: dict[tuple[Path, bool], list[Formula]] = {}
    for (path, keyword, advice), found in side.items():
        if keyword not in _OF_ABSENCE:
            known.setdefault((path, advice), []).append(found.refused)

    def refused(key: _Key) -> Formula:
        path, keyword, advice = key
        if keyword in _OF_ABSENCE:
            return side[key].refused if key in side else FALSE
        parts = known.get((path, advice), [])
        if path and path[-1].startswith("["):  # one item is one of all
            parts = [*parts, *known.get(((*path[:-1], "[]"), advice), [])]
        return some(parts)

    return refused


def _kind(
    before: _Found | None, after: _Found | None, stricter: bool, looser: bool
) -> str | None:
    """The kind of change from one to the other; None if it is none."""
    if before is None or after is None:
        return "rule-added" if stricter else "rule-removed" if looser else None
    match stricter, looser:
        case True, False:
            return "rule-narrower"
        case False, True:
            return "rule-wider"
        case True, True:
            return "rule-changed"
        case _:
            return None


def _is_told(
    findings: Findings,
    key: _Key,
    sides: tuple[_Found | None, _Found | None],
    *,
    stricter: bool,
) -> bool:
    """Whether a change of the field itself has told all of it."""
    path, keyword, _ = key
    for one in sides:
        told = findings.told(one.spot if one else None)
        # To need what is new refuses who knows nothing of it.
        needs = keyword in _OF_ABSENCE and one and one.is_of_field
        gone = _GONE - {"field-added"} if needs else _GONE
        if (told & gone and path) or "type-changed" in told:
            return True
        if keyword in _OF_TYPES and told & (_NARROWER if stricter else _TYPED):
            return True
        needed = _NEEDED - {"field-optional"} if stricter else _NEEDED
        if told & needed and keyword == "required":
            return True
    return False
