"""Nothing stays in a document that is not known to be right.

Every object is met once, those within it first. Of each field the grammar says what it
must be; what is not that is put right where its meaning is plain, or left out, with a
warning. `rules` then says what the fields of an object owe to one another.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field

from fragmint.diagnostics import clip
from fragmint.reading.context import Context
from fragmint.reading.fields import Field
from fragmint.reading.forms import DROP, FORMS, Drop, Form, Meant
from fragmint.reading.grammar import field_of, objects
from fragmint.reading.kinds import KINDS
from fragmint.reading.pointers import JSON, Location
from fragmint.reading.rules import RULES, Rule

# What is there although nothing is said about it.
_MAY_BE_EMPTY = frozenset(
    [
        *("path-item", "operation", "responses", "response", "callback"),
        *("media-type", "schema", "header", "example"),
    ]
)
# What is there whatever is said about it: a client has to reckon with it.
_ALWAYS_SOMETHING = frozenset(("response", "media-type", "schema"))
# Where a text stands for an object, the field that it is.
_TEXT_OF = {"tag": "name", "response": "description"}


def mend(
    context: Context,
    rules: Mapping[str, Rule] = RULES,
    forms: Mapping[str, Form] = FORMS,
) -> None:
    """Bring a document into the form that its grammar demands.

    Args:
        context: The document and what is known about it; it is changed.
        rules: What the fields of each kind of object owe to one another.
        forms: What plain values must be.
    """
    mender = _Mender(context, rules, forms)
    for kind, value in reversed(list(objects(context.document, "openapi"))):
        mender.object(kind, value)


@dataclass(slots=True)
class _Mender:
    context: Context
    rules: Mapping[str, Rule]
    forms: Mapping[str, Form]
    _unusable: set[int] = field(default_factory=set)

    def object(self, kind: str, value: dict[str, JSON]) -> None:
        if id(value) in self.context.holes and kind != "schema":
            self._unusable.add(id(value))  # Why has been said at its reference.
            return
        for name, member in list(value.items()):
            about = field_of(kind, name)
            if about is None:
                del value[name]
            elif about.container == "none":
                self._plain(about, value, name, member)
            else:
                self._members(about, value, name, member)
        rule = self.rules.get(kind)
        if rule is not None and not rule(self.context, value):
            self._unusable.add(id(value))

    def _plain(
        self, about: Field, value: dict[str, JSON], name: str, member: JSON
    ) -> None:
        form = self.forms[about.kind]
        if form.is_right(member):
            return
        meant = form.meant(member)
        if not isinstance(meant, Drop) and not form.is_right(meant):
            meant = DROP
        self._complain(value, name, about, member, meant)
        if isinstance(meant, Drop):
            del value[name]
        else:
            value[name] = meant

    def _complain(
        self,
        value: dict[str, JSON],
        name: str,
        about: Field,
        member: JSON,
        meant: Meant,
    ) -> None:
        at = self.context.origins.field(value, name)
        message = f"{clip(name)} must be {self.forms[about.kind].expected}"
        hint = _hint(name, about.kind, member, meant)
        self.context.notes.warn("invalid-description", message, at, hint=hint)

    def _members(
        self, about: Field, value: dict[str, JSON], name: str, member: JSON
    ) -> None:
        at = self.context.origins.field(value, name)
        if about.container == "one":
            kept = self._usable(about.kind, member, at, name, is_named=False)
            if isinstance(kept, Drop):
                del value[name]
            else:
                value[name] = kept
            return
        pairs: list[tuple[str | int, JSON]] = []
        if isinstance(member, list):
            pairs = list(enumerate(member))
        elif isinstance(member, dict):
            pairs = list(member.items())
        kept_pairs: list[tuple[str | int, JSON]] = []
        for key, item in pairs:
            kept = self._usable(about.kind, item, at.to(key), str(key), is_named=True)
            if not isinstance(kept, Drop):
                kept_pairs.append((key, kept))
        if isinstance(member, list):
            member[:] = [item for _, item in kept_pairs]
        elif isinstance(member, dict) and len(kept_pairs) != len(pairs):
            for key in member.keys() - {key for key, _ in kept_pairs}:
                del member[key]
        if isinstance(member, dict):
            member.update((str(key), item) for key, item in kept_pairs)

    def _usable(
        self, kind: str, item: JSON, at: Location, name: str, *, is_named: bool
    ) -> Meant:
        """An object as it may stay, or `DROP`."""
        if isinstance(item, dict):
            return DROP if id(item) in self._unusable else item
        # Older dialects have true and false only where there is one schema.
        booleans = self.context.dialect.booleans or not is_named
        if isinstance(item, bool) and kind == "schema" and booleans:
            return item
        if item is not None or kind not in _MAY_BE_EMPTY or not self.rules:
            is_schema = kind == "schema"
            expected = (
                "a schema: an object, true or false" if is_schema else "an object"
            )
            message = f"this must be {expected}"
            self.context.notes.warn("invalid-description", message, at)
        text = _TEXT_OF.get(kind)
        if isinstance(item, str) and text is not None:
            return self._new(kind, {text: item}, at)
        is_keyword = is_named and name in KINDS["schema"].fields
        if kind == "schema" and item is not None and is_keyword:
            return DROP  # A keyword of the schema around it, a step too deep.
        if kind in _ALWAYS_SOMETHING or (item is None and kind in _MAY_BE_EMPTY):
            return self._new(kind, {}, at)
        return DROP

    def _new(self, kind: str, fields: dict[str, JSON], at: Location) -> JSON:
        value = self.context.new(fields, at)
        self.object(kind, value)
        return value


def _hint(name: str, form: str, value: JSON, meant: Meant) -> str:
    if name == "required" and isinstance(value, bool):
        return "the schema around this one lists the properties that it requires"
    if name == "type" and value is None:
        return 'the type of null is "null", in quotes'
    if form == "text" and isinstance(value, int | float):
        return "put it in quotes"
    if isinstance(meant, Drop):
        return "it is left out"
    return f"it is read as {clip(json.dumps(meant, ensure_ascii=False))}"
