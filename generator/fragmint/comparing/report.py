"""Two sides -> what a report says of them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from .changes import Change
from .compare import compare
from .kinds import KINDS
from .places import Where
from .severities import SEVERITIES, VERDICTS, Severity
from .sides import Side
from .surface import Spot
from .survey import survey

__all__ = ["Entry", "Report", "gone", "report", "verdict"]


@dataclass(frozen=True, slots=True)
class Entry:
    """A change, and where in the files of either side it is to be seen."""

    kind: str
    severity: Severity
    sentence: str
    old: Where | None
    new: Where | None


@dataclass(frozen=True, slots=True)
class Report:
    """The changes of the package `name`, the gravest first."""

    name: str
    entries: tuple[Entry, ...]

    def of(self, severity: Severity) -> list[Entry]:
        """The changes that are as grave as that."""
        return [one for one in self.entries if one.severity == severity]


def report(old: Side | None, new: Side) -> Report:
    """What is different between two packages; None: there was no package before.

    Raises:
        Problems: one of them cannot be read.
    """
    if old is None:
        sentence = KINDS["package-added"].sentence.format(what=new.name)
        where = new.where(Spot("__init__.py", 1))
        entry = Entry("package-added", "additive", sentence, None, where)
        return Report(new.name, (entry,))
    before, after = (survey(side.files, side.name) for side in (old, new))
    found = [*_entries(old, new, compare(before, after))]
    if old.home != new.home:
        row = KINDS["package-moved"]
        sentence = row.sentence.format(what=old.home, now=new.home)
        places = (side.where(Spot("__init__.py", 1)) for side in (old, new))
        found.insert(0, Entry("package-moved", "breaking", sentence, *places))
    return Report(new.name, tuple(found))


def gone(name: str, where: Where) -> Report:
    """That there is a package no more."""
    sentence = KINDS["package-removed"].sentence.format(what=name)
    return Report(name, (Entry("package-removed", "breaking", sentence, where, None),))


def _entries(old: Side, new: Side, changes: Iterable[Change]) -> Iterable[Entry]:
    for one in changes:
        yield Entry(
            one.kind,
            one.severity,
            one.sentence,
            old.where(one.old) if one.old else None,
            new.where(one.new) if one.new else None,
        )


def verdict(reports: Sequence[Report]) -> str:
    """What all the changes make of a version: major, minor, patch, or none."""
    found = {entry.severity for one in reports for entry in one.entries}
    return next((VERDICTS[one] for one in SEVERITIES if one in found), "none")
