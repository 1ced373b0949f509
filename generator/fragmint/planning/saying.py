"""Tests in words, where there are words for them."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from ..meaning.rules import Properties, Required, Schema
from ..support.messages import TYPES, counted, listed
from .statements import Every, Has, IsType, Keyword, Matches, Negated, Some, Test

__all__ = ["of_object", "of_properties", "of_value"]

_KEYWORDS = {
    "minimum": "at least {limit}",
    "maximum": "at most {limit}",
    "exclusiveMinimum": "more than {limit}",
    "exclusiveMaximum": "less than {limit}",
    "multipleOf": "a multiple of {limit}",
    "minLength": "{limit} character{s} long or longer",
    "maxLength": "{limit} character{s} long or shorter",
    "minItems": "a list of {limit} or more",
    "maxItems": "a list of {limit} or fewer",
    "minProperties": "a mapping of {limit} or more",
    "maxProperties": "a mapping of {limit} or fewer",
}
_MOST = 80
"""Characters that are still read by somebody who wants to know what is wrong."""


def of_value(test: Test) -> str | None:
    """What `test` asks of a value: ``an integer and at least 1``."""
    return _short(_of_value(test))


def of_object(schema: Schema) -> str | None:
    """Which properties `schema` is about: ``a mapping with kind and line``."""
    required = [n for r in schema.rules if isinstance(r, Required) for n in r.names]
    described = [
        name
        for rule in schema.rules
        if isinstance(rule, Properties)
        for name, _ in rule.schemas
    ]
    found = required or described
    return _short(f"a mapping with {' and '.join(found[:3])}") if found else None


def of_properties(test: Test) -> dict[str, str] | None:
    """What `test` asks of properties of an object: ``{"coaching": "is true"}``.

    Only what is asked of each once, and plainly: a reason that has to be puzzled out
    is worse than none.
    """
    match test:
        case Some(tests=(Negated(test=IsType(types=("object",))), inner)):
            test = inner  # what is no object has no properties either
        case _:
            pass
    parts = list(_parts(test))
    given = [one.name for one in parts if isinstance(one, Has)]
    found = dict.fromkeys(given, "is given")
    asked: set[str] = set()
    for one in parts:
        match one:
            case Has():
                continue
            case Negated(test=Has(name=name)):
                said: str | None = "is not given"
            case Some(tests=(Negated(test=Has(name=name)), inner)) if name in given:
                said = _plainly(inner)
            case Keyword() | IsType() | Negated():
                name, said = _property(one) or "", _plainly(one)
            case _:
                return None
        if not name or said is None or name in asked:
            return None
        asked.add(name)
        found[name] = said
    return found if _short(" and ".join(found.values())) else None


def _plainly(test: Test) -> str | None:
    """What one keyword asks of a value."""
    match test:
        case Keyword() | IsType() | Negated(test=Keyword() | IsType()):
            said = _of_value(test)
            return said and f"is {said}"
        case Every(tests=(one,)):
            return _plainly(one)
        case _:
            return None


def _short(text: str | None) -> str | None:
    return text if text and len(text) <= _MOST else None


def _parts(test: Test) -> Iterator[Test]:
    if isinstance(test, Every):
        for one in test.tests:
            yield from _parts(one)
    else:
        yield test


def _property(test: Test) -> str | None:
    """The property that all of `test` looks at."""
    match test:
        case Keyword() | IsType() | Matches():
            subject = test.subject
            if not subject.startswith("fields["):
                return None
            return str(ast.literal_eval(subject.removeprefix("fields[")[:-1]))
        case Negated(test=one):
            return _property(one)
        case _:
            return None


def _of_value(test: Test) -> str | None:
    match test:
        case Keyword(keyword="const" | "is", limit=limit):
            return _written(limit)
        case Keyword(keyword="enum" | "among", limit=limit):
            return listed([_value(one) for one in ast.literal_eval(limit)])
        case Keyword(keyword="pattern" | "ecmascript", written=expression):
            return f"text that matches {expression}"
        case Keyword(keyword=keyword, limit=limit) if keyword in _KEYWORDS:
            return counted(_KEYWORDS[keyword], limit)
        case IsType(types=types):
            return listed([TYPES[one] for one in types])
        case Negated(test=Negated(test=one)):
            return _of_value(one)
        case Negated(test=Keyword() | IsType() as one):
            said = _of_value(one)
            return said and f"not {said}"
        case Some(tests=(Negated(test=IsType()), inner)):
            return _of_value(inner)  # what is of another type it says nothing of
        case Every(tests=tests) if tests:
            return _joined(tests, " and ")
        case Some(tests=tests):
            return _joined(tests, " or ")
        case _:
            return None


def _joined(tests: tuple[Test, ...], word: str) -> str | None:
    said = [_of_value(one) for one in tests]
    known = [one for one in said if one is not None]
    return word.join(known) if len(known) == len(said) else None


def _written(source: str) -> str | None:
    try:
        return _value(ast.literal_eval(source))
    except ValueError:  # an infinite number is an expression
        return None


def _value(value: object) -> str:
    return repr(value).lower() if isinstance(value, bool) else repr(value)
