"""The rules that a schema states, one class per JSON Schema assertion or applicator.

Names and meanings are JSON Schema 2020-12's; each rule knows the pointer it stands at.
A new keyword is a class here, a row in `keywords.KEYWORDS`, a macro in the template
``_rules.jinja`` and a golden case.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias

from ..reading import JSON, Pointer
from .shapes import Shape

__all__ = [
    "AllOf",
    "Assertion",
    "If",
    "Items",
    "Never",
    "Not",
    "Properties",
    "Reference",
    "Required",
    "Rule",
    "Schema",
    "Type",
]


@dataclass(frozen=True, slots=True, kw_only=True)
class Schema:
    """A schema (JSON Schema 2020-12 §4.3): what shape it has and which rules it states.

    `origin` is where it stands in the user's files and `pointer` where in the bundle;
    `name` is its name if it is one of the components. `advice` says that its own rules
    warn instead of refusing.
    """

    pointer: Pointer
    origin: str
    name: str | None
    title: str | None
    description: str | None
    default: JSON
    has_default: bool
    format: str | None
    advice: bool
    deprecated: bool
    shape: Shape
    rules: tuple[Rule, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Type:
    """`type` (2020-12 Validation §6.1.1)."""

    pointer: Pointer
    types: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Assertion:
    """A keyword that compares a value of one kind with a limit.

    `applies_to` is the JSON type it looks at; other values pass. None: all types.
    """

    pointer: Pointer
    keyword: str
    limit: JSON
    applies_to: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Required:
    """`required` (2020-12 Validation §6.5.3)."""

    pointer: Pointer
    names: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Properties:
    """`properties` (2020-12 Core §10.3.2.1)."""

    pointer: Pointer
    schemas: tuple[tuple[str, Schema], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Items:
    """`items` (2020-12 Core §10.3.1.2)."""

    pointer: Pointer
    schema: Schema


@dataclass(frozen=True, slots=True, kw_only=True)
class AllOf:
    """`allOf` (2020-12 Core §10.2.1.1)."""

    pointer: Pointer
    schemas: tuple[Schema, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class If:
    """`if`, `then` and `else` (2020-12 Core §10.2.2)."""

    pointer: Pointer
    condition: Schema
    then: Schema | None
    otherwise: Schema | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Not:
    """`not` (2020-12 Core §10.2.1.4)."""

    pointer: Pointer
    schema: Schema


@dataclass(frozen=True, slots=True, kw_only=True)
class Reference:
    """`$ref` (2020-12 Core §8.2.3.1) to the component `name`."""

    pointer: Pointer
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Never:
    """The schema `false` (2020-12 Core §4.3.2)."""

    pointer: Pointer


Rule: TypeAlias = (
    Type
    | Assertion
    | Required
    | Properties
    | Items
    | AllOf
    | If
    | Not
    | Reference
    | Never
)
