"""Reports as text: for a terminal, a pull request, programs, and GitHub's checks."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import TypeAlias

from ..diagnostics import Place, harmless
from ..reviewing import formats as findings
from .report import Entry, Report, verdict
from .severities import SEVERITIES, Severity

__all__ = ["FORMATS", "HEADINGS", "sections", "sentences"]

Format: TypeAlias = Callable[[Sequence[Report]], str]

HEADINGS: Mapping[Severity, str] = {
    "breaking": "Breaking",
    "additive": "Added",
    "fix": "Fixed or told otherwise",
}


def as_text(reports: Sequence[Report]) -> str:
    """For a terminal: a sentence a line, and below it where."""
    lines: list[str] = []
    for one in reports:
        lines += [f"{one.name}:"] if len(reports) > 1 else []
        for entry in one.entries:
            lines += [_told(entry), f"    {_where(entry, ' -> ')}"]
        lines.append(f"{verdict([one])}: {_counted(one)}")
    return "".join(f"{line}\n" for line in lines)


def sentences(report: Report) -> list[str]:
    """For a terminal, in short: the changes, without where they are."""
    return [_told(entry) for entry in report.entries]


def _told(entry: Entry) -> str:
    return f"{entry.severity}: {harmless(entry.sentence)}"


def as_markdown(reports: Sequence[Report]) -> str:
    """For a pull request."""
    lines = [f"## {verdict(reports).capitalize()}: {_all(reports)}"]
    for one in reports:
        lines += ["", f"### `{one.name}`"] if len(reports) > 1 else []
        for heading, entries in sections(one):
            lines += ["", f"**{heading}**", ""]
            lines += [
                f"- {_escaped(entry.sentence)} ({_where(entry, ' → ', '`')})"
                for entry in entries
            ]
    return "".join(f"{line}\n" for line in lines)


def as_json(reports: Sequence[Report]) -> str:
    """For a program."""
    value = {
        "verdict": verdict(reports),
        "packages": [
            {
                "name": one.name,
                "verdict": verdict([one]),
                "changes": [
                    {
                        "kind": entry.kind,
                        "class": entry.severity,
                        "sentence": entry.sentence,
                        "old": entry.old and entry.old._asdict(),
                        "new": entry.new and entry.new._asdict(),
                    }
                    for entry in one.entries
                ],
            }
            for one in reports
        ],
    }
    return json.dumps(value, indent=2, ensure_ascii=False) + "\n"


def _of_findings(form: findings.Format) -> Format:
    """A form that `check` has, too: of a report of what was found."""
    return lambda reports: form(_as_findings(reports))


def _as_findings(reports: Sequence[Report]) -> findings.Report:
    changes = (_finding(entry) for one in reports for entry in one.entries)
    return findings.Report(command="diff", findings={"changes": tuple(changes)})


def _finding(entry: Entry) -> findings.Finding:
    where = entry.new
    return findings.Finding(
        level="warning" if entry.severity == "breaking" else "note",
        code=entry.kind,
        message=f"{entry.severity}: {entry.sentence}",
        place=Place(*where, "", "", 1) if where else None,
    )


FORMATS: Mapping[str, Format] = {
    "text": as_text,
    "markdown": as_markdown,
    "json": as_json,
    **{name: _of_findings(findings.FORMATS[name]) for name in ("github", "sarif")},
}
"""By the name that the command line has for each."""


def sections(one: Report) -> Iterator[tuple[str, list[Entry]]]:
    """The changes under the headings that they have."""
    for severity in SEVERITIES:
        if entries := one.of(severity):
            yield HEADINGS[severity], entries


def _where(entry: Entry, arrow: str, mark: str = "") -> str:
    return arrow.join(f"{mark}{at}{mark}" for at in (entry.old, entry.new) if at)


def _counted(one: Report) -> str:
    counts = [f"{len(one.of(s))} {s}" for s in SEVERITIES if one.of(s)]
    return ", ".join(counts) or "nothing is different for a caller"


def _all(reports: Sequence[Report]) -> str:
    every = Report("", tuple(entry for one in reports for entry in one.entries))
    return _counted(every)


def _escaped(sentence: str) -> str:
    """A sentence in which Markdown sees no marks; names stay in one piece."""
    plain = harmless(sentence)
    return "".join(f"\\{char}" if char in "\\`*_[]<>|#~&" else char for char in plain)
