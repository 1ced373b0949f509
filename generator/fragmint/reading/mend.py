"""Nothing stays in a document that is not known to be right.

Every object is met once, those within it first. Of each field the grammar says what it
must be; what is not that is put right where its meaning is plain, or left out, with a
warning. `rules` then says what the fields of an object owe to one another.
"""

from dataclasses import dataclass, field

from fragmint.diagnostics import clip
from fragmint.reading.context import Context
from fragmint.reading.fields import Field
from fragmint.reading.forms import DROP, FORMS
from fragmint.reading.grammar import field_of, objects
from fragmint.reading.kinds import KINDS
from fragmint.reading.origins import Node
from fragmint.reading.pointers import JSON, Location
from fragmint.reading.rules import RULES

# What is there although nothing is said about it.
_MAY_BE_EMPTY = frozenset(
    ("schema", "media-type", "response", "path-item", "operation", "callback")
    + ("header", "responses", "example")
)


def mend(context: Context) -> None:
    """Bring a document into the form that its grammar demands.

    Args:
        context: The document and what is known about it; it is changed.
    """
    mender = _Mender(context)
    for kind, value in reversed(list(objects(context.document, "openapi"))):
        mender.object(kind, value)


@dataclass(slots=True)
class _Mender:
    context: Context
    _unusable: set[int] = field(default_factory=set)

    def object(self, kind: str, value: dict[str, JSON]) -> None:
        for name, member in list(value.items()):
            about = field_of(kind, name)
            if about is None:
                del value[name]
            elif about.container == "none":
                self._plain(about, value, name, member)
            else:
                self._members(about, value, name, member)
        rule = RULES.get(kind)
        if rule is not None and not rule(self.context, value):
            self._unusable.add(id(value))

    def _plain(
        self, about: Field, value: dict[str, JSON], name: str, member: JSON
    ) -> None:
        form = FORMS[about.kind]
        if form.is_right(member):
            return
        meant = form.meant(member)
        self._complain(value, name, member, form.expected)
        if meant is DROP or not form.is_right(meant):
            del value[name]
        else:
            value[name] = meant

    def _complain(
        self, value: dict[str, JSON], name: str, member: JSON, expected: str
    ) -> None:
        at = self.context.origins.field(value, name)
        hint = _hint(name, member)
        message = f"{clip(name)} must be {expected}"
        self.context.notes.warn("invalid-description", message, at, hint=hint)

    def _members(
        self, about: Field, value: dict[str, JSON], name: str, member: JSON
    ) -> None:
        at = self.context.origins.field(value, name)
        if about.container == "one":
            kept = self._usable(about.kind, member, at, name, is_named=False)
            if kept is DROP:
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
            if kept is not DROP:
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
    ) -> JSON:
        """An object as it may stay, or `DROP`."""
        if isinstance(item, dict):
            gone = id(item) in self._unusable
            if kind != "schema":
                gone = gone or id(item) in self.context.holes
            return DROP if gone else item
        if kind == "schema" and isinstance(item, bool):
            if self.context.dialect.booleans or not is_named:
                return item
        said = f"this must be {'an' if KINDS[kind].title[0] in 'aeio' else 'a'} {KINDS[kind].title}"
        if item is not None or kind not in _MAY_BE_EMPTY:
            self.context.notes.warn("invalid-description", said, at)
        if kind == "tag" and isinstance(item, str):
            return self.context.new({"name": item}, at)
        if kind not in _MAY_BE_EMPTY or (item is not None and kind != "schema"):
            return DROP
        if (
            kind == "schema"
            and is_named
            and item is not None
            and name in KINDS["schema"].fields
        ):
            return DROP
        new: dict[str, JSON] = self.context.new({}, at)
        self.object(kind, new)
        return new


def _hint(name: str, value: JSON) -> str | None:
    if isinstance(value, int | float) and FORMS["text"].meant(value) is not DROP:
        if name not in ("required", "type"):
            return "put it in quotes"
    if name == "required" and isinstance(value, bool):
        return "the schema around this one lists the properties that it requires"
    if name == "type" and value is None:
        return 'the type of null is "null", in quotes'
    return None
