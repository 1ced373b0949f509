"""What check functions are made of: tests, and statements that refuse.

With `plan`, the contract between the generator and the templates. As there, every
string of the description reaches the output through a filter, and what is called source
is Python already.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import ClassVar, TypeAlias

__all__ = [
    "ALWAYS",
    "Apart",
    "Branch",
    "Call",
    "Cases",
    "Check",
    "Constant",
    "Counted",
    "Demand",
    "Each",
    "EachProperty",
    "Every",
    "Exactly",
    "Fits",
    "Given",
    "Guard",
    "Has",
    "IsType",
    "ItemAt",
    "Keyword",
    "Matches",
    "Negated",
    "Present",
    "Refusal",
    "Some",
    "Statement",
    "Test",
    "TypeCheck",
    "When",
]


# --- Tests: what a rule asks of a value -----------------------------------------------


@dataclass(frozen=True, slots=True)
class Keyword:
    """A JSON Schema keyword asked of the expression `subject`; `written` is the limit
    as the description has it, where the source of it is something else.
    """

    kind: ClassVar = "keyword"
    keyword: str
    subject: str
    limit: str
    written: str = ""


@dataclass(frozen=True, slots=True)
class IsType:
    """Whether `subject` is of one of these JSON types, or of ``binary``: what can be
    sent as bytes.
    """

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
    """Whether the predicate `function` holds of `subject`, which is that of a format if
    it `finds`: then it returns not True or False, but something found, or not.
    `written` is the name of the format or the schema.
    """

    kind: ClassVar = "matches"
    function: str
    subject: str
    finds: bool = False
    written: str = ""


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


@dataclass(frozen=True, slots=True)
class Exactly:
    """One of `tests` and no more."""

    kind: ClassVar = "exactly"
    tests: tuple[Test, ...]


@dataclass(frozen=True, slots=True)
class Fits:
    """Whether the check function `function` has nothing to say of `subject`; `written`
    is that in words, where there are some, of values of `types`: all others pass.
    """

    kind: ClassVar = "fits"
    function: str
    subject: str
    written: str = ""
    types: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Counted:
    """Whether `test` holds of so many items of the list `subject`: `keyword` is
    minContains or maxContains.
    """

    kind: ClassVar = "counted"
    keyword: str
    test: Test
    subject: str
    limit: int


Test: TypeAlias = (
    Keyword
    | IsType
    | Has
    | Matches
    | Fits
    | Negated
    | Every
    | Some
    | Exactly
    | Counted
    | Constant
)


# --- Statements: what a check function does -------------------------------------------


@dataclass(frozen=True, slots=True)
class Branch:
    """One of the schemas of an `anyOf` or `oneOf`, in words; `function` checks it, if
    any does.
    """

    title: str
    function: str | None


Cases: TypeAlias = tuple[Mapping[str, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Given:
    """In which case a rule holds: `because` or `unless` in one of several cases this is
    true of these properties.
    """

    because: Cases = ()
    unless: Cases = ()


ALWAYS = Given()


@dataclass(frozen=True, slots=True, kw_only=True)
class Refusal:
    """One broken rule. `verb` is refuse or advise; `at`, `value`, `words` are source.

    `quoted` are the words of the description where no variable has them. `schema` is
    the source of the pointer to the schema with the rule, None where the runtime can
    tell it from the object's schema and the property's name. `branches` are what the
    limit is, of `anyOf` and `oneOf`, and `tag` the source of what tells them apart: the
    property, its values, and the object. `given` is in which case the rule holds.
    """

    verb: str
    at: str
    rule: str
    limit: str
    value: str
    words: str
    schema: str | None
    quoted: str | None = None
    branches: tuple[Branch, ...] = ()
    tag: str | None = None
    given: Given = ALWAYS


@dataclass(frozen=True, slots=True, kw_only=True)
class Demand:
    """The property `name` has to be there; nothing else is known of it."""

    kind: ClassVar = "demand"
    name: str
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

    @property
    def only(self) -> Check | None:
        """The statement that there is to go on to, if it is one check."""
        match self.statements:
            case (Check() as only,):
                return only
            case _:
                return None

    @property
    def tells_type(self) -> bool:
        """Whether what passes `only` passes `test` too: it is a text that is listed."""
        match self.only, self.test:
            case Check(test=Keyword("enum" | "const")), IsType(types=("string",)):
                return True
            case _:
                return False


@dataclass(frozen=True, slots=True, kw_only=True)
class Each:
    """Do `statements` for each item of the list `subject`, from the index `start` on.

    `allowed` is set first.
    """

    kind: ClassVar = "each"
    subject: str
    start: int
    allowed: str | None
    statements: tuple[Statement, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemAt:
    """If the list `subject` has an item at `index`, `statements` look at it."""

    kind: ClassVar = "item_at"
    subject: str
    index: int
    statements: tuple[Statement, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class EachProperty:
    """Do `statements` for each property whose name `test` holds of."""

    kind: ClassVar = "each_property"
    test: Test
    statements: tuple[Statement, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Call:
    """Have `function` check `subject`, which stands `at`, and whose schema is there.

    `words`, `quoted` and `given` are as of a `Refusal`: what holds of all in it.
    """

    kind: ClassVar = "call"
    function: str
    subject: str
    at: str
    schema: str
    words: str = "None"
    quoted: str | None = None
    given: Given = ALWAYS


@dataclass(frozen=True, slots=True, kw_only=True)
class Apart:
    """Have `function` check a property of the same object."""

    kind: ClassVar = "apart"
    function: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Guard:
    """Refuse and go no further unless `test` holds."""

    kind: ClassVar = "guard"
    test: Test
    refusal: Refusal


@dataclass(frozen=True, slots=True, kw_only=True)
class When:
    """An `if` of the description, with what holds `then` and what `otherwise`.

    `cases` are it and those that follow one another otherwise, `rest` what comes last.
    """

    kind: ClassVar = "when"
    test: Test
    then: tuple[Statement, ...]
    otherwise: tuple[Statement, ...]

    @property
    def cases(self) -> tuple[When, ...]:
        """This and each that is all there is to do otherwise."""
        found: list[When] = [self]
        while len(rest := found[-1].otherwise) == 1 and isinstance(rest[0], When):
            found.append(rest[0])
        return tuple(found)

    @property
    def rest(self) -> tuple[Statement, ...]:
        """What there is to do if none of `cases` holds."""
        return self.cases[-1].otherwise


Statement: TypeAlias = (
    Demand
    | Present
    | Check
    | TypeCheck
    | Guard
    | Each
    | ItemAt
    | EachProperty
    | Call
    | Apart
    | When
)
