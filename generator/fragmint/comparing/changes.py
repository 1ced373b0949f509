"""Changes, as they are found."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias

from .kinds import KINDS
from .severities import Direction, Severity
from .surface import Argument, Spot

__all__ = ["At", "Change", "Findings"]

At: TypeAlias = tuple[Spot | None, Spot | None]
"""Where a thing stood, and where it stands."""


@dataclass(frozen=True, slots=True)
class Change:
    """One thing that is different for a caller, and where it stands on either side.

    Args:
        kind: One of `KINDS`.
        severity: What it means for a caller.
        sentence: What is different, by its name in Python.
        old: Where it stood; None if it was not there.
        new: Where it stands; None if it is gone.
    """

    kind: str
    severity: Severity
    sentence: str
    old: Spot | None
    new: Spot | None


class Findings:
    """Collects the changes, and what they have told of each field already.

    Of check functions, `compared` are those whose rules were, `asked` is where a value
    has to fit one.
    """

    def __init__(self) -> None:
        self.changes: list[Change] = []
        self.compared: set[str] = set()
        self.asked: dict[str, tuple[str, Spot]] = {}
        self._told: dict[Spot, set[str]] = {}
        self._renamed: dict[Spot, str] = {}

    def add(
        self,
        kind: str,
        what: str,
        at: At,
        direction: Direction = "sent",
        *,
        was: str = "",
        now: str = "",
    ) -> None:
        """Note a change of `what`; `was` and `now` complete the sentence."""
        row = KINDS[kind]
        severity = row.received if direction == "received" else row.sent or row.received
        assert severity is not None, kind
        sentence = row.sentence.format(what=what, was=was, now=now)
        self.changes.append(Change(kind, severity, sentence, *at))
        for spot in at:
            if spot is not None:
                self.tell(spot, kind)
        if kind in ("field-renamed", "alias-left") and at[0] is not None:
            self._renamed[at[0]] = now

    def tell(self, spot: Spot, kind: str) -> None:
        """Count a change of `kind` as told, which that of something else has said."""
        self._told.setdefault(spot, set()).add(kind)

    def told(self, spot: Spot | None) -> set[str]:
        """The kinds of changes that were found at `spot`."""
        return self._told.get(spot, set()) if spot else set()

    def name_of(self, field: Argument) -> str:
        """What a field is called in the new package."""
        return self._renamed.get(field.at, field.name)
