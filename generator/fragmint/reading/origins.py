"""Where the values of a document were written.

A place belongs to an object and not to a pointer: so an object may be moved, or its
neighbours left out, and its place goes with it.
"""

from dataclasses import dataclass, field

from fragmint.reading.pointers import JSON, Location, Pointer, step

Node = dict[str, JSON] | list[JSON]


@dataclass(slots=True)
class Origins:
    """The places of the objects of one document.

    Args:
        root: Where the document itself stands.
    """

    root: Location
    # The object is kept, because its id is given away as soon as it is gone.
    _objects: dict[int, tuple[Node, Location]] = field(default_factory=dict)
    _fields: dict[tuple[int, str | int], Location] = field(default_factory=dict)
    _misspelt: set[tuple[int, str]] = field(default_factory=set)

    def put(self, value: Node, at: Location) -> None:
        """Remember where an object stands, with all that is in it."""
        self._objects[id(value)] = (value, at)

    def put_field(self, value: Node, key: str | int, at: Location) -> None:
        """Remember where a field stands that does not stand where its object does."""
        self._fields[id(value), key] = at

    def put_misspelt(self, value: Node, name: str) -> None:
        """Remember that a field is there under a name that is none."""
        self._misspelt.add((id(value), name))

    def has_misspelt(self, value: Node, name: str) -> bool:
        """Whether a field is there under a name that is none."""
        return (id(value), name) in self._misspelt

    def of(self, value: Node) -> Location:
        """Where an object stands that was put.

        Args:
            value: The object itself, not one that is equal to it.
        """
        return self._objects[id(value)][1]

    def field(self, value: Node, key: str | int) -> Location:
        """Where a field of an object stands that was put."""
        return self._fields.get((id(value), key)) or self.of(value).to(key)

    def locate(
        self, document: JSON, pointer: Pointer, *, key: bool = False
    ) -> Location:
        """Where a value of the document was written.

        Args:
            document: The document.
            pointer: Into it.
            key: Whether its key is meant: that of a reference stands where the
                reference does, and not where it leads to.
        """
        at, value = self.root, document
        for index, token in enumerate(pointer):
            is_last = index == len(pointer) - 1
            at = self._fields.get((id(value), token)) or at.to(token)
            try:
                value, _ = step(value, token)
            except KeyError:
                return at.to(*pointer[index + 1 :])
            if not (key and is_last) and id(value) in self._objects:
                at = self._objects[id(value)][1]
        return at
