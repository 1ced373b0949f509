"""What the keywords of one schema owe to one another."""

import json
from collections.abc import Iterator
from contextlib import suppress

from fragmint.diagnostics import clip
from fragmint.reading.context import Context
from fragmint.reading.dialects import Dialect
from fragmint.reading.forms import (
    Drop,
    Meant,
    converted,
    identity,
    is_number,
    is_of,
    unlike,
)
from fragmint.reading.pointers import JSON, Location
from fragmint.reading.scalars import plain

_LIMITS = (
    ("minLength", "maxLength"),
    ("minItems", "maxItems"),
    ("minProperties", "maxProperties"),
    ("minContains", "maxContains"),
    ("minimum", "maximum"),
    ("exclusiveMinimum", "maximum"),
    ("minimum", "exclusiveMaximum"),
    ("exclusiveMinimum", "exclusiveMaximum"),
)
_CONDITION = ("if", "then", "else")
_LISTS = ("allOf", "anyOf", "oneOf", "prefixItems")


def schema(context: Context, value: dict[str, JSON]) -> bool:
    """Put a schema right whose keywords are each of the right form.

    Args:
        context: What is known about its document.
        value: The schema.

    Returns:
        True: there is always something that a schema says, if only that all is right.
    """
    if not value.keys() <= _PLAIN:
        _empty_lists(context, value)
        _undecided(context, value)
        _limits(context, value)
        _types(context, value)
        _condition(context, value)
    return True


# What no rule is about, and most schemas have nothing but.
_PLAIN = frozenset(("$ref", "description", "title", "properties", "example"))


def limits(value: dict[str, JSON]) -> Iterator[tuple[str, str]]:
    """The pairs of keywords of a schema that no value can satisfy together.

    Returns:
        The lower and the upper keyword of each such pair.
    """
    for lower, upper in _LIMITS:
        least, most = value.get(lower), value.get(upper)
        if is_number(least) and is_number(most):
            exclusive = "exclusive" in lower + upper
            if least > most or (exclusive and least == most):
                yield lower, upper


def _limits(context: Context, value: dict[str, JSON]) -> None:
    pairs = list(limits(value))
    for lower, upper in pairs:
        least, most = value[lower], value[upper]
        message = f"{lower} {least} and {upper} {most} leave no value"
        if "exclusive" not in lower + upper:
            message = f"{lower} {least} is above {upper} {most}"
        context.notes.warn(
            "min-above-max",
            message,
            context.origins.field(value, lower),
            hint=f"{upper} is at {{other}}; neither is checked",
            other=context.origins.field(value, upper),
        )
    for keyword in {keyword for pair in pairs for keyword in pair}:
        del value[keyword]


def _empty_lists(context: Context, value: dict[str, JSON]) -> None:
    for keyword in _LISTS:
        if value.get(keyword) == []:
            message = f"{keyword} must be a list of at least one schema"
            context.warn(value, keyword, message)
            del value[keyword]


def _condition(context: Context, value: dict[str, JSON]) -> None:
    """An `if` needs a `then` or an `else`, and they need it."""
    given = [
        one
        for one in ("if", "then", "else")
        if one in value or context.origins.has_misspelt(value, one)
    ]
    idle: dict[str, str] = {}
    if given == ["if"] and not _says(context.document, _LEFT_OVER):
        idle = {"if": "then or else"}
    elif "if" not in given:
        idle = dict.fromkeys(given, "if")
    for keyword in idle.keys() & value.keys():
        context.notes.warn(
            "idle-condition",
            f"{keyword} has no effect without {idle[keyword]}",
            context.origins.field(value, keyword),
            mark="key",
        )


def _undecided(context: Context, value: dict[str, JSON]) -> None:
    """A reference that leads nowhere refuses nothing, where it would by saying less."""
    for keyword in ("not", "if"):
        if id(value.get(keyword)) in context.holes:
            for name in _CONDITION if keyword == "if" else (keyword,):
                value.pop(name, None)
    members = value.get("oneOf")
    if isinstance(members, list) and any(id(one) in context.holes for one in members):
        at = context.origins.field(value, "oneOf")
        del value["oneOf"]
        if "anyOf" not in value:
            value["anyOf"] = members
            context.origins.put_field(value, "anyOf", at)


# By these, what is evaluated counts that fits a condition, whatever follows of it; they
# can stand anywhere around it.
_LEFT_OVER = frozenset({"unevaluatedItems", "unevaluatedProperties"})


def _says(value: JSON, keywords: frozenset[str]) -> bool:
    """Whether one of `keywords` stands anywhere in `value`."""
    waiting = [value]
    while waiting:
        one = waiting.pop()
        if isinstance(one, dict):
            if one.keys() & keywords:
                return True
            waiting += one.values()
        elif isinstance(one, list):
            waiting += one
    return False


def _types(context: Context, value: dict[str, JSON]) -> None:
    """The values that a schema names should be of the types that it names."""
    given = value.get("type")
    if given is None:
        return
    names = [str(name) for name in given] if isinstance(given, list) else [str(given)]
    if "array" in names and not _has_items(value) and not _is_new(context.dialect):
        context.warn(value, "type", "this array has no items")
    values = value.get("enum")
    if isinstance(values, list):
        _enum(context, value, values, names)
    for keyword in ("const", "default"):
        if keyword in value and not is_of(value[keyword], names):
            _one(context, value, keyword, names)


def _one(
    context: Context, value: dict[str, JSON], keyword: str, names: list[str]
) -> None:
    at = context.origins.field(value, keyword)
    message = f"the {keyword} is no {' or '.join(names)}"
    context.notes.warn("wrong-type", message, at)
    meant = _meant(context, value[keyword], at, names)
    if not isinstance(meant, Drop):
        value[keyword] = meant
    elif keyword == "default":
        del value[keyword]


def _meant(context: Context, value: JSON, at: Location, names: list[str]) -> Meant:
    """A value of the wrong type as what was meant; a text is as it is written."""
    meant = converted(value, names)
    if isinstance(meant, str) and not isinstance(value, str):
        spelling = context.sources[at.file].spelling(at.pointer)
        with suppress(ValueError):  # of what is written with a tag, or elsewhere
            if identity(plain(spelling)) == identity(value):
                return spelling
    return meant


def _has_items(value: dict[str, JSON]) -> bool:
    return "items" in value or "prefixItems" in value or "$ref" in value


def _is_new(dialect: Dialect) -> bool:
    return dialect.booleans


def _enum(
    context: Context, value: dict[str, JSON], values: list[JSON], names: list[str]
) -> None:
    # Null beside a type without null is an old habit, and refuses nothing.
    wrong = {
        index
        for index, item in enumerate(values)
        if item is not None and not is_of(item, names)
    }
    if not wrong:
        return
    at, first = context.origins.field(value, "enum"), min(wrong)
    said = clip(json.dumps(values[first], ensure_ascii=False))
    message = f"{said} in the enum is no {' or '.join(names)}"
    context.notes.warn("wrong-type", message, at.to(first))
    kept: list[JSON] = []
    for index, item in enumerate(values):
        is_wrong = index in wrong
        meant = _meant(context, item, at.to(index), names) if is_wrong else item
        if not isinstance(meant, Drop):
            kept.append(meant)
    if kept:
        value["enum"] = unlike(kept)
    else:
        del value["enum"]
