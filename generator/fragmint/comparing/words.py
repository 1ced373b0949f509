"""What a rule asks for, in words."""

from __future__ import annotations

import ast
import re
from collections.abc import Mapping

from ..support.messages import MESSAGES
from .formulas import Every, Formula, Leaf, Some
from .validators import Rule

__all__ = ["condition", "words_of"]

_NOUNS = {"not": "must not be what is described", "call": "must be as {} has it"}
_HAVING = {
    "oneOf": "must have exactly one of",
    "anyOf": "must have at least one of",
    "not": "must not have",
}


def words_of(rule: Rule, models: Mapping[str, str]) -> str:
    """What a rule asks for, in the words of violations; `models` by their checks."""
    when = f" {rule.when}" if rule.when else ""
    if rule.limit.startswith("["):  # of properties, which are given or not
        asked = [
            one if isinstance(one, str) else " and ".join(one)
            for one in ast.literal_eval(rule.limit)
        ]
        return f"{_HAVING[rule.keyword]} {', '.join(asked)}{when}"
    if rule.keyword in _NOUNS or rule.keyword not in MESSAGES:
        noun = _NOUNS.get(rule.keyword, f"must do as {rule.keyword} says")
        name = models.get(rule.limit, rule.limit.removeprefix("check_"))
        return noun.format(name) + when
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


_VERBS = {"<": "less than", "<=": "at most", ">": "more than", ">=": "at least"}
_MOST = 240
"""Characters of a condition that are read."""


def condition(what: Formula) -> str | None:
    """When a formula holds, in words: "" if always, None if there are none for it."""
    try:
        said = _said(what)
    except LookupError:
        return None
    if len(said) > _MOST:
        return None
    return f" where {said}" if said else ""


def _said(what: Formula) -> str:
    match what:
        case Every(parts) | Some(parts):
            by = " and " if isinstance(what, Every) else " or "
            inner = Every | Some
            all_ = (
                f"({_said(p)})" if isinstance(p, inner) else _said(p) for p in parts
            )
            return by.join(all_)
        case Leaf(subject, "", "", holds):
            return _bare(subject, holds=holds)
        case Leaf(subject, "in", frozenset() as values, holds):
            several = "" if len(values) == 1 else "neither "
            some = (" or " if holds else " nor ").join(sorted(map(str, values)))
            return f"{_subject(subject)} is {'' if holds else several or 'not '}{some}"
        case Leaf(subject, verb, limit, _):
            return f"{_subject(subject)} is {_VERBS[verb]} {limit}"


def _bare(subject: str, *, holds: bool) -> str:
    found = re.fullmatch(r"'(.*)' in fields(_\d+)?", subject)
    if found is None:
        raise LookupError(subject)
    return f"{found[1]} is {'given' if holds else 'left out'}"


def _subject(text: str) -> str:
    if text in ("value", "item", "fields"):
        return "it"
    found = re.fullmatch(
        r"(len\()?(?:fields(?:_\d+)?\['(.*)'\]|\w+\.get\('(.*)'\))\)?", text
    )
    if found is None:
        raise LookupError(text)
    return f"{'the length of ' if found[1] else ''}{found[2] or found[3]}"
