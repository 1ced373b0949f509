"""What overlays do to a document, each value of which knows where it was written."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from fragmint.reading.load import Source
from fragmint.reading.origins import Node, Origins
from fragmint.reading.pointers import JSON, Location, Pointer, resolve

if TYPE_CHECKING:
    from jsonpath import JSONPathEnvironment

__all__ = ["Changes", "Unfit"]

MAX_MADE = 5_000_000
"""How many objects and lists there may be, with those that others took the place of."""


class Unfit(Exception):
    """A change that cannot be made.

    Args:
        message: Why.
        pointer: What of the action is wrong.
        hint: What would put it right.
    """

    def __init__(self, message: str, *pointer: str | int, hint: str | None = None):
        super().__init__(message)
        self.message = message
        self.pointer = pointer
        self.hint = hint


class Changes:
    """A copy of a document, and what changes it.

    Attributes:
        value: The document.
        origins: Where its parts were written.
    """

    def __init__(self, root: Source) -> None:
        self.origins = Origins(Location(root.name, ()))
        self._left = MAX_MADE
        self.value = self._laid(root.value, self.origins.root)
        self._environment: JSONPathEnvironment | None = None

    def select(self, path: str, field: str) -> list[Pointer]:
        """What a JSONPath (RFC 9535) selects, each once.

        Args:
            path: The query.
            field: Which field of the action it is.

        Raises:
            Unfit: It is none.
        """
        from jsonpath import JSONPathEnvironment, JSONPathError

        if self._environment is None:
            self._environment = JSONPathEnvironment(strict=True)
        try:
            found = self._environment.compile(path).finditer(self.value)
            return list(dict.fromkeys(one.parts for one in found))
        except JSONPathError as error:
            # The text of the error, as such, is of many lines, and can fail.
            message = f"this is no JSONPath of RFC 9535: {error.args[0]}"
            raise Unfit(message, field) from None

    def remove(self, found: Sequence[Pointer]) -> None:
        """Take values out of what they stand in.

        Raises:
            Unfit: One is the document itself.
        """

        # Those within others first, and of a list the last ones.
        def order(pointer: Pointer) -> tuple[int, int]:
            last = pointer[-1] if pointer else 0
            return len(pointer), last if isinstance(last, int) else 0

        for pointer in sorted(found, key=order, reverse=True):
            if not pointer:
                raise Unfit("the document itself cannot be removed", "target")
            around, _ = resolve(self.value, pointer[:-1])
            last = pointer[-1]
            if isinstance(around, list) and isinstance(last, int):
                places = [self.origins.field(around, i) for i in range(len(around))]
                del around[last], places[last]
                for index, at in enumerate(places):
                    self.origins.put_field(around, index, at)
            elif isinstance(around, dict):
                del around[str(last)]

    def update(self, found: Sequence[Pointer], value: JSON, at: Location) -> None:
        """Merge a value into others.

        Args:
            found: Into which.
            value: What.
            at: Where it is written.

        Raises:
            Unfit: They are of another kind.
        """
        for pointer in self._alike(found):
            self._merge_at(pointer, self._laid(value, at), at, "update")

    def copy(self, found: Sequence[Pointer], path: str) -> None:
        """Merge a value of the document into others.

        Args:
            found: Into which.
            path: The JSONPath that selects it.

        Raises:
            Unfit: It selects nothing, or more than one, or they are of another kind.
        """
        origin = self.select(path, "copy")
        if len(origin) != 1:
            raise Unfit(f"copy must select one value, not {len(origin)}", "copy")
        value, _ = resolve(self.value, origin[0])
        place = self.origins.locate(self.value, origin[0])
        made = [(pointer, self._again(value)) for pointer in self._alike(found)]
        for pointer, again in made:
            self._merge_at(pointer, again, place, "copy")

    def _alike(self, found: Sequence[Pointer]) -> Sequence[Pointer]:
        kinds = {_kind(resolve(self.value, pointer)[0]) for pointer in found}
        if len(kinds) > 1:
            message = f"the target selects {' and '.join(sorted(kinds))}"
            raise Unfit(message, "target", hint="write an action for each")
        return found

    def _merge_at(
        self, pointer: Pointer, new: JSON, place: Location, field: str
    ) -> None:
        old, _ = resolve(self.value, pointer)
        if isinstance(old, list):
            if isinstance(new, list):
                self._extend(old, new)
            else:
                self.origins.put_field(old, len(old), place)
                old.append(new)
        elif isinstance(old, dict) and isinstance(new, dict):
            self._merge(old, new, (field,))
        elif _kind(old) != _kind(new):
            raise _other(old, new, field)
        else:
            around, _ = resolve(self.value, pointer[:-1])
            _set(around, pointer[-1], new)
            assert isinstance(around, dict | list)
            self.origins.put_field(around, pointer[-1], place)

    def _merge(self, old: dict[str, JSON], new: dict[str, JSON], at: Pointer) -> None:
        for key, member in new.items():
            if key not in old or _kind(old[key]) == _kind(member) == _PRIMITIVES:
                old[key] = member
                self.origins.put_field(old, key, self.origins.field(new, key))
                continue
            there = old[key]
            if isinstance(there, dict) and isinstance(member, dict):
                self._merge(there, member, (*at, key))
            elif isinstance(there, list) and isinstance(member, list):
                self._extend(there, member)
            else:
                raise _other(there, member, *at, key)

    def _extend(self, old: list[JSON], new: list[JSON]) -> None:
        for index, member in enumerate(new):
            self.origins.put_field(old, len(old), self.origins.field(new, index))
            old.append(member)

    def _laid(self, value: JSON, at: Location) -> JSON:
        """A copy of what a file says there."""
        if isinstance(value, dict):
            made: Node = {
                key: self._laid(one, at.to(key)) for key, one in value.items()
            }
        elif isinstance(value, list):
            made = [self._laid(one, at.to(index)) for index, one in enumerate(value)]
        else:
            return value
        return self._put(made, at)

    def _put(self, made: Node, at: Location) -> Node:
        self.origins.put(made, at)
        self._left -= 1
        if self._left < 0:
            raise Unfit(f"overlays make more than {MAX_MADE} objects of this")
        return made

    def _again(self, value: JSON) -> JSON:
        """A copy of a part of the document, whose parts may be from many places."""
        if not isinstance(value, dict | list):
            return value
        made: Node
        if isinstance(value, dict):
            made = {key: self._again(one) for key, one in value.items()}
        else:
            made = [self._again(one) for one in value]
        self._put(made, self.origins.of(value))
        for key in made if isinstance(made, dict) else range(len(made)):
            self.origins.put_field(made, key, self.origins.field(value, key))
        return made


_PRIMITIVES = "plain values"


def _kind(value: JSON) -> str:
    if isinstance(value, dict):
        return "objects"
    return "lists" if isinstance(value, list) else _PRIMITIVES


def _other(old: JSON, new: JSON, *at: str | int) -> Unfit:
    words = {"objects": "an object", "lists": "a list", _PRIMITIVES: "a plain value"}
    return Unfit(f"{words[_kind(new)]} cannot be merged into {words[_kind(old)]}", *at)


def _set(around: JSON, key: str | int, value: JSON) -> None:
    if isinstance(around, list) and isinstance(key, int):
        around[key] = value
    elif isinstance(around, dict):
        around[str(key)] = value
