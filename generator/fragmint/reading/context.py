"""What upgrading and mending share: the document, its places, and where problems go."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from fragmint.reading.dialects import Dialect
from fragmint.reading.load import Source
from fragmint.reading.notes import Notes
from fragmint.reading.origins import Node, Origins
from fragmint.reading.pointers import JSON, Location


@dataclass(frozen=True, slots=True)
class Context:
    """A document that is being brought into shape.

    Args:
        document: The document, on its own.
        dialect: What it was written in.
        origins: Where its objects were written.
        notes: Where problems go.
        sources: The files that it was written in, by name.
        holes: The objects of which a reference led nowhere, by id.
        schemes: The names of all security schemes, needed or not.
        defaults: What the whole document says for each operation, by its field.
    """

    document: dict[str, JSON]
    dialect: Dialect
    origins: Origins
    notes: Notes
    sources: Mapping[str, Source]
    holes: frozenset[int]
    schemes: frozenset[str]
    defaults: dict[str, JSON] = field(default_factory=dict)

    def new(self, fields: Mapping[str, JSON], at: Location) -> dict[str, JSON]:
        """An object that is new, and stands for what is written somewhere."""
        value = dict(fields)
        self.origins.put(value, at)
        return value

    def new_list(self, items: Iterable[JSON], at: Location) -> list[JSON]:
        """A list that is new, and stands for what is written somewhere."""
        value = list(items)
        self.origins.put(value, at)
        return value

    def missing(self, value: Node, title: str, *names: str) -> None:
        """Note that an object has not what it must have.

        Args:
            value: The object.
            title: What it is called.
            names: The fields; of one that is only misspelt all has been said.
        """
        left = [name for name in names if not self.origins.has_misspelt(value, name)]
        if left:
            self.warn(value, None, f"this {title} has no {' and no '.join(left)}")

    def warn(
        self, value: Node, key: str | int | None, message: str, hint: str | None = None
    ) -> None:
        """Note that a field of an object is not as the standard has it.

        Args:
            value: The object.
            key: The field; None for the object itself, which its key is shown of.
            message: What is wrong.
            hint: What would put it right.
        """
        code = "invalid-description"
        if key is None:
            at = self.origins.of(value)
            self.notes.warn(code, message, at, mark="key", hint=hint)
        else:
            self.notes.warn(code, message, self.origins.field(value, key), hint=hint)
