"""What is said of a broken rule: the refusal, and the words of the description."""

from __future__ import annotations

from dataclasses import replace

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
            words="None",
            quoted=subject.around,
            schema=None if origin == subject.schema else literal(origin),
            given=subject.given,
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
            quoted=subject.quoted,
            schema="schema" if schema_ and schema_ == subject.elsewhere else schema_,
            given=subject.given,
        )

    def _nearer(self, schema: Schema, subject: Subject) -> Subject:
        """`subject`, of which `schema` says more, with its words if it has any."""
        if schema.description is None:
            return subject
        words = " ".join(schema.description.split())
        around = words if subject.value == "fields" else subject.around
        return replace(subject, quoted=words, around=around)

    def _as_object(self, schema: Schema, subject: Subject) -> Subject:
        """`subject`, whose properties a rule of `schema` itself compares."""
        return self._nearer(schema, subject) if subject.value == "fields" else subject

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
