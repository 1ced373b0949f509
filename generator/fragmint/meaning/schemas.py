"""Schemas of the bundle -> `Schema`: rules by the keyword table, and their shape."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ..diagnostics import Problem
from ..reading import JSON, Description, Pointer
from .keywords import ANNOTATIONS, KEYWORDS
from .rules import (
    AllOf,
    Assertion,
    If,
    Items,
    Never,
    Not,
    Properties,
    Reference,
    Required,
    Rule,
    Schema,
    Type,
)
from .shapes import (
    Anything,
    Array,
    Literal,
    Nothing,
    Record,
    Scalar,
    Shape,
    ShapeReference,
    Union,
    union,
)

__all__ = ["Reader"]

SEVERITY = "x-fragmint-severity"
_COMPONENTS: Pointer = ("components", "schemas")


class Reader:
    """Reads schemas of one description and collects what it cannot understand."""

    def __init__(self, description: Description) -> None:
        self.description = description
        self.problems: list[Problem] = []
        self._components: dict[str, Schema | None] = {}

    def components(self) -> dict[str, Schema]:
        """The components that were referred to, by name."""
        return {k: v for k, v in sorted(self._components.items()) if v is not None}

    def component(self, name: str) -> Schema | None:
        """The component `name`; None while it is being read, as a cycle sees it."""
        if name not in self._components:
            self._components[name] = None
            pointer = (*_COMPONENTS, name)
            self._components[name] = self.read(pointer, self.value(pointer), name=name)
        return self._components[name]

    def value(self, pointer: Pointer) -> JSON:
        """What stands at `pointer` in the bundle."""
        value: Any = self.description.value
        for step in pointer:
            value = value[step]
        return value  # type: ignore[no-any-return]  # JSON by construction

    def has(self, pointer: Pointer) -> bool:
        """Whether the object that `pointer` leads into has its last key."""
        parent = self.value(pointer[:-1])
        return isinstance(parent, dict) and pointer[-1] in parent

    def problem(
        self, code: str, message: str, pointer: Pointer, hint: str | None = None
    ) -> None:
        """Note a problem at `pointer`."""
        place = self.description.place(pointer, key=True)
        self.problems.append(Problem(code, message, place, hint))

    def extensions(
        self, pointer: Pointer, value: Mapping[str, Any], known: str
    ) -> None:
        """Note extension keywords of fragmint's that have no meaning here."""
        for keyword in value:
            if keyword.startswith("x-fragmint-") and keyword != known:
                message = f"{keyword!r} means nothing here"
                hint = f"did you mean {known}?"
                self.problem("bad-extension", message, (*pointer, keyword), hint)

    def read(self, pointer: Pointer, value: JSON, *, name: str | None = None) -> Schema:
        """The schema `value`, which stands at `pointer`."""
        if not isinstance(value, dict):
            never = (Never(pointer=pointer),) if value is False else ()
            return self._schema(pointer, {}, name, never)
        self.extensions(pointer, value, SEVERITY)
        rules: list[Rule] = []
        for keyword, setting in value.items():
            at = (*pointer, keyword)
            if keyword in KEYWORDS:
                rules.append(KEYWORDS[keyword].read(self, at, setting))
            elif keyword not in ANNOTATIONS and not keyword.startswith("x-"):
                self.problem(
                    "unsupported", f"the keyword {keyword!r} is not understood yet", at
                )
        rules.sort(key=lambda rule: not isinstance(rule, Type))
        return self._schema(pointer, value, name, tuple(rules))

    def _schema(
        self,
        pointer: Pointer,
        value: Mapping[str, Any],
        name: str | None,
        rules: tuple[Rule, ...],
    ) -> Schema:
        severity = value.get(SEVERITY, "error")
        if severity not in ("advice", "error"):
            at = (*pointer, SEVERITY)
            hint = "write advice, or leave it out"
            self.problem(
                "bad-extension", f"{SEVERITY} cannot be {severity!r}", at, hint
            )
        advice = severity == "advice"
        return Schema(
            pointer=pointer,
            origin=self.description.origin(pointer),
            name=name,
            title=value.get("title"),
            description=value.get("description"),
            default=value.get("default"),
            has_default="default" in value,
            format=value.get("format"),
            advice=advice,
            deprecated=value.get("deprecated") is True,
            shape=self._shape(rules, value.get("format"), advice),
            rules=rules,
        )

    def _shape(
        self, rules: tuple[Rule, ...], format_: str | None, advice: bool
    ) -> Shape:
        shape: Shape = Anything()
        for rule in rules:
            match rule:
                case Type(types=types):
                    items = [r.schema.shape for r in rules if isinstance(r, Items)]
                    shape = _of_types(types, format_, items[0] if items else Anything())
                case Assertion(keyword="enum", limit=list(values)):
                    shape = _both(shape, Literal(tuple(values), open=advice))
                case Assertion(keyword="const", limit=value):
                    shape = _both(shape, Literal((value,), open=advice))
                case Reference(name=name):
                    shape = _both(shape, self._of_component(name))
                case AllOf(schemas=schemas):
                    for schema in schemas:
                        shape = _both(shape, schema.shape)
                case Properties() if shape == Anything():
                    shape = (
                        Record() if rule.schemas and not _conditional(rules) else shape
                    )
                case Never():
                    shape = Nothing()
                case Properties() | Assertion() | Required() | Items() | If() | Not():
                    pass  # a type cannot say it; the rule still holds
        # An object that is put together is one of its own, not one of its parts.
        parts = sum(map(_describes_object, rules))
        return Record() if parts > 1 else shape

    def _of_component(self, name: str) -> Shape:
        schema = self.component(name)
        if schema is None or schema.shape == Record():
            return ShapeReference(name)
        return schema.shape


def _describes_object(rule: Rule) -> int:
    """Whether a rule tells of an object's properties."""
    match rule:
        case Properties(schemas=schemas):
            return bool(schemas)
        case AllOf(schemas=schemas):
            return sum(isinstance(s.shape, Record | ShapeReference) for s in schemas)
        case Reference():
            return 1
        case _:
            return 0


def _conditional(rules: tuple[Rule, ...]) -> bool:
    """Whether the schema, having no type, only constrains some other one's object."""
    return any(isinstance(rule, If) for rule in rules)


def _of_types(types: tuple[str, ...], format_: str | None, items: Shape) -> Shape:
    def one(type_: str) -> Shape:
        match type_:
            case "array":
                return Array(items)
            case "object":
                return Record()
            case "string":
                return Scalar("string", format_)
            case _:
                return Scalar(type_)

    return union(tuple(map(one, types)))


_KINDS: dict[type, tuple[str, ...]] = {
    bool: ("boolean",),
    int: ("integer", "number"),
    float: ("number",),
    str: ("string",),
    type(None): ("null",),
}


def _both(one: Shape, other: Shape) -> Shape:
    """What is of both shapes, or `one` where no shape says that."""
    match one, other:
        case Anything(), _:
            return other
        case Literal(values, open=True), Literal() as literal:
            return literal
        case Literal(values, open_), Literal(others, open=False):
            return Literal(tuple(v for v in values if v in others), open_)
        case (Scalar() | Union()), Literal(values, open_):
            members = one.members if isinstance(one, Union) else (one,)
            types = {m.type for m in members if isinstance(m, Scalar)}
            kept = [v for v in values if types & set(_KINDS.get(type(v), ()))]
            return Literal(tuple(kept), open_)
        case Record(), ShapeReference():
            return other
        case _:
            return one
