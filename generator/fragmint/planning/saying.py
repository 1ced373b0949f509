"""Tests in words, where there are words for them."""

from __future__ import annotations

import ast
from collections.abc import Callable, Iterable, Iterator
from typing import TypeAlias

from ..meaning.rules import (
    Assertion,
    Contains,
    Items,
    Properties,
    PropertyNames,
    Reference,
    Required,
    Rule,
    Schema,
    Type,
)
from ..reading import JSON
from ..support.messages import TYPES, counted, listed
from .json_types import ANY_TYPE, spread
from .literals import literal
from .statements import (
    Cases,
    Counted,
    Every,
    Fits,
    Has,
    IsType,
    Keyword,
    Matches,
    Negated,
    Some,
    Test,
)
from .subjects import looked_at

__all__ = [
    "in_words",
    "of_items",
    "of_object",
    "of_presence",
    "of_properties",
    "of_schema",
    "of_type",
    "of_value",
]

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
Types: TypeAlias = Callable[[str], frozenset[str] | None]
"""Of which types a property can be, by its name; None if it has a secret in it."""
_FEW = 2
_MOST = 80
"""Characters that are still read by somebody who wants to know what is wrong."""


def of_value(test: Test, types: frozenset[str] = frozenset()) -> str | None:
    """What `test` asks of a value: ``an integer and at least 1``.

    Of `types` it says what else passes: ``at least 1 or not a number``.
    """
    said, rest = _of_value(test), _passing(test, types)
    return None if rest is None else _short(said and " or ".join([said, *rest]))


def of_items(test: Test, types: frozenset[str]) -> str | None:
    """What an item is, of `types`, if `test` asks whether a list has such an item."""
    match _of_its_type(test):
        case Counted(keyword="minContains", test=one, limit=1):
            return of_value(one, types)
        case _:
            return None


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


def of_type(schema: Schema) -> str | None:
    """Of which type a value of `schema` is, which may not be all that it asks."""
    found = (rule.types for rule in schema.rules if isinstance(rule, Type))
    return next(map(_types, found), None)


def of_schema(schema: Schema, types: frozenset[str] = ANY_TYPE) -> str | None:
    """What a value of `types` has to be for `schema`, where all of it can be said."""
    rules = schema.rules
    types = types.intersection(*(spread(r.types) for r in rules if isinstance(r, Type)))
    if any(not types <= looked_at(rule) for rule in rules):
        return None  # what a keyword does not look at passes
    required = {n for r in rules if isinstance(r, Required) for n in r.names}
    described = {n for r in rules if isinstance(r, Properties) for n, _ in r.schemas}
    said = [_of_rule(r, required) for r in rules if not isinstance(r, Required)]
    if bare := sorted(required - described):
        said.append(f"a mapping with {' and '.join(bare)}")
    if len(said) > 1:  # the others say of which type it is
        said = [one for one in said if one not in ("a list", "a mapping")]
    known = [one for one in said if one]
    return _short(" and ".join(known) or None) if len(known) == len(said) else None


def in_words(schema: Schema) -> tuple[str, tuple[str, ...]]:
    """What `schema` asks, if there are words for it, of values of which types."""
    seen = [looked_at(rule) for rule in schema.rules if not isinstance(rule, Type)]
    types = ANY_TYPE.intersection(*seen)
    if not types:
        return "", ()  # each looks at others
    typed = len(seen) < len(schema.rules) or types == ANY_TYPE
    return of_schema(schema, types) or "", () if typed else tuple(sorted(types))


def _of_rule(rule: Rule, required: set[str]) -> str | None:
    match rule:
        case Type(types=types):
            return _types(types)
        case Assertion(keyword=keyword, limit=limit) if keyword != "format":
            return _of_value(Keyword(keyword, "", literal(limit), str(limit)))
        case Reference(name=name):
            return f"what fits {name}"
        case Items(schema=one, start=0) if said := of_schema(one):
            return f"a list of which each is {said}"
        case Contains(schema=one, least=None, most=None) if said := of_schema(one):
            return f"a list with {said} in it"
        case PropertyNames(schema=one) if said := of_schema(one, frozenset({"string"})):
            return f"a mapping whose names are {said}"
        case Properties(schemas=schemas):
            told = [_of_property(n, one, n in required) for n, one in schemas]
            known = [one for one in told if one]
            if len(known) == len(told):
                return f"a mapping with {' and '.join(known)}"
        case _:
            pass
    return None


def _of_property(name: str, schema: Schema, required: bool) -> str | None:
    if not schema.rules:
        return name if required else None
    said = of_schema(schema)
    return said and f"{name} {'' if required else 'left out or '}{said}"


def of_presence(tests: tuple[Test, ...]) -> list[JSON] | None:
    """The properties that each of `tests` asks for, if none asks for more."""
    found: list[JSON] = []
    for test in tests:
        parts = [*_parts(test)]
        names = [part.name for part in parts if isinstance(part, Has)]
        if not names or len(names) < len(parts):
            return None
        found.append(names[0] if len(names) == 1 else [*names])
    return found


