"""The rules of what is sent, side by side."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from typing import TypeAlias

from .changes import At, Findings
from .formulas import (
    FALSE,
    Formula,
    Leaf,
    assuming,
    every,
    follows,
    negated,
    some,
)
from .items import anywhere
from .owners import (
    Owner,
    model_of,
    of_model,
    of_operation,
    of_whatever_fits,
)
from .surface import Operation, Spot, Surface
from .tags import told_of_tags
from .validators import OF_ABSENCE, Path, Rule
from .words import condition, words_of

__all__ = ["compare_rules"]

_OF_TYPES = frozenset({"type", "enum", "const", "anyOf", "oneOf", "call", "false"})
"""What an annotation says as well."""
_GONE = frozenset(
    {"field-added", "field-added-required", "field-removed", "name-added"}
)
_NARROWER = frozenset({"type-narrower", "value-removed", "null-left-out"})
_TYPED = _NARROWER | {"type-wider", "value-added", "null-sent"}
_NEEDED = frozenset({"field-required", "field-optional"})

_Key: TypeAlias = tuple[Path, str, bool]
"""Where, with the new name of the field first; the keyword; whether it is advice."""


_ANY_GIVEN = Leaf("fields")
"""A body that can be left out is, and is not checked, if it has nothing in it."""
_NOT_NULL = Leaf("value", "in", frozenset({"None"}), holds=False)
_OBJECTS = [Leaf(subject, "is", "object") for subject in ("value", "item")]


@dataclass(frozen=True)
class _Found:
    """All rules of one keyword for the values in one place, of one side."""

    what: str
    spot: Spot
    rules: tuple[Rule, ...]
    owner: Owner

    @cached_property
    def refused(self) -> Formula:
        """When one of them refuses."""
        return some(rule.refused for rule in self.rules)

    @property
    def is_of_field(self) -> bool:
        """Whether they are about the last field itself, and nothing in it."""
        return self.rules[0].path[-1:] == self.spot.key[-1:]

    @property
    def words(self) -> str:
        """What they ask for."""
        names = self.owner.surface.schemas
        return " and ".join(dict.fromkeys(words_of(one, names) for one in self.rules))

    def at(self, other: _Found | None) -> Spot:
        """Where the first stands that the other side has not, else the first."""
        known = {one.refused for one in other.rules} if other else set()
        fresh = [one for one in self.rules if one.refused not in known]
        rule = (fresh or [*self.rules])[0]
        return Spot(rule.file, rule.line, self.spot.key)


@dataclass(frozen=True, slots=True)
class _Rules:
    """Those of one side, and whose they are."""

    found: Mapping[_Key, _Found]
    owners: tuple[Owner, ...]

    def types(self, key: _Key) -> list[Leaf]:
        """What the type is of what a rule is about: all else has another rule."""
        path, keyword, advice = key
        found = self.found.get((path, "type", advice)) if keyword != "type" else None
        type_ = negated(found.refused) if found else None
        return [type_] if isinstance(type_, Leaf) else []

    def refuses_more(self, found: _Found, than: Formula, known: list[Leaf]) -> bool:
        """Whether `found` of the other side refuses what a caller could give here, and
        what `than` does not, where what is `known` holds."""
        path, refused = found.rules[0].path, found.refused
        same = [
            one
            for one in self.owners
            if (one.place, one.whole) == (found.owner.place, found.owner.whole)
        ]
        if same and not any(one.gives_null(path) for one in same):
            known = [*known, _NOT_NULL]
            if all(one.are_objects(path) for one in same):
                known = [*known, *_OBJECTS]
        for leaf in known:
            refused, than = (assuming(one, leaf) for one in (refused, than))
        if follows(refused, than):
            return False
        rule = found.rules[0]
        return not same or any(one.can_give(rule, refused) for one in same)


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
        sent = before.exchange.can_lack == after.exchange.can_lack
        if not sent or not _alike(old, new, checks):
            _compare(
                findings,
                _of_operation(findings, old, before),
                _of_operation(findings, new, after),
            )
    for function in sorted(_of_models(old) & _of_models(new)):
        if not _alike(old, new, [function]):
            _compare(
                findings,
                _of_model(findings, old, function),
                _of_model(findings, new, function),
            )
    for after in (one for _, one in pairs if one is not None):
        for check in after.checks:
            findings.asked[check.function] = f"client.{after.name}(…)", after.at
    _compare_rest(findings, old, new)


def _compare_rest(findings: Findings, old: Surface, new: Surface) -> None:
    """Find the same in what a value only has to fit, and in what no rule tells."""
    libraries = old.library, new.library
    reached = dict(findings.asked)
    waiting = [*reached]
    for one in waiting:
        fresh = libraries[1].called.get(one, set()) - reached.keys()
        reached |= dict.fromkeys(sorted(fresh), reached[one])
        waiting += sorted(fresh)
    checks = [one for one in waiting if all(one in side.checks for side in libraries)]
    if _alike(old, new, checks):
        return
    turned = frozenset[str]().union(*(library.turned(checks) for library in libraries))
    straight = libraries[0].straight(checks) & libraries[1].straight(checks)
    for function in checks:
        if _alike(old, new, [function]):
            continue
        findings.asked.setdefault(function, reached[function])
        owners = [_owner(findings, side, function) for side in (old, new)]
        owner, at = owners[1].name, owners[1].at
        if function not in findings.compared or function in turned:
            _compare(
                findings,
                *(_of(findings, (one, function)) for one in owners),
                turned=owner if function in turned else "",
                straight=function in straight,
            )
        for name in libraries[1].called[function]:
            findings.asked.setdefault(name, (owner, at))
        if libraries[0].is_said_otherwise(libraries[1], function, function):
            spots = [
                Spot(one.file, one.node.lineno, at.key)
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


def _owner(findings: Findings, surface: Surface, function: str) -> Owner:
    """What a function checks: a model, else what asks for it."""
    model = model_of(surface, function)
    if model is not None:
        return of_model(surface, model)
    return of_whatever_fits(surface, *findings.asked[function])


def _alike(old: Surface, new: Surface, functions: Iterable[str]) -> bool:
    """Whether functions do the same on both sides."""
    return all(old.library.is_like(new.library, one) for one in functions)


def _of_models(surface: Surface) -> set[str]:
    """The functions that check models in what is sent, each told of by itself."""
    checks = {c.function for one in surface.operations.values() for c in one.checks}
    called = frozenset[str]().union(*map(surface.library.calls, checks))
    return {one for one in called if model_of(surface, one) is not None}


def _of_operation(findings: Findings, surface: Surface, operation: Operation) -> _Rules:
    checks = operation.checks
    owners = (of_operation(surface, operation, check) for check in checks)
    functions = (check.function for check in checks)
    return _of(findings, *zip(owners, functions, strict=True))


def _of_model(findings: Findings, surface: Surface, function: str) -> _Rules:
    model = model_of(surface, function)
    assert model is not None, function
    return _of(findings, (of_model(surface, model), function))


def _of(findings: Findings, *checks: tuple[Owner, str]) -> _Rules:
    found: dict[_Key, _Found] = {}
    for owner, function in checks:
        found |= _grouped(findings, owner, function)
    return _Rules(found, tuple(owner for owner, _ in checks))


def _grouped(
    findings: Findings, owner: Owner, function: str
) -> Iterator[tuple[_Key, _Found]]:
    by_key: dict[_Key, list[Rule]] = {}
    library, known = owner.surface.library, owner.are_fields
    apart = owner.has_apart if owner.fields else None
    names = {wire: findings.name_of(one) for wire, one in owner.fields.items()}
    found = library.rules(function, owner.whole, apart, are_fields=known, names=names)
    findings.compared.add(function)
    for rule in found:
        path = rule.path
        if owner.can_lack and not path:
            refused = every((_ANY_GIVEN, rule.refused))
            rule = replace(rule, refused=refused, when=rule.when or "if any is given")
        if path and path[0] in owner.fields:
            path = (names[path[0]], *path[1:])
        by_key.setdefault((path, rule.keyword, rule.advice), []).append(rule)
        findings.compared.add(rule.function)
    for key, rules in by_key.items():
        what, spot, _ = owner.named(rules[0].path)
        for name, path in (asked for rule in rules for asked in rule.asked):
            findings.asked.setdefault(name, owner.named(path)[:2])
        yield key, _Found(what, spot, tuple(rules), owner)


def _compare(
    findings: Findings,
    old: _Rules,
    new: _Rules,
    *,
    turned: str = "",
    straight: bool = True,
) -> None:
    """Note what is different; for what is `turned`, to refuse less may be more, and if
    it is not also `straight`, to refuse more is not.
    """
    refused_before, refused_after = _refused(old.found), _refused(new.found)
    unknown = False
    for key in {**old.found, **new.found}:
        before, after = old.found.get(key), new.found.get(key)
        told = [*told_of_tags(findings, (old.owners, new.owners), key[0])]
        stricter = after is not None and old.refuses_more(
            after, refused_before(key), [*new.types(key), *told]
        )
        looser = before is not None and new.refuses_more(
            before, refused_after(key), [*old.types(key), *told]
        )
        found = after or before
        kind = _kind(before, after, stricter, looser)
        if found is None or kind is None:
            continue
        if _is_told(findings, key, (before, after), stricter=stricter or bool(turned)):
            continue
        _, keyword, advice = key
        at = before.at(after) if before else None, after.at(before) if after else None
        if advice:
            findings.add("advice-changed", found.what, at)
            continue
        if turned and (looser or not straight):
            if not unknown and "rule-changed" not in findings.told(at[1]):
                _add_unknown(findings, turned, at)
            unknown = True
            continue
        if turned and (kind, *map(_line, at)) in _lines(findings):
            continue  # a model has told of it
        was, now = (one.words if one else "" for one in (before, after))
        if was == now and before and after:
            was, now = _conditions(keyword, before, after)
        elif after is not None:
            was = was.replace("must not ", "was not to ").replace("must ", "had to ")
        findings.add(kind, found.what, at, was=was, now=now)


def _line(spot: Spot | None) -> tuple[str, int] | None:
    return (spot.file, spot.line) if spot else None


def _lines(findings: Findings) -> set[tuple[object, ...]]:
    """What was told of which lines."""
    return {(one.kind, _line(one.old), _line(one.new)) for one in findings.changes}


def _conditions(keyword: str, before: _Found, after: _Found) -> tuple[str, str]:
    """In words, when the same is asked for, on either side."""
    was, now = condition(before.refused), condition(after.refused)
    if was is None or now is None or was == now:
        return f"asked the same of other values ({keyword})", after.words
    if keyword in OF_ABSENCE:
        return f"had to be{was}", f"must be given{now}"
    return f"was{was}", f"is refused{now}"


def _refused(side: Mapping[_Key, _Found]) -> Callable[[_Key], Formula]:
    """What is refused on one side where a rule stands, by whatever rule."""
    known: dict[tuple[Path, bool], list[Formula]] = {}
    for (path, keyword, advice), found in side.items():
        if keyword not in OF_ABSENCE:
            known.setdefault((path, advice), []).append(found.refused)

    def refused(key: _Key) -> Formula:
        path, keyword, advice = key
        if keyword in OF_ABSENCE:
            return side[key].refused if key in side else FALSE
        parts = known.get((path, advice), [])
        if path and path[-1].startswith("["):
            items = known.get(((*path[:-1], "[]"), advice), [])
            if path[-1] != "[]":
                return some([*parts, *items])  # one item is one of all
            all_ = anywhere(some(parts), lambda index: first(path, index, advice))
            return some([*parts, all_])
        return some(parts)

    def first(path: Path, index: int, advice: bool) -> Formula:
        return some(known.get(((*path[:-1], f"[{index}]"), advice), ()))

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
        needs = keyword in OF_ABSENCE and one and one.is_of_field
        gone = _GONE - {"field-added"} if needs else _GONE
        if (told & gone and (path or sides[1] is None)) or "type-changed" in told:
            return True
        if keyword in _OF_TYPES and told & (_NARROWER if stricter else _TYPED):
            return True
        needed = _NEEDED - {"field-optional"} if stricter else _NEEDED
        if told & needed and keyword == "required":
            return True
    return False
