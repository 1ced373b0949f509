"""The rules that a schema states, one class per JSON Schema assertion or applicator.

Names and meanings are JSON Schema 2020-12's; each rule knows the pointer it stands at.
A new keyword is a class here, a row in `keywords.KEYWORDS`, a macro in the template
``_rules.jinja`` and a golden case.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias

from ..reading import JSON, Pointer

__all__ = [
    "AdditionalProperties",
    "AllOf",
    "AnyOf",
    "Assertion",
    "Contains",
    "DependentRequired",
    "DependentSchemas",
    "Discriminator",
    "If",
    "Items",
    "Never",
    "Not",
    "OneOf",
    "PatternProperties",
    "PrefixItems",
    "Properties",
    "PropertyNames",
    "Reference",
    "Required",
    "Rule",
    "Schema",
    "Type",
    "UnevaluatedItems",
    "UnevaluatedProperties",
]


@dataclass(frozen=True, slots=True, kw_only=True)
class Discriminator:
    """Which property tells a union's members apart (OAS 3.1 §4.8.25).

    `mapping` has the component that each value of it stands for; `otherwise` is that of
    all other values (OAS 3.2 §4.25), if there is one.
    """

    pointer: Pointer
    property: str
    mapping: tuple[tuple[str, str], ...]
    otherwise: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Schema:
    """A schema (JSON Schema 2020-12 §4.3): which rules it states, and what it says.

    `origin` is where it stands in the user's files and `pointer` where in the bundle;
    `name` is its name if it is one of the components. `content` is what the text of
    `content_type` in a string stands for. `advice` says that its own rules
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
    encoding: str | None
    content_type: str | None
    content: Schema | None = None
    advice: bool
    deprecated: bool
    read_only: bool
    write_only: bool
    discriminator: Discriminator | None
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
class PatternProperties:
    """`patternProperties` (2020-12 Core §10.3.2.2)."""

    pointer: Pointer
    schemas: tuple[tuple[str, Schema], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class AdditionalProperties:
    """`additionalProperties` (2020-12 Core §10.3.2.3): those that have no other schema.

    `names` and `patterns` are of the properties that have one beside it.
    """

    pointer: Pointer
    schema: Schema
    names: tuple[str, ...]
    patterns: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PropertyNames:
    """`propertyNames` (2020-12 Core §10.3.2.4)."""

    pointer: Pointer
    schema: Schema


@dataclass(frozen=True, slots=True, kw_only=True)
class DependentRequired:
    """`dependentRequired` (2020-12 Validation §6.5.4)."""

    pointer: Pointer
    names: tuple[tuple[str, tuple[str, ...]], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class DependentSchemas:
    """`dependentSchemas` (2020-12 Core §10.2.2.4)."""

    pointer: Pointer
    schemas: tuple[tuple[str, Schema], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PrefixItems:
    """`prefixItems` (2020-12 Core §10.3.1.1)."""

    pointer: Pointer
    schemas: tuple[Schema, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Items:
    """`items` (2020-12 Core §10.3.1.2), of those from the index `start` on."""

    pointer: Pointer
    schema: Schema
    start: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Contains:
    """`contains`, `minContains` and `maxContains` (2020-12 Core §10.3.1.3).

    Without `minContains`, `least` is None: then `contains` itself asks for one.
    """

    pointer: Pointer
    schema: Schema
    least: int | None
    most: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class AllOf:
    """`allOf` (2020-12 Core §10.2.1.1)."""

    pointer: Pointer
    schemas: tuple[Schema, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class AnyOf:
    """`anyOf` (2020-12 Core §10.2.1.2)."""

    pointer: Pointer
    schemas: tuple[Schema, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class OneOf:
    """`oneOf` (2020-12 Core §10.2.1.3)."""

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


@dataclass(frozen=True, slots=True, kw_only=True)
class UnevaluatedProperties:
    """`unevaluatedProperties` (2020-12 Core §11.3)."""

    pointer: Pointer
    schema: Schema


@dataclass(frozen=True, slots=True, kw_only=True)
class UnevaluatedItems:
    """`unevaluatedItems` (2020-12 Core §11.2)."""

    pointer: Pointer
    schema: Schema


Rule: TypeAlias = (
    Type
    | Assertion
    | Required
    | Properties
    | PatternProperties
    | AdditionalProperties
    | PropertyNames
    | DependentRequired
    | DependentSchemas
    | PrefixItems
    | Items
    | Contains
    | AllOf
    | AnyOf
    | OneOf
    | If
    | Not
    | Reference
    | Never
    | UnevaluatedProperties
    | UnevaluatedItems
)