def of_properties(test: Test, types: Types) -> Cases | None:
    """What `test` asks of properties of an object: ``({"coaching": "is true"},)``, or
    in each of several cases.

    Only what can be said plainly: a reason that has to be puzzled out is worse than
    none.

    Args:
        test: What is asked.
        types: Of which types a property can be; of what is secret nothing is said
            but that it is what is asked.
    """
    test = _of_its_type(test)
    match test:
        case Some(tests=[first, *_] as tests) if _property(
            test
        ) is None and not isinstance(first, Negated):
            cases = [of_properties(one, types) for one in tests]
            found = tuple(one[0] for one in cases if one and len(one) == 1)
            if len(found) < len(tests):
                return None
        case _:
            said = _said_of_each(test, types)
            if not said:
                return None
            found = (said,)
    told = " ".join(what for case in found for what in case.values())
    return found if _short(told) else None


def _said_of_each(test: Test, types: Types) -> dict[str, str] | None:
    """What is asked of each property, if of all there is something to say."""
    parts = list(_parts(test))
    found = {one.name: "is given" for one in parts if isinstance(one, Has)}
    asked: dict[str, list[Test]] = {}
    for one in parts:
        match one:
            case Has():
                continue
            case Negated(test=inner) if isinstance(it := _of_its_type(inner), Has):
                found[it.name] = "is not given"
            case Some(tests=(Negated(test=Has(name=name)), inner)) if name in found:
                asked.setdefault(name, []).append(inner)
            case Some(tests=(Negated(test=Has(name=name)), inner)):
                said = _plainly(inner, types(name))
                if said is None:
                    return None
                found[name] = f"is not given or {said}"
            case _:
                name = _property(one) or ""
                asked.setdefault(name, []).append(one)
    for name, tests in asked.items():
        said = _plainly(Every(tuple(tests)), types(name))
        if not name or said is None:
            return None
        found[name] = said
    return found


def _plainly(test: Test, types: frozenset[str] | None) -> str | None:
    """What is asked of a value, as a verb has it: ``is at least 3``.

    What is of another of `types` than a keyword looks at passes, too.
    """
    if types is None:
        return "has a certain value"
    said, rest = _as_verb(test), _passing(test, types)
    if said is None or rest is None:
        return None
    verb = "" if said.startswith("is ") else "is "
    return " or ".join([said, *(f"{verb}{one}" for one in rest)])


def _passing(test: Test, types: frozenset[str]) -> list[str] | None:
    """What of `types` passes because nothing in `test` looks at it, if there is any.

    None if that cannot be said plainly.
    """
    looked_at = {*_looked_at(test)}
    others = types.difference(*map(spread, looked_at))
    if not others or not looked_at:
        return []
    if len(looked_at) > 1:
        return None  # none of all that passes can be said plainly
    (asked,) = looked_at
    return [_types(others) if len(others) <= _FEW else f"not {_types(asked)}"]


def _looked_at(test: Test) -> Iterator[tuple[str, ...]]:
    """The types outside of which a value passes."""
    match test:
        case Fits(types=types) if types:
            yield types
        case Some(tests=(Negated(test=IsType(types=types)), inner)):
            yield types
            yield from _looked_at(inner)
        case Every(tests=tests) | Some(tests=tests):
            for one in tests:
                yield from _looked_at(one)
        case _:
            return


def _types(types: Iterable[str]) -> str:
    return listed([TYPES[one] for one in sorted(types)])


def _as_verb(test: Test) -> str | None:
    match _of_its_type(test):
        case Keyword(keyword="pattern" | "ecmascript", written=expression):
            return f"matches {expression}"
        case Matches(finds=False, written=schema):
            return f"fits {schema}"
        case Negated(test=inner):
            match _of_its_type(inner):
                case Keyword(keyword="pattern" | "ecmascript", written=expression):
                    return f"does not match {expression}"
                case Matches(finds=False, written=schema):
                    return f"does not fit {schema}"
                case one:
                    said = _of_value(Negated(one))
        case one:
            said = _of_value(one)
    return said and f"is {said}"


def _of_its_type(test: Test) -> Test:
    """What `test` asks of what it is about: what is of another type passes."""
    match test:
        case Every(tests=(one,)) | Some(tests=(Negated(test=IsType()), one)):
            return _of_its_type(one)
        case _:
            return test


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
        case Keyword() | IsType() | Matches() | Fits():
            subject = test.subject
            if not subject.startswith("fields["):
                return None
            return str(ast.literal_eval(subject.removeprefix("fields[")[:-1]))
        case Negated(test=one):
            return _property(one)
        case Every(tests=tests) | Some(tests=tests):
            found = {_property(one) for one in tests}
            return found.pop() if len(found) == 1 else None
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
            return counted(_KEYWORDS[keyword], 1 if limit == "1" else limit)
        case IsType(types=types):
            return listed([TYPES[one] for one in types])
        case Matches(written=name, finds=finds) if name:
            return f"a valid {name}" if finds else f"what fits {name}"
        case Negated(test=Negated(test=one)):
            return _of_value(one)
        case Negated(test=inner) if (one := _of_its_type(inner)) is not inner:
            return _of_value(Negated(one))
        case Fits(written=words) if words:
            return words
        case Negated(test=Keyword() | IsType() | Matches() | Fits() as one):
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
