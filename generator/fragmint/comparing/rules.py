"""The rules of what is sent, side by side."""

from __future__ import annotations

import ast
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from typing import TypeAlias

from ..support.messages import MESSAGES
from .changes import Findings
from .checks import Path, Rule
from .formulas import FALSE, Formula, Leaf, every, implies, some
from .owners import Owner, model_of, of_model, of_operation
from .surface import Operation, Spot, Surface

__all__ = ["compare_rules"]

_OF_TYPES = frozenset({"type", "enum", "const", "anyOf", "oneOf", "call", "false"})
"""What an annotation says as well."""
_OF_ABSENCE = frozenset({"required", "dependentRequired"})
"""What is not about a value."""
_GONE = frozenset({"field-added", "field-added-required", "field-removed"})
_NARROWER = frozenset({"type-narrower", "value-removed", "null-left-out"})
_TYPED = _NARROWER | {"type-wider", "value-added", "null-sent"}
_NEEDED = frozenset({"field-required", "field-optional"})

_Key: TypeAlias = tuple[Path, str, bool]
"""Where, with the new name of the field first; the keyword; whether it is advice."""


_ANY_GIVEN = Leaf("fields")
"""A body that can be left out is, and is not checked, if it has nothing in it."""


@dataclass(frozen=True)
class _Found:
    """All rules of one keyword for the values in one place, of one side."""

    what: str
    spot: Spot
    rules: tuple[Rule, ...]

    @cached_property
    def refused(self) -> Formula:
        """When one of them refuses."""
        return some(rule.refused for rule in self.rules)

    @property
    def words(self) -> str:
        """What they ask for."""
        return " and ".join(dict.fromkeys(map(_words, self.rules)))

    def at(self, other: _Found | None) -> Spot:
        """Where the first stands that the other side has not, else the first."""
        known = {one.refused for one in other.rules} if other else set()
        fresh = [one for one in self.rules if one.refused not in known]
        rule = (fresh or [*self.rules])[0]
        return Spot(rule.file, rule.line, self.spot.key)


def compare_rules(
    findings: Findings,
    old: Surface,
    new: Surface,
    operations: Iterable[tuple[Operation | None, Operation | None]],
) -> None:
    """Find what is different in the rules, and is not told by types already."""
    for before, after in operations:
        if before is None or after is None:
            continue
        checks = [one.function for one in (*before.checks, *after.checks)]
        sent = before.exchange.can_lack == after.exchange.can_lack
        if not sent or not _alike(old, new, checks):
            _compare(
                findings,
                dict(_of_operation(findings, old, before)),
                dict(_of_operation(findings, new, after)),
            )
    for function in sorted(_of_models(old) & _of_models(new)):
        if not _alike(old, new, [function]):
            _compare(
                findings,
                dict(_of_model(findings, old, function)),
                dict(_of_model(findings, new, function)),
            )


def _alike(old: Surface, new: Surface, functions: Iterable[str]) -> bool:
    """Whether functions do the same on both sides."""
    return all(old.library.is_like(new.library, one) for one in functions)


def _of_models(surface: Surface) -> set[str]:
    """The functions that check models in what is sent, each told of by itself."""
    checks = {c.function for one in surface.operations.values() for c in one.checks}
    called = frozenset[str]().union(*map(surface.library.calls, checks))
    return {one for one in called if model_of(surface, one) is not None}


def _of_operation(
    findings: Findings, surface: Surface, operation: Operation
) -> Iterator[tuple[_Key, _Found]]:
    for check in operation.checks:
        owner = of_operation(surface, operation, check)
        yield from _grouped(findings, owner, check.function)


def _of_model(
    findings: Findings, surface: Surface, function: str
) -> Iterator[tuple[_Key, _Found]]:
    model = model_of(surface, function)
    assert model is not None, function
    yield from _grouped(findings, of_model(surface, model), function)


def _grouped(
    findings: Findings, owner: Owner, function: str
) -> Iterator[tuple[_Key, _Found]]:
    by_key: dict[_Key, list[Rule]] = {}
    library = owner.surface.library
    found = library.rules(
        function, owner.whole, owner.has_apart, are_fields=not owner.whole
    )
    for rule in found:
        path = rule.path
        if owner.can_lack and not path:
            refused = every((_ANY_GIVEN, rule.refused))
            rule = replace(rule, refused=refused, when=rule.when or "if any is given")
        if path and path[0] in owner.fields:
            path = (findings.name_of(owner.fields[path[0]]), *path[1:])
        by_key.setdefault((path, rule.keyword, rule.advice), []).append(rule)
    for key, rules in by_key.items():
        what, spot, _ = owner.named(rules[0].path)
        yield key, _Found(what, spot, tuple(rules))


def _compare(
    findings: Findings, old: Mapping[_Key, _Found], new: Mapping[_Key, _Found]
) -> None:
    refused_before, refused_after = _refused(old), _refused(new)
    for key in {**old, **new}:
        before, after = old.get(key), new.get(key)
        stricter = after and not implies(after.refused, refused_before(key))
        looser = before and not implies(before.refused, refused_after(key))
        found = after or before
        kind = _kind(before, after, bool(stricter), bool(looser))
        if found is None or kind is None:
            continue
        if _is_told(findings, key, (before, after), stricter=bool(stricter)):
            continue
        _, keyword, advice = key
        at = before.at(after) if before else None, after.at(before) if after else None
        if advice:
            findings.add("advice-changed", found.what, at)
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
        if (told & _GONE and (path or sides[1] is None)) or "type-changed" in told:
            return True
        if keyword in _OF_TYPES and told & (_NARROWER if stricter else _TYPED):
            return True
        if told & _NEEDED and keyword == "required":
            return True
    return False


_NOUNS = {"not": "must not be what is described", "call": "must be as {} has it"}


def _words(rule: Rule) -> str:
    """What a rule asks for, in the words of violations."""
    when = f" {rule.when}" if rule.when else ""
    if rule.keyword in _NOUNS or rule.keyword not in MESSAGES:
        noun = _NOUNS.get(rule.keyword, f"must do as {rule.keyword} says")
        return noun.format(rule.limit.removeprefix("check_")) + when
    try:
        limit = ast.literal_eval(rule.limit)
    except ValueError:
        limit = _titles(rule.limit)
    message = MESSAGES[rule.keyword](limit, _ANYTHING)
    said = re.split(rf"[,;]? (?:not|before|:)? ?{_ANYTHING!r}", message)[0]
    return said.removesuffix(" not").rstrip(",;: ") + when


class _Anything:
    """Stands for the value at fault in a message, to be cut off there."""

    def __repr__(self) -> str:
        return "⟨⟩"


_ANYTHING = _Anything()


def _titles(limit: str) -> tuple[str, ...]:
    """The branches that a limit names."""
    match ast.parse(limit, mode="eval").body:
        case ast.Dict(keys=keys):
            return tuple(str(k.value) for k in keys if isinstance(k, ast.Constant))
        case _:
            return (limit,)
