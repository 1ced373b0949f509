"""What is said of a broken rule: the refusal, and the words of the description."""

from __future__ import annotations

from ..meaning.rules import Reference, Schema
from ..reading import Pointer
from .conditions import Conditions
from .literals import escaped, literal
from .plan import Import
from .statements import Refusal
from .subjects import Subject

__all__ = ["Wording"]


class Wording(Conditions):
    """Makes refusals for the rules of one module."""

    def _missing(
        self, name: str, pointer: Pointer, schema: Schema, subject: Subject
    ) -> Refusal:
        origin = self.description.origin(pointer[:-1])
        self.describes(name, pointer)
        return Refusal(
            verb="advise" if schema.advice else "refuse",
            at=literal(name),
            rule="required",
            limit="None",
            value="None",
            words="words" if subject.quoted else "None",
            schema=None if origin == subject.schema else literal(origin),
            because=subject.because,
            unless=subject.unless,
        )

    def _refusal(
        self, pointer: Pointer, rule: str, limit: str, schema: Schema, subject: Subject
    ) -> Refusal:
        origin = self.description.origin(pointer[:-1])
        own = subject.schema
        if subject.at != "()":
            own = f"{subject.schema}/properties/{escaped(subject.name)}"
        if subject.value == "item":
            own += "/items"
        schema_ = None if origin == own else literal(origin)
        secret = "MASKED" if subject.secret else subject.value
        if subject.secret:
            self.imports.add(Import(".._support.models", "MASKED"))
        return Refusal(
            verb="advise" if schema.advice else "refuse",
            at=subject.at,
            rule=rule,
            limit=limit,
            value=secret,
            words=subject.words,
            schema="schema" if schema_ and schema_ == subject.elsewhere else schema_,
            because=subject.because,
            unless=subject.unless,
        )

    def _words(self, schema: Schema) -> str | None:
        """The description of `schema`, else of what it refers to."""
        seen: set[str] = set()
        while schema.description is None:
            for rule in schema.rules:
                if isinstance(rule, Reference) and rule.name not in seen:
                    seen.add(rule.name)
                    schema = self.api.schemas[rule.name]
                    break
            else:
                return None
        return " ".join(schema.description.split())
