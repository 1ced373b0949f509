"""Reports as text: for a terminal, a pull request, a program, and GitHub's checks."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping, Sequence

from .kinds import SEVERITIES, Severity
from .report import Entry, Report, verdict

__all__ = ["FORMATS", "HEADINGS", "sections", "sentences"]

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
    return f"{entry.severity}: {_plain(entry.sentence)}"


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


def as_github(reports: Sequence[Report]) -> str:
    """Workflow commands of GitHub Actions, which it shows beside the lines."""
    lines = []
    for one in reports:
        for entry in one.entries:
            level = "warning" if entry.severity == "breaking" else "notice"
            where = entry.new
            at = f"file={_property(where.file)},line={where.line}," if where else ""
            title = f"title={_property(f'{entry.severity} ({entry.kind})')}"
            lines.append(f"::{level} {at}{title}::{_data(entry.sentence)}")
    return "".join(f"{line}\n" for line in lines)


FORMATS: Mapping[str, Callable[[Sequence[Report]], str]] = {
    "text": as_text,
    "markdown": as_markdown,
    "json": as_json,
    "github": as_github,
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


def _plain(sentence: str) -> str:
    """What a terminal can show on one line, whatever the description has in it."""
    return "".join(
        c if c.isprintable() else "\N{REPLACEMENT CHARACTER}" for c in sentence
    )


def _escaped(sentence: str) -> str:
    """A sentence in which Markdown sees no marks; names stay in one piece."""
    plain = _plain(sentence)
    return "".join(f"\\{char}" if char in "\\`*_[]<>|#~&" else char for char in plain)


def _data(text: str) -> str:
    for char, code in (("%", "%25"), ("\r", "%0D"), ("\n", "%0A")):
        text = text.replace(char, code)
    return text


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
