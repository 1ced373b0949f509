"""What `unevaluatedProperties` and `unevaluatedItems` leave over (2020-12 Core §11).

A property is evaluated if a keyword beside them has looked at it, or one in a schema
that judges the same object and finds it right. All that is known of the description
alone, but for which branches of `anyOf`, `if` and the like hold: these are asked.
"""

from __future__ import annotations

from collections.abc import Iterator

from ..meaning.rules import (
    AdditionalProperties,
    AllOf,
    AnyOf,
    Contains,
    DependentSchemas,
    If,
    Items,
    OneOf,
    PatternProperties,
    PrefixItems,
    Properties,
    Reference,
    Rule,
    Schema,
    UnevaluatedItems,
    UnevaluatedProperties,
)
from .assertions import Asserting
from .literals import literal
from .statements import Constant, Every, Has, Keyword, Negated, Test
from .subjects import Subject

__all__ = ["Unevaluated"]


class Unevaluated(Asserting):
    """Compiles what tells whether anything has looked at a property or an item."""

    def _is_left_over(
        self,
        rule: UnevaluatedProperties | UnevaluatedItems,
        schema: Schema,
        subject: Subject,
    ) -> Test:
        """Whether nothing in `schema` but `rule` has looked at `name` or `index`."""
        rest = [one for one in schema.rules if one is not rule]
        found = list(self._looked(rest, type(rule), subject))
        if Constant(True) in found:
            return Constant(False)
        return Every(tuple(Negated(one) for one in found))

    def _looked(
        self,
        rules: list[Rule],
        kind: type[UnevaluatedProperties | UnevaluatedItems],
        subject: Subject,
    ) -> Iterator[Test]:
        """In which cases one of `rules` has looked at it."""
        for rule in rules:
            if kind is UnevaluatedProperties:
                yield from self._at_property(rule)
            else:
                yield from self._at_item(rule)
            for one, asked in self._in_place(rule, kind, subject):
                for test in self._looked([*one.rules], kind, subject):
                    parts = [part for part in (test, *asked) if part != Constant(True)]
                    yield Every(tuple(parts)) if parts else Constant(True)

    def _at_property(self, rule: Rule) -> Iterator[Test]:
        match rule:
            case Properties(schemas=schemas) if schemas:
                yield Keyword("enum", "name", literal([name for name, _ in schemas]))
            case PatternProperties(schemas=schemas):
                for expression, one in schemas:
                    test = self.pattern(expression, "name", one.pointer)
                    if test is not None:
                        yield test
            case AdditionalProperties() | UnevaluatedProperties():
                yield Constant(True)
            case _:
                pass

    def _at_item(self, rule: Rule) -> Iterator[Test]:
        match rule:
            case PrefixItems(schemas=schemas):
                yield Keyword("exclusiveMaximum", "index", str(len(schemas)))
            case Items() | UnevaluatedItems():
                yield Constant(True)
            case Contains(schema=one):
                yield self.test(one, "item")
            case _:
                pass

    def _in_place(
        self,
        rule: Rule,
        kind: type[UnevaluatedProperties | UnevaluatedItems],
        subject: Subject,
    ) -> Iterator[tuple[Schema, tuple[Test, ...]]]:
        """The schemas in `rule` that judge the same value, and when they count."""

        def holds(one: Schema) -> Test:
            return self.test(one, subject.value, subject.types)

        match rule:
            case AllOf(schemas=schemas):
                for one in schemas:
                    yield one, ()
            case AnyOf(schemas=schemas) | OneOf(schemas=schemas):
                for one in schemas:
                    yield one, (holds(one),)
            case If(condition=condition, then=then, otherwise=otherwise):
                test = holds(condition)
                yield condition, (test,)
                if then is not None:
                    yield then, (test,)
                if otherwise is not None:
                    yield otherwise, (Negated(test),)
            case DependentSchemas(schemas=named) if kind is UnevaluatedProperties:
                for name, one in named:  # a list has no property that asks for one
                    yield one, (Has(name),)
            case Reference(name=name):
                yield self.api.schemas[name], ()
            case _:
                pass
