"""Rules of what comes in, whatever is in a format.

Servers do not keep to formats as clients are made to: a date without its offset makes
no other record of an object, and a webhook is not lost for it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import cached_property

from ..meaning.api import Api
from ..meaning.rules import Assertion, Reference, Schema
from .conditions import Library
from .formats import Asserted
from .plan import Import
from .refusals import nodes_of

__all__ = ["Tolerant"]


class Tolerant:
    """The functions of a library, or where a format is asserted, others without it."""

    def __init__(
        self,
        api: Api,
        asserted: Asserted,
        library: Library,
        function: Callable[[Schema, str], Import],
    ) -> None:
        self._api = api
        self._asserted = asserted
        self._library = library
        self._function = function

    def check(self, schema: Schema) -> Import:
        """The function that checks values of `schema`."""
        if self._asserts(schema):
            return self._function(schema, "tolerate")
        return self._library.check(schema)

    def predicate(self, schema: Schema) -> Import:
        """The function that tells whether a value is what `schema` describes."""
        if self._asserts(schema):
            return self._function(schema, "resembles")
        return self._library.predicate(schema)

    def local(self, schema: Schema, taken: Iterable[str]) -> str:
        """A name for a function that checks `schema`, beside those that are `taken`."""
        return self._library.local(schema, taken)

    def _asserts(self, schema: Schema) -> bool:
        """Whether a format is asserted by `schema` or what it refers to."""
        own, names = self._said(schema)
        return own or not names.isdisjoint(self._asserting)

    @cached_property
    def _asserting(self) -> frozenset[str]:
        """The components that assert a format, or refer to one that does."""
        said = {name: self._said(one) for name, one in self._api.schemas.items()}
        found = {name for name, (own, _) in said.items() if own}
        while more := {
            name
            for name, (_, names) in said.items()
            if name not in found and not names.isdisjoint(found)
        }:
            found |= more
        return frozenset(found)

    def _said(self, schema: Schema) -> tuple[bool, frozenset[str]]:
        """Whether `schema` itself asserts a format, and the components it names."""
        nodes = [*nodes_of(schema)]
        own = any(
            rule.keyword == "format" and self._asserted(rule, one) is not None
            for one in nodes
            if isinstance(one, Schema)
            for rule in one.rules
            if isinstance(rule, Assertion)
        )
        return own, frozenset(one.name for one in nodes if isinstance(one, Reference))
