"""Rules that one check tells: what does not look further into a value."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from ..meaning.rules import Assertion, Contains, Items, Not, Rule, Schema
from ..meaning.shapes import types_of
from ..reading import JSON
from .json_types import ANY_TYPE
from .literals import literal
from .saying import of_items, of_presence, of_value
from .statements import Branch, Check, Every, Keyword, Negated, Some, Statement, Test
from .subjects import Subject
from .wording import Wording

__all__ = ["Asserting"]


class Asserting(Wording):
    """Compiles such rules to statements."""

    def _assertion(
        self, rule: Assertion, schema: Schema, subject: Subject
    ) -> Iterator[Statement]:
        test = self.assertion(rule, schema, subject.value, subject.types)
        if test is None:
            return
        limit = literal(rule.limit)
        refusal = self._refusal(rule.pointer, rule.keyword, limit, schema, subject)
        if rule.keyword == "enum":
            refusal = replace(refusal, limit="allowed")
            if isinstance(test, Keyword):
                test = replace(test, limit="allowed")
            yield Check(test=test, refusal=refusal, allowed=limit)
        else:
            yield Check(test=test, refusal=refusal)

    def _contains(
        self, rule: Contains, schema: Schema, subject: Subject
    ) -> Iterator[Statement]:
        said = None
        if not subject.secret:  # how many are what would tell what they are
            asked = self.test(rule.schema, "item")
            said = of_value(asked, self._types_of_items(schema))
        for keyword, limit, test in self.counts(rule, subject.value, subject.types):
            told: list[JSON] = [one for one in (limit, said) if one is not None]
            of_kind = literal(told if len(told) > 1 else next(iter(told), None))
            refusal = self._refusal(rule.pointer, keyword, of_kind, schema, subject)
            yield Check(test=test, refusal=refusal)

    def _types_of_items(self, schema: Schema) -> frozenset[str]:
        """Of which types the items of a list are, by what `schema` says of all."""
        found = (r.schema for r in schema.rules if isinstance(r, Items) and not r.start)
        known = (types_of(self.api.shapes.of(one)) for one in found)
        return ANY_TYPE.intersection(*known)

    def _not(self, rule: Not, schema: Schema, subject: Subject) -> Iterator[Statement]:
        test = self.negated(rule.schema, subject.value, subject.types)
        said = None
        if not subject.secret:
            said = of_items(test, self._types_of_items(schema))
        yield from self._unless(
            Negated(test),
            rule,
            "not",
            schema,
            subject,
            presence=of_presence((test,)),
            limit=literal([said] if said else None),
        )

    def _unless(
        self,
        test: Test,
        rule: Rule,
        name: str,
        schema: Schema,
        subject: Subject,
        branches: tuple[Branch, ...] = (),
        presence: list[JSON] | None = None,
        limit: str = "None",
    ) -> Iterator[Statement]:
        """Refuse unless `test` holds, if it can fail.

        `presence` are the properties, if it is about nothing but whether these are
        given: then nothing is said of their values.
        """
        if isinstance(test, Some) and Every(()) in test.tests:
            return
        if presence:
            limit = f"[{', '.join(map(literal, presence))}]"
            subject, branches = replace(subject, secret=False), ()
        refusal = self._refusal(rule.pointer, name, limit, schema, subject)
        if presence:
            refusal = replace(refusal, value=f"[*{subject.value}]")
        yield Check(test=test, refusal=replace(refusal, branches=branches))
