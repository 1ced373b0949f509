"""Rules -> wholes: all that a schema says, with its `allOf` and `$ref`."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from ..reading import Pointer
from .rules import (
    AdditionalProperties,
    AllOf,
    AnyOf,
    Assertion,
    Contains,
    DependentRequired,
    DependentSchemas,
    Discriminator,
    If,
    Items,
    Never,
    Not,
    OneOf,
    PatternProperties,
    PrefixItems,
    Properties,
    PropertyNames,
    Reference,
    Required,
    Rule,
    Schema,
    Type,
    UnevaluatedItems,
    UnevaluatedProperties,
)
from .shapes import Literal

__all__ = ["Whole", "Wholes"]


@dataclass(slots=True)
class Whole:
    """All that a schema, its `allOf` and its `$ref` say.

    `firm` are those of its `members` to which no advice leads: what they ask must be.
    `implied` are the properties that others require, `conditions` the schemas that hold
    of some objects: what `then`, `else` and `dependentSchemas` say. It is `closed` if
    properties are refused, but for those that `others` describe.
    """

    members: list[Schema] = field(default_factory=list)
    firm: list[Schema] = field(default_factory=list)
    types: list[Type] = field(default_factory=list)
    literals: list[Literal] = field(default_factory=list)
    properties: dict[str, list[Schema]] = field(default_factory=dict)
    required: dict[str, Pointer] = field(default_factory=dict)
    implied: dict[str, Pointer] = field(default_factory=dict)
    branches: list[tuple[Schema, ...]] = field(default_factory=list)
    conditions: list[Schema] = field(default_factory=list)
    others: list[Schema] = field(default_factory=list)
    closed: bool = False
    items: list[Schema] = field(default_factory=list)
    format: str | None = None
    never: bool = False
    objectlike: bool = False
    discriminators: list[Discriminator] = field(default_factory=list)


class Wholes:
    """Tells what any schema of `components`, or beside them, consists of."""

    def __init__(self, components: Mapping[str, Schema]) -> None:
        self._components = components
        self._wholes: dict[Pointer, Whole] = {}

    def resolved(self, schema: Schema) -> Schema:
        """What `schema` refers to, where it says nothing else of its own."""
        seen: set[str] = set()
        while True:
            match schema.rules:
                case (Reference(name=name),) if name not in seen:
                    seen.add(name)
                    schema = self._components[name]
                case (AllOf(schemas=(only,)),):
                    schema = only
                case _:
                    return schema

    def of(self, schema: Schema) -> Whole:
        """All that `schema` says."""
        if schema.pointer not in self._wholes:
            self._wholes[schema.pointer] = whole = Whole()
            self._gather(schema, whole, set(), frozenset())
        return self._wholes[schema.pointer]

    def variants(self, whole: Whole) -> list[Whole]:
        """What may hold of an object beside `whole`, and beside that in turn.

        Branches are among it if the object has properties of its own: else each of them
        is an object by itself.
        """
        found = self.conditional(whole)
        if whole.properties or any(one.properties for one in found):
            found = self._reached([*_branches(whole), *whole.conditions])
        return found

    def conditional(self, whole: Whole) -> list[Whole]:
        """What may hold of an object beside `whole`, whichever its branch is."""
        return self._reached(whole.conditions)

    def _reached(self, schemas: Iterable[Schema]) -> list[Whole]:
        """The wholes of `schemas`, of their branches, and so on, each of them once."""
        found: dict[Pointer, Whole] = {}
        waiting = deque(schemas)
        while waiting:
            schema = self.resolved(waiting.popleft())
            if schema.pointer not in found:
                found[schema.pointer] = one = self.of(schema)
                waiting.extendleft(reversed([*_branches(one), *one.conditions]))
        return list(found.values())

    def _gather(
        self,
        schema: Schema,
        whole: Whole,
        seen: set[str],
        way: frozenset[str],
        advice: bool = False,
    ) -> None:
        """Add what `schema` says; `way` are the components that lead to it.

        Args:
            advice: Whether it is part of what is advice.
        """
        way = way if schema.name is None else way | {schema.name}
        advice = advice or schema.advice
        whole.members.append(schema)
        if not advice:
            whole.firm.append(schema)
        whole.format = whole.format or schema.format or schema.encoding
        if schema.discriminator is not None:
            whole.discriminators.append(schema.discriminator)
        for rule in schema.rules:
            self._add(rule, schema, whole, seen, way, advice)

    def _add(
        self,
        rule: Rule,
        schema: Schema,
        whole: Whole,
        seen: set[str],
        way: frozenset[str],
        advice: bool,
    ) -> None:
        match rule:
            case Type():
                whole.types.append(rule)
            case Assertion(keyword="enum", limit=list(values)):
                whole.literals.append(Literal(tuple(values), open=advice))
            case Assertion(keyword="const", limit=value):
                whole.literals.append(Literal((value,), open=advice))
            case Properties(schemas=schemas):
                whole.objectlike = whole.objectlike or not _conditional(schema)
                for name, one in schemas:
                    whole.properties.setdefault(name, []).append(one)
            case Required(names=names, pointer=pointer):
                for index, name in enumerate(names):
                    whole.required.setdefault(name, (*pointer, index))
            case AdditionalProperties(schema=one) | UnevaluatedProperties(schema=one):
                whole.objectlike = True
                if _refuses(one):
                    whole.closed = True
                else:
                    whole.others.append(one)
            case PatternProperties(schemas=schemas):
                whole.objectlike = True
                whole.others.extend(one for _, one in schemas)
            case PrefixItems(schemas=schemas):
                whole.items.extend(schemas)
            case Items(schema=one) | UnevaluatedItems(schema=one):
                if not _refuses(one):
                    whole.items.append(one)
            case AllOf(schemas=schemas):
                for one in schemas:
                    self._gather(one, whole, seen, way, advice)
            case AnyOf(schemas=schemas) | OneOf(schemas=schemas):
                # A parent that lists its children makes none a part of another.
                if not any(_refers(one, way) for one in schemas):
                    whole.branches.append(schemas)
            case Reference(name=name):
                if name not in seen:
                    seen.add(name)
                    self._gather(self._components[name], whole, seen, way, advice)
            case Never():
                whole.never = True
            case DependentRequired(names=names, pointer=pointer):
                for name in (one for _, wanted in names for one in wanted):
                    whole.implied.setdefault(name, pointer)
            case DependentSchemas(schemas=schemas):
                whole.conditions.extend(one for _, one in schemas)
            case If(then=then, otherwise=otherwise):
                parts = (then, otherwise)
                whole.conditions.extend(one for one in parts if one is not None)
            case Assertion() | PropertyNames() | Contains() | Not():
                pass  # a type cannot say it; the rule still holds


def _branches(whole: Whole) -> Iterator[Schema]:
    return (branch for branches in whole.branches for branch in branches)


def _refers(schema: Schema, names: frozenset[str]) -> bool:
    return any(isinstance(r, Reference) and r.name in names for r in schema.rules)


def _refuses(schema: Schema) -> bool:
    return any(isinstance(rule, Never) for rule in schema.rules)


def _conditional(schema: Schema) -> bool:
    """Whether a schema only constrains an object that another one describes."""
    typed = any(isinstance(rule, Type) for rule in schema.rules)
    return not typed and any(isinstance(rule, If) for rule in schema.rules)
