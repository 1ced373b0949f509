"""What fields of responses may hold, for tests: the description's words, or plausible.

A value is taken if it is valid: the first of examples, defaults, and what the rules
ask for. Where any value of the type will do, the factories of a package have their own.
A page is the last one.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence, Set
from contextlib import suppress
from functools import cached_property
from importlib import import_module
from math import ceil, floor
from typing import Any

from ..meaning.api import Api, Step
from ..meaning.rules import Assertion, Items, Schema
from ..meaning.shapes import Array, Record, Scalar, Shape, without_null
from ..reading import JSON, Description
from ..reading.pointers import resolve, to_fragment
from ..support.messages import FORMS
from ..support.testing_patterns import python, spelled
from .formats import FORMATS, LENIENT, Formats

__all__ = ["Samples"]

_LONGEST = 120
"""Characters that a value may have, as JSON: who needs more, says so in the test."""
_BUNDLE = "urn:bundle"
_USUAL: dict[str, JSON] = {"boolean": False, "integer": 1, "number": 1.5}
"""What factories have for a type; of a string, it is the name of the field."""


class Samples:
    """Finds the values of fields, by the schemas that describe them."""

    def __init__(self, api: Api, description: Description, formats: Formats) -> None:
        self._api = api
        self._bundle = description.value
        self._formats = formats

    def of_record(self, record: Record, fields: dict[str, str]) -> dict[str, str]:
        """The sources of values, by wire name.

        Args:
            record: The record.
            fields: Its fields, by wire name.
        """
        shapes = self._api.shapes
        wholes = self._examples(shapes.members(shapes.records[record.pointer]))
        found: dict[str, str] = {}
        for one in shapes.properties(record):
            name = one.name
            step = Step(record=record, name=name)
            if name in fields and step in self._last:
                shape = without_null(shapes.property_shape(one))
                is_text = isinstance(self._usual(shape, name), str)
                last = "" if one.required and is_text else self._last[step]
                found[name] = repr(last)
            elif name in fields and not one.alternative and step not in self._ways:
                given = [w[name] for w in wholes if isinstance(w, dict) and name in w]
                shape = without_null(shapes.property_shape(one))
                value = self._value(one.schemas, shape, fields[name], given)
                if value is not None:
                    found[name] = repr(value)
        return found

    @cached_property
    def _last(self) -> Mapping[Step, JSON]:
        """What fields of pages have where there is no further one."""
        return {way[-1]: last for way, last in self._leading()}

    @cached_property
    def _ways(self) -> Set[Step]:
        """The fields in which such fields are, of which examples say other pages."""
        return {step for way, _ in self._leading() for step in way[:-1]}

    def _leading(self) -> Iterator[tuple[tuple[Step, ...], JSON]]:
        """The ways to what says whether there is a further page, and what ends it."""
        for one in self._api.operations:
            page = one.pagination
            if page is not None and page.next:
                yield page.next, None
            elif page is not None and page.by in ("page", "offset") and page.items:
                yield page.items, []

    def _value(
        self,
        schemas: Sequence[Schema],
        shape: Shape,
        name: str,
        given: Sequence[JSON] = (),
    ) -> JSON:
        """What is valid and not what the factories have anyway; None: nothing."""
        members = [
            one for schema in schemas for one in self._api.shapes.members(schema)
        ]
        usual = self._usual(shape, name)
        said = [*self._examples(members), *given, *(one.default for one in members)]
        for value in (*said, usual, *self._made(shape, name, members)):
            if value is not None and self._is_valid(value, schemas):
                return None if repr(value) == repr(usual) else value
        return None

    def _usual(self, shape: Shape, name: str) -> JSON:
        match shape:
            case Scalar("string", format_):
                return None if format_ in self._formats else name
            case Scalar(type=type_):
                return _USUAL.get(type_)
            case Array(items):
                item = self._usual(without_null(items), name)
                return None if item is None else [item]
            case _:
                return None

    def _examples(self, members: Sequence[Schema]) -> list[JSON]:
        found: list[JSON] = []
        for one in members:
            node = resolve(self._bundle, one.pointer)[0] if one.origin else None
            if isinstance(node, dict):
                several = node.get("examples")
                found += several if isinstance(several, list) else []
                found.append(node.get("example"))
        return found

    def _made(
        self, shape: Shape, name: str, members: Sequence[Schema]
    ) -> Iterator[JSON]:
        """What is made by the rules, in the hope that it keeps to all of them."""
        match shape:
            case Scalar("string", format_) if format_ not in self._formats:
                yield from _texts(name, members)
            case Scalar("integer" | "number"):
                yield from _numbers(members)
            case Array(items=items):
                for rule in (rule for one in members for rule in one.rules):
                    if isinstance(rule, Items):
                        inner = without_null(items)
                        item = self._value([rule.schema], inner, name)
                        item = self._usual(inner, name) if item is None else item
                        least = int(max(_limits(members, "minItems"), default=1))
                        several: list[JSON] = [item] * min(max(least, 1), _LONGEST)
                        if item is not None:
                            yield several
            case _:
                pass

    def _is_valid(self, value: JSON, schemas: Sequence[Schema]) -> bool:
        try:
            if len(json.dumps(value, allow_nan=False)) > _LONGEST:
                return False
            return all(
                self._judge({"$ref": f"{_BUNDLE}{to_fragment(one.pointer)}"}, value)
                for one in schemas
                if one.origin
            )
        except (ValueError, RecursionError, re.error, self._unresolvable):
            return False  # or nobody knows

    @cached_property
    def _unresolvable(self) -> type[Exception]:
        found: type[Exception] = import_module("referencing.exceptions").Unresolvable
        return found

    @cached_property
    def _judge(self) -> Any:
        # Slow to import, and without types: see `reading.validate`.
        jsonschema = import_module("jsonschema")
        resource = import_module("referencing.jsonschema").DRAFT202012.create_resource(
            self._bundle
        )
        registry = import_module("referencing").Registry()
        registry = registry.with_resource(_BUNDLE, resource)
        checker = jsonschema.FormatChecker(())
        for name, row in {**FORMATS, **LENIENT}.items():
            check = row.function()
            checker.checks(name)(
                lambda value, check=check, row=row: (
                    ("string" if isinstance(value, str) else "number") not in row.of
                    or bool(check(value))
                )
            )

        def judge(schema: JSON, value: JSON) -> bool:
            validator = jsonschema.Draft202012Validator(
                schema, registry=registry, format_checker=checker
            )
            return bool(validator.is_valid(value))

        return judge


def _limits(members: Sequence[Schema], keyword: str) -> list[Any]:
    return [
        rule.limit
        for one in members
        for rule in one.rules
        if isinstance(rule, Assertion) and rule.keyword == keyword
    ]


def _texts(name: str, members: Sequence[Schema]) -> Iterator[str]:
    least = int(max(_limits(members, "minLength"), default=0))
    most = int(min(_limits(members, "maxLength"), default=_LONGEST))
    for expression in _limits(members, "pattern"):
        with suppress(re.error, ValueError, KeyError, OverflowError):
            found = spelled(python(expression), 0, max(least, 1), most)
            if found is not None:
                yield found
    for known in _limits(members, "format"):
        yield FORMS.get(known, "").removeprefix("such as ")
    yield name[:most]
    if len(name) < least <= _LONGEST:
        yield (f"{name} " * least)[:least].strip().ljust(least, "_")


def _numbers(members: Sequence[Schema]) -> Iterator[float]:
    low = [*_limits(members, "minimum"), *_limits(members, "exclusiveMinimum")]
    high = [*_limits(members, "maximum"), *_limits(members, "exclusiveMaximum")]
    for step in (*_limits(members, "multipleOf"), 1):
        yield step
        for limit in low:
            first = ceil(limit / step)
            yield from (first * step, (first + 1) * step)
        for limit in high:
            last = floor(limit / step)
            yield from (last * step, (last - 1) * step)
    if low and high:
        yield (max(low) + min(high)) / 2
