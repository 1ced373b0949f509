"""What is still to be copied into the document."""

from dataclasses import dataclass, replace

from fragmint.reading.origins import Node
from fragmint.reading.pointers import JSON, Location
from fragmint.reading.scopes import NO_SCOPE, Hoisted, Scope


@dataclass(frozen=True, slots=True)
class Job:
    """An object that is to be put into the document.

    Args:
        kind: A key of `KINDS`.
        value: The object as it was written.
        at: Where that was.
        into: The dict or list that it goes into.
        key: Where in there.
        depth: How many tokens its pointer has.
        around: The targets of references that it is part of.
        same: The hoisted schema that judges the very value that this one judges.
        is_choice: Whether it judges it as one of several.
        scope: What the `$dynamicAnchor`s around it stand for.
    """

    kind: str
    value: JSON
    at: Location
    into: Node
    key: str | int
    depth: int
    around: frozenset[Location] = frozenset()
    same: Hoisted | None = None
    is_choice: bool = False
    scope: Scope = NO_SCOPE

    def within(self, scope: Scope) -> "Job":
        """The same job in `scope`, which for nearly all is the one that they have."""
        return self if scope is self.scope else replace(self, scope=scope)

    def put(self, result: JSON) -> None:
        """Put the result where it goes."""
        if isinstance(self.into, list):
            self.into[int(self.key)] = result
        else:
            self.into[str(self.key)] = result
