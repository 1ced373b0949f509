"""Schemas -> the functions of one module of rules."""

from __future__ import annotations

from dataclasses import replace

from ..meaning.api import Api
from ..meaning.rules import Schema
from ..reading import Description, Pointer
from .compiling import Compiler
from .conditions import Library
from .formats import Asserted
from .plan import CheckFunction, PredicateFunction
from .refusals import nodes_of, sets_allowed
from .statements import Counted
from .subjects import Subject, parameter_of, whole_subject

__all__ = ["Checks"]


class Checks(Compiler):
    """Makes the functions of one module, and those that they need.

    `functions` are the check functions of the module, by the schema they check, and
    `names` what its functions are called.
    """

    def __init__(
        self,
        api: Api,
        description: Description,
        library: Library,
        asserted: Asserted,
        title: str,
    ) -> None:
        super().__init__(api, description, library, asserted)
        self.title = title
        self.functions: dict[Pointer, CheckFunction | str] = {}
        self.names: set[str] = set()

    def of_value(self, schema: Schema, name: str, about: str) -> CheckFunction:
        """A function that checks any value of `schema`."""
        subject = whole_subject(schema, parameter_of(schema))
        subject = replace(subject, quoted=self._words(schema))
        return self._function(schema, name, about, subject)

    def predicate(self, about: str, schema: Schema, function: str) -> PredicateFunction:
        """A function that tells whether a value is what `about` says."""
        outer, self.calls = self.calls, set()
        test = self.test(schema, "value")
        if self.calls and any(isinstance(one, Counted) for one in nodes_of(test)):
            # Items that are asked what this is asked: `fits` remembers what they are.
            test = self.fits(schema, "value")
        late, self.calls = self.calls, outer
        return PredicateFunction(
            name=function,
            about=about,
            late=tuple(sorted(late)),
            test=test,
        )

    def local(self, schema: Schema) -> str:
        """The name of a function of this module that checks values of `schema`."""
        if schema.name is not None:
            imported = self.library.check(schema)
            self.calls.add(imported)
            return imported.name
        if schema.pointer not in self.functions:
            name = self.library.local(schema, self.names)
            self.functions[schema.pointer] = name
            made = self.of_value(schema, name, f"{schema.origin}")
            self.functions[schema.pointer] = made
        found = self.functions[schema.pointer]
        return found if isinstance(found, str) else found.name

    def locals(self) -> tuple[CheckFunction, ...]:
        """The functions that were made by `local`."""
        made = (f for f in self.functions.values() if isinstance(f, CheckFunction))
        return tuple(made)

    def _function(
        self, schema: Schema, name: str, about: str, subject: Subject
    ) -> CheckFunction:
        self.names.add(name)
        outer = self.known, self.secrets, self.one_way, self.calls
        described = self.api.shapes.described(schema)
        self.known = {one.name: one for one in described}
        self.secrets = {
            p.name
            for p in described
            if any(map(self.api.secrets.within, (*p.schemas, *p.besides)))
        }
        self.one_way = {p.name for p in described if p.read_only or p.write_only}
        self.calls = set()
        subject = replace(subject, secret=self.api.secrets.within(schema))
        statements = tuple(self._statements(schema, subject))
        late = self.calls
        self.known, self.secrets, self.one_way, self.calls = outer
        return CheckFunction(
            name=name,
            about=about,
            parameter=subject.value,
            given=False,
            sets_allowed=sets_allowed(statements),
            late=tuple(sorted(late)),
            statements=statements,
        )
