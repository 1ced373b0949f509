"""Rules by the names by which a caller gives what they are about."""

from __future__ import annotations

import ast
import re
from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import partial

from .formulas import Every, Formula, Leaf, every, some

__all__ = ["formula_named", "formula_within", "limit_named"]

_PROPERTY = re.compile(
    r"""(?P<text>'(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*")(?=\ in\ fields\b)
    |(?P<before>\bfields(?:\[|\.get\())(?P<key>'(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*")""",
    re.VERBOSE,
)

_VARIABLE = re.compile(
    r"""'(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*"
    |\b(?P<variable>fields|value|item|name|index)\b""",
    re.VERBOSE,
)


def formula_named(what: Formula, names: Mapping[str, str]) -> Formula:
    """`what`, with other `names` for some of the properties of ``fields``."""
    return _with_subjects(what, partial(_said, names=names)) if names else what


def formula_within(what: Formula, value: str, is_: str, depth: int) -> Formula:
    """`what` is known where a function is called, as it is known within that.

    Args:
        what: The formula.
        value: The variable that the function is called with.
        is_: What the function calls it. All other variables are others than its own,
            whatever they are called.
        depth: How many steps it takes to the value that the caller checks.
    """

    def name(found: re.Match[str]) -> str:
        said = found[0]
        if found["variable"] is None:
            return said
        return is_ if said == value else f"{said}_{depth}"

    return _with_subjects(what, partial(_VARIABLE.sub, name))


def _with_subjects(what: Formula, said: Callable[[str], str]) -> Formula:
    if isinstance(what, Leaf):
        limit = what.limit
        if not isinstance(limit, str | float | int | frozenset):
            limit = _with_subjects(limit, said)
        return replace(what, subject=said(what.subject), limit=limit)
    together = every if isinstance(what, Every) else some
    return together(_with_subjects(part, said) for part in what.parts)


def _said(subject: str, names: Mapping[str, str]) -> str:
    def name(found: re.Match[str]) -> str:
        said = ast.literal_eval(found["text"] or found["key"])
        return f"{found['before'] or ''}{names.get(said, said)!r}"

    return _PROPERTY.sub(name, subject)


def limit_named(keyword: str, limit: ast.expr, names: Mapping[str, str]) -> ast.expr:
    """What a rule demands, where that is properties: with other `names` for these."""
    match keyword, limit:
        case "dependentRequired", ast.Constant(str(name)):
            return ast.Constant(names.get(name, name))
        case _, ast.List():
            return _with_texts(limit, lambda text: names.get(text, text))
        case "oneOf" | "anyOf", ast.Dict() | ast.Tuple():
            words = "|".join(map(re.escape, names)) or "(?!)"
            told = re.compile(rf"(?<!\S)(?:{words})(?= is )")
            return _with_texts(
                limit, lambda text: told.sub(lambda one: names[one[0]], text)
            )
        case _:
            return limit


def _with_texts(node: ast.expr, said: Callable[[str], str]) -> ast.expr:
    done: ast.expr = _Texts(said).visit(node)
    return done


class _Texts(ast.NodeTransformer):
    def __init__(self, said: Callable[[str], str]) -> None:
        self._said = said

    def visit_Constant(self, node: ast.Constant) -> ast.Constant:
        text = node.value
        return ast.Constant(self._said(text)) if isinstance(text, str) else node
