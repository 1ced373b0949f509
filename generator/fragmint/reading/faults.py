"""What the two parsers share: where a value stands, and what is wrong there."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from fragmint.reading.kinds import METHODS
from fragmint.reading.pointers import Pointer

MAX_DEPTH = 200
"""How deep a description may nest: what walks it afterwards may recurse."""

Stretch = tuple[int, int]
"""A start and an end, as offsets into the text."""


@dataclass(slots=True)
class Spot:
    """Where a value stands, and where its members do.

    Args:
        value: The stretch of the value itself.
        key: The stretch of its key, None for what has no key.
        members: The spots of what it contains, by key or index.
    """

    value: Stretch
    key: Stretch | None = None
    members: dict[str | int, "Spot"] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Fault:
    """A problem that knows its offsets and not yet its file.

    Args:
        code: The problem's code.
        message: What is wrong.
        stretch: Where in the text.
        hint: What would put it right.
        first: Where the other half of a contradiction stands; its line number
            takes the place of `{line}` in the hint.
        fatal: Whether there is nothing to be read for it.
    """

    code: str
    message: str
    stretch: Stretch
    hint: str | None = None
    first: int | None = None
    fatal: bool = True


class TextError(Exception):
    """A text that cannot be read, and why."""

    def __init__(self, *faults: Fault) -> None:
        super().__init__(*(fault.message for fault in faults))
        self.faults = faults


def duplicate_key(
    keys: Sequence[str | int | None], again: Stretch, first: Stretch
) -> Fault:
    """The fault of a key that its mapping has already; the last one counts.

    Args:
        keys: The key, after those that lead to its mapping. An operation that is
            there twice has no meaning.
        again: Where it is repeated.
        first: Where it stands first.
    """
    message, hint = (
        f"the key {keys[-1]!r} is repeated",
        "it stands in line {line} already",
    )
    is_operation = keys[0] == "paths" and (
        len(keys) == 2 or (len(keys) == 3 and keys[-1] in METHODS)
    )
    return Fault("duplicate-key", message, again, hint, first[0], is_operation)


def too_deep(offset: int) -> Fault:
    """The fault of nesting beyond `MAX_DEPTH`."""
    message = f"nested deeper than {MAX_DEPTH} levels"
    return Fault("too-deep", message, (offset, offset + 1))


def descend(spot: Spot, pointer: Pointer) -> tuple[Spot, bool]:
    """Follow a pointer as far as it leads.

    Returns:
        The last spot reached, and whether that was all the way.
    """
    for token in pointer:
        inner = spot.members.get(token)
        if inner is None:
            return spot, False
        spot = inner
    return spot, True
