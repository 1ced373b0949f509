"""Rules -> tests: whether a rule holds, which is what `if`, `not` and `anyOf` ask."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Protocol, assert_never

from ..diagnostics import Problem
from ..meaning.api import Api
from ..meaning.rules import (
    AdditionalProperties,
    AllOf,
    AnyOf,
    Assertion,
    Contains,
    DependentRequired,
    DependentSchemas,
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
from ..meaning.shaping import Property
from ..reading import JSON, Description, Pointer
from .binaries import checkable
from .described import never, undescribed
from .formats import Asserted
from .json_types import ANY_TYPE, OBJECT, spread
from .literals import literal, regex
from .matching import matching
from .plan import Import
from .saying import in_words
from .statements import (
    Constant,
    Counted,
    Every,
    Exactly,
    Fits,
    Has,
    IsType,
    Keyword,
    Matches,
    Negated,
    Some,
    Test,
)
from .subjects import property_names
from .tagging import Choice, choice

__all__ = ["Conditions", "Library"]

_NO_EXPRESSION = (
    If,
    PrefixItems,
    PatternProperties,
    AdditionalProperties,
    PropertyNames,
    DependentRequired,
    DependentSchemas,
    UnevaluatedProperties,
    UnevaluatedItems,
)
_MATCHERS = {
    "pattern": Import(".._support.formats", "matches"),
    "ecmascript": Import(".._support.ecmascript", "ecmascript"),
}


class Library(Protocol):
    """Where the functions of components come from, a module each."""

    def check(self, schema: Schema) -> Import:
        """The function that checks values of `schema`."""
        ...

    def predicate(self, schema: Schema) -> Import:
        """The function that tells whether a value is what `schema` describes."""
        ...

    def local(self, schema: Schema, taken: Iterable[str]) -> str:
        """A name for a function that checks `schema`, beside those that are `taken`."""
        ...


class Conditions:
    """Compiles the rules of one module to tests; collects its imports and problems.

    `known` are the properties of the object that the rules are about, `secrets` those
    with a secret in them and `one_way` those that only requests or only responses have:
    they are required where they are (OAS 3.0 §4.7.24), which no rule here can know.
    `calls` are the functions of other modules that the one being compiled calls.
    """

    def __init__(
        self, api: Api, description: Description, library: Library, asserted: Asserted
    ) -> None:
        self.api = api
        self.description = description
        self.library = library
        self.asserted = asserted
        self.imports: set[Import] = set()
        self.calls: set[Import] = set()
        self.problems: list[Problem] = []
        self.known: dict[str, Property] = {}
        self.secrets: set[str] = set()
        self.one_way: set[str] = set()
        self.steps = 0

    def local(self, schema: Schema) -> str:
        """The name of a function of this module that checks values of `schema`."""
        raise NotImplementedError  # `Checks` has it: it knows the module

    def describes(self, name: str, pointer: Pointer) -> None:
        """Warn where the object has no property `name`."""
        if name not in self.known:
            self._note([undescribed(name, sorted(self.known))], pointer, key=False)

    def test(
        self, schema: Schema, value: str, known: frozenset[str] = ANY_TYPE
    ) -> Test:
        """Whether the expression `value`, of the types `known`, satisfies `schema`."""
        schema = checkable(schema)
        typed = [spread(r.types) for r in schema.rules if isinstance(r, Type)]
        types = known.intersection(*typed)
        if not types:
            return Constant(False)
        if any(_takes_statements(rule, value) for rule in schema.rules):
            return self.fits(schema, value)
        tests = [
            test
            for rule in schema.rules
            if not (isinstance(rule, Type) and known <= spread(rule.types))
            and (test := self._test(rule, schema, value, types)) is not None
        ]
        return tests[0] if len(tests) == 1 else Every(tuple(tests))

    def negated(self, schema: Schema, value: str, known: frozenset[str]) -> Test:
        """As `test`, of what is not to be: there, what goes one way counts as well."""
        outer, self.one_way = self.one_way, set()
        test = self.test(schema, value, known)
        self.one_way = outer
        return test

    def fits(self, schema: Schema, value: str) -> Fits:
        """What asks the function that checks `schema`."""
        self.imports.add(Import(".._support.trials", "fits"))
        return Fits(self.local(schema), value, *in_words(schema))

    def _test(
        self, rule: Rule, schema: Schema, value: str, types: frozenset[str]
    ) -> Test | None:
        match rule:
            case Type(types=wanted):
                return self.is_type(value, wanted)
            case Assertion():
                return self.assertion(rule, schema, value, types)
            case Required(names=names):
                looked_at = property_names(schema)
                for name in names:
                    self.describes(name, rule.pointer)
                silent = looked_at | self.one_way
                missing = tuple(Has(name) for name in names if name not in silent)
                return self._of_object(missing, value, types)
            case Properties(schemas=schemas):
                required = _required(schema) - self.one_way
                for name, one in schemas:
                    self.describes(name, one.pointer)
                    self._can_be(name, one)
                tests = (self._property(name, one, required) for name, one in schemas)
                return self._of_object(tuple(tests), value, types)
            case Reference(name=name):
                predicate = self.library.predicate(self.api.schemas[name])
                self.calls.add(predicate)
                return Matches(predicate.name, value, written=name)
            case Not(schema=one):
                return Negated(self.negated(one, value, types))
            case AllOf(schemas=schemas):
                return Every(tuple(self.test(one, value, types) for one in schemas))
            case AnyOf() | OneOf():
                return self._branch_test(rule, schema, value, types)
            case Never():
                return Constant(False)
            case Contains():
                counts = tuple(test for _, _, test in self.counts(rule, value, types))
                return Every(counts) if counts else None
            case Items(schema=one):
                test = self.test(one, "item")
                every = Negated(Counted("minContains", Negated(test), value, 1))
                if types <= {"array"}:
                    return every
                return Some((Negated(self.is_type(value, ("array",))), every))
            case (
                If()
                | PrefixItems()
                | PatternProperties()
                | AdditionalProperties()
                | PropertyNames()
                | DependentRequired()
                | DependentSchemas()
                | UnevaluatedProperties()
                | UnevaluatedItems()
            ):
                raise AssertionError("looked at by statements")
            case _:
                assert_never(rule)

    def _of_object(
        self, tests: tuple[Test, ...], value: str, types: frozenset[str]
    ) -> Test | None:
        """Whether `value` passes all of `tests`, which only objects can fail."""
        if not tests or types <= OBJECT:
            return Every(tests) if tests else None
        return Some((Negated(self.is_type(value, ("object",))), Every(tests)))

    def _branch_test(
        self, rule: AnyOf | OneOf, schema: Schema, value: str, types: frozenset[str]
    ) -> Test:
        tests = tuple(self.test(one, value, types) for one in rule.schemas)
        plain = Some(tests) if isinstance(rule, AnyOf) else Exactly(tests)
        picks = self.picks(choice(rule, schema, self.api), value, types)
        if not picks:
            return plain
        tests = tuple(
            Every((*asked, self.test(one, value, OBJECT))) for asked, one in picks
        )
        others = (Negated(Every(asked)) for asked, _ in picks)
        return Some((*tests, Every((*others, plain))))

    def picks(
        self, found: Choice | None, value: str, types: frozenset[str]
    ) -> tuple[tuple[tuple[Test, ...], Schema], ...]:
        """What a property picks of the branches, and when; no two at once."""
        if found is None or "object" not in types:
            return ()
        is_object = () if types <= OBJECT else (self.is_type(value, ("object",)),)
        cases = [(found.test(values, value), one) for values, one in found.picks]
        if found.otherwise is not None:
            unknown = Negated(found.test(found.values, value))
            cases.append((unknown, found.otherwise))
        return tuple(((*is_object, asked), one) for asked, one in cases)

    def counts(
        self, rule: Contains, value: str, types: frozenset[str]
    ) -> Iterator[tuple[str, int | None, Test]]:
        """What `contains` and the keywords beside it ask: each, its limit, its test."""
        asked: list[tuple[str, int | None, Counted]] = []
        test = self.test(rule.schema, "item")
        if rule.least is None:
            asked.append(("contains", None, Counted("minContains", test, value, 1)))
        for keyword, limit in (("minContains", rule.least), ("maxContains", rule.most)):
            if limit is not None and (keyword, limit) != ("minContains", 0):
                asked.append((keyword, limit, Counted(keyword, test, value, limit)))
        for keyword, limit, counted in asked:
            if types <= {"array"}:
                yield keyword, limit, counted
            else:
                other = Negated(self.is_type(value, ("array",)))
                yield keyword, limit, Some((other, counted))

    def _property(self, name: str, schema: Schema, required: set[str]) -> Test:
        inner = self.test(schema, f"fields[{literal(name)}]")
        tests = (inner,) if inner != Every(()) else ()
        if name in required:
            return Every((Has(name), *tests))
        return Some((Negated(Has(name)), inner))

    def assertion(
        self, rule: Assertion, schema: Schema, value: str, types: frozenset[str]
    ) -> Test | None:
        """The test of a keyword, of a value of `types`; None if it asserts nothing.

        Values that the keyword does not look at pass.
        """
        wanted: tuple[str, ...] = (rule.applies_to,) if rule.applies_to else ()
        if rule.keyword == "format":
            asserted = self.asserted(rule, schema)
            if asserted is None or not types & spread(asserted.of):
                return None
            self.imports.add(asserted.check)
            format_ = str(rule.limit)
            test: Test | None = Matches(asserted.check.name, value, True, format_)
            wanted = asserted.of
        else:
            test = self._keyword(rule, value, types)
        if test is None or not wanted or types <= spread(wanted):
            return test
        return Some((Negated(self.is_type(value, wanted)), test))

    def _keyword(
        self, rule: Assertion, value: str, types: frozenset[str]
    ) -> Test | None:
        keyword, limit = rule.keyword, rule.limit
        match keyword:
            case "pattern":
                return self.pattern(str(limit), value, rule.pointer)
            case "const" | "enum":
                return self._equality(rule, value, types)
            case "multipleOf":
                self.imports.add(Import(".._support.formats", "is_multiple"))
                return Keyword(keyword, value, literal(limit))
            case "uniqueItems":
                if limit is not True:
                    return None
                self.imports.add(Import(".._support.formats", "is_unique"))
                return Keyword(keyword, value, "")
            case _:
                if isinstance(limit, float) and limit.is_integer():
                    limit = int(limit)
                return Keyword(keyword, value, literal(limit))

    def pattern(self, expression: str, value: str, pointer: Pointer) -> Test | None:
        """Whether `expression` is found in `value`; None where nothing can tell."""
        found = matching(expression)
        self._note(found.problems, pointer)
        if found.keyword is None:
            return None
        self.imports.add(_MATCHERS[found.keyword])
        return Keyword(found.keyword, value, regex(found.expression), expression)

    def _equality(self, rule: Assertion, value: str, types: frozenset[str]) -> Test:
        limit = rule.limit
        if rule.keyword == "const":
            if isinstance(limit, bool) or limit is None:
                return Keyword("is", value, literal(limit))
            if isinstance(limit, str):
                return Keyword("const", value, literal(limit))
        values: list[JSON] = (
            limit if rule.keyword == "enum" and isinstance(limit, list) else [limit]
        )
        # `in` compares as Python does, which differs from JSON for true and 1.
        numbers = types & {"integer", "number"}
        plain = all(
            v is None or isinstance(v, str) or (isinstance(v, bool) and not numbers)
            for v in values
        )
        if rule.keyword == "enum" and plain:
            return Keyword("enum", value, literal(limit))
        self.imports.add(Import(".._support.formats", "among"))
        return Keyword("among", value, literal(values))

    def is_type(self, value: str, types: tuple[str, ...]) -> Test:
        """Whether `value` is of one of `types`."""
        return IsType(value, types)

    def warning(
        self, code: str, message: str, pointer: Pointer, hint: str | None = None
    ) -> None:
        """Note that something at `pointer` is less than it seems."""
        self._note([Problem(code, message, None, hint, "warning")], pointer)

    def _can_be(self, name: str, schema: Schema) -> None:
        """Warn where the property `name` is never what a condition asks of it."""
        if name in self.known:
            shape, asked = self.api.shapes.property_shape, self.api.shapes.of(schema)
            self._note(never(name, shape(self.known[name]), asked), schema.pointer)

    def _note(
        self, found: Iterable[Problem], pointer: Pointer, *, key: bool = True
    ) -> None:
        for one in found:
            place = self.description.place(pointer, key=key)
            self.problems.append(replace(one, place=place))


def _takes_statements(rule: Rule, value: str) -> bool:
    """Whether a function has to ask what the rule asks, since an expression cannot."""
    match rule:
        case Properties() | Required():
            return value != "fields"
        case Items(start=start):
            return start > 0 or value != "value"
        case Contains():
            return value != "value"
        case _:
            return isinstance(rule, _NO_EXPRESSION)


def _required(schema: Schema) -> set[str]:
    return {n for r in schema.rules if isinstance(r, Required) for n in r.names}
