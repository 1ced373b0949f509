"""The plan of a package: what the templates see, and all that they see.

Texts named `…literal` are Python source already; everything else reaches the output
through the filters `literal`, `docstring` and `comment`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar, TypeAlias

__all__ = [
    "Check",
    "CheckFunction",
    "Client",
    "Constant",
    "Demand",
    "Each",
    "Every",
    "Export",
    "Field",
    "Has",
    "Import",
    "IsType",
    "Keyword",
    "Matches",
    "Method",
    "Model",
    "Negated",
    "Operation",
    "Package",
    "PathPart",
    "PredicateFunction",
    "Present",
    "Reading",
    "Refusal",
    "Resource",
    "Statement",
    "Test",
    "TypeCheck",
    "Validator",
    "When",
]


# --- Tests: what a rule asks of a value -----------------------------------------------


@dataclass(frozen=True, slots=True)
class Keyword:
    """A JSON Schema keyword asked of the expression `subject`."""

    kind: ClassVar = "keyword"
    keyword: str
    subject: str
    limit: str


@dataclass(frozen=True, slots=True)
class IsType:
    """Whether `subject` is of one of these JSON types."""

    kind: ClassVar = "is_type"
    subject: str
    types: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Has:
    """Whether the object has a property; `name` is its wire name."""

    kind: ClassVar = "has"
    name: str


@dataclass(frozen=True, slots=True)
class Matches:
    """Whether the predicate `function` holds of `subject`."""

    kind: ClassVar = "matches"
    function: str
    subject: str


@dataclass(frozen=True, slots=True)
class Negated:
    """The opposite of `test`."""

    kind: ClassVar = "negated"
    test: Test


@dataclass(frozen=True, slots=True)
class Every:
    """All of `tests`."""

    kind: ClassVar = "every"
    tests: tuple[Test, ...]


@dataclass(frozen=True, slots=True)
class Some:
    """One of `tests` at least."""

    kind: ClassVar = "some"
    tests: tuple[Test, ...]


@dataclass(frozen=True, slots=True)
class Constant:
    """True or false."""

    kind: ClassVar = "constant"
    value: bool


Test: TypeAlias = Keyword | IsType | Has | Matches | Negated | Every | Some | Constant


# --- Statements: what a check function does -------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class Refusal:
    """One broken rule. `verb` is refuse or advise; `at`, `value`, `words` are source.

    `schema` is the source of the pointer to the schema with the rule, None where the
    runtime can tell it from the object's schema and the property's name.
    """

    verb: str
    at: str
    rule: str
    limit: str
    value: str
    words: str
    schema: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Demand:
    """The property `name` has to be there; nothing else is known of it."""

    kind: ClassVar = "demand"
    name: str
    words: str | None
    refusal: Refusal


@dataclass(frozen=True, slots=True, kw_only=True)
class Present:
    """If the property `name` is there, `statements` look at it.

    `schema` points to the schema in which its rules stand, where that is not its own;
    `missing` is what to say if it is not there.
    """

    kind: ClassVar = "present"
    name: str
    words: str | None
    schema: str | None
    missing: Refusal | None
    statements: tuple[Statement, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Check:
    """Refuse unless `test` holds. `allowed` is set first, to be named in both."""

    kind: ClassVar = "check"
    test: Test
    refusal: Refusal
    allowed: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class TypeCheck:
    """Refuse unless `test` holds, else go on to `statements`."""

    kind: ClassVar = "type_check"
    test: Test
    refusal: Refusal
    statements: tuple[Statement, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Each:
    """Do `statements` for each item of a list. `allowed` is set first."""

    kind: ClassVar = "each"
    allowed: str | None
    statements: tuple[Statement, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class When:
    """An `if` of the description, with what holds `then` and what `otherwise`."""

    kind: ClassVar = "when"
    test: Test
    then: tuple[Statement, ...]
    otherwise: tuple[Statement, ...]


Statement: TypeAlias = Demand | Present | Check | TypeCheck | Each | When


# --- Modules --------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, order=True)
class Import:
    """``from module import name``; `module` is relative to the package."""

    module: str
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckFunction:
    """A function that looks for broken rules in an object; `about` says of what.

    `sets_allowed`: it has a variable `allowed`, of tuples of several types.
    """

    name: str
    about: str
    sets_allowed: bool
    statements: tuple[Statement, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PredicateFunction:
    """A function that tells whether a value is what `about` says."""

    name: str
    about: str
    test: Test


@dataclass(frozen=True, slots=True, kw_only=True)
class Validator:
    """A module of rules."""

    module: str
    title: str
    imports: tuple[Import, ...]
    checks: tuple[CheckFunction, ...]
    predicates: tuple[PredicateFunction, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """A field of a model and argument of a method.

    `annotation` and `default` are source; no default: it has to be given. `held`: the
    client has a value for it. `reader` is the function that takes it from a response.
    """

    name: str
    wire_name: str
    annotation: str
    default: str | None
    docs: str
    secret: bool = False
    held: bool = False
    reader: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Model:
    """A model of a response, a module of its own, and the function that reads it."""

    module: str
    class_name: str
    reader: str
    docs: str
    imports: tuple[Import, ...]
    fields: tuple[Field, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PathPart:
    """A piece of a path: text, or the wire name of the parameter that stands there."""

    text: str | None
    parameter: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """How a response is read: its status, and the model (None: no content)."""

    status: int
    model: Model | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Operation:
    """An operation: its parameter model, how it is sent, how its response is read."""

    module: str
    class_name: str
    method: str
    path: str
    docs: str
    imports: tuple[Import, ...]
    fields: tuple[Field, ...]
    path_parts: tuple[PathPart, ...]
    path_fields: tuple[Field, ...]
    body_fields: tuple[Field, ...]
    media_type: str | None
    path_check: str | None
    path_schema: str
    body_check: str | None
    body_schema: str
    accept: str | None
    returns: str
    readings: tuple[Reading, ...]
    error: Model | None

    @property
    def secrets(self) -> tuple[str, ...]:
        """The fields that no repr shows."""
        return tuple(field.name for field in self.fields if field.secret)


@dataclass(frozen=True, slots=True, kw_only=True)
class Method:
    """A method of a resource, which builds `operation` and sends it."""

    name: str
    operation: Operation
    docs: str
    short_docs: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Resource:
    """The operations of one tag."""

    module: str
    class_name: str
    attribute: str
    docs: str
    imports: tuple[Import, ...]
    methods: tuple[Method, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Client:
    """The client: where it sends, who is calling, and the values it holds.

    `docs` is of the blocking one, `async_docs` of the other.
    """

    title: str
    server: str
    auth: str | None
    held: tuple[Field, ...]
    docs: str
    async_docs: str


@dataclass(frozen=True, slots=True, order=True)
class Export:
    """A name that the package offers, and the module it lives in."""

    name: str
    module: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Package:
    """A whole package."""

    name: str
    title: str
    docs: str
    client: Client
    resources: tuple[Resource, ...]
    operations: tuple[Operation, ...]
    models: tuple[Model, ...]
    validators: tuple[Validator, ...]
    exports: tuple[Export, ...]
