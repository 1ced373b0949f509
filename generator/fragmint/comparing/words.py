"""What a rule asks for, in words."""

from __future__ import annotations

import ast
import re

from ..support.messages import MESSAGES
from .validators import Rule

__all__ = ["words_of"]

_NOUNS = {"not": "must not be what is described", "call": "must be as {} has it"}


def words_of(rule: Rule) -> str:
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
