"""What a command found, as programs read it.

A format is a function of a `Report`, and a row of `FORMATS`. None of them knows what
was looked for: whoever has `Finding`s can have them told in all formats.
"""

from __future__ import annotations

import json
import os
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Literal, TypeAlias
from urllib.parse import quote

from .. import __version__
from ..diagnostics import Place, Problem, harmless, is_long
from ..writing.tables import code, rows

__all__ = ["FORMATS", "Finding", "Format", "Report", "of_problem"]

Level: TypeAlias = Literal["error", "warning", "note"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One thing that was found.

    Args:
        level: How bad it is.
        code: A stable name for this kind of thing; docs/problems.md explains it.
        message: What it is, in one line.
        place: Where it stands, None for what stands nowhere.
        hint: What would put it right, where that is known.
        facts: What a program may want to know besides, by name; only JSON tells them.
    """

    level: Level
    code: str
    message: str
    place: Place | None
    hint: str | None = None
    facts: Mapping[str, object] = field(default_factory=dict[str, object])


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """What a command found.

    Args:
        command: Its name.
        findings: By kind, such as ``problems``; each kind in the order to be told in.
        facts: What a program may want to know besides, by name; only JSON tells them.
    """

    command: str
    findings: Mapping[str, tuple[Finding, ...]]
    facts: Mapping[str, object] = field(default_factory=dict[str, object])


Format: TypeAlias = Callable[[Report], str]


def of_problem(problem: Problem) -> Finding:
    """The finding that a problem is."""
    return Finding(
        level=problem.severity,
        code=problem.code,
        message=problem.message,
        place=problem.place,
        hint=problem.hint,
    )


# --- JSON -----------------------------------------------------------------------------


def _json(report: Report) -> str:
    """One object; docs/formats.md has its fields."""
    kinds = {kind: [*map(_object, found)] for kind, found in report.findings.items()}
    whole = {"command": report.command, "fragmint": __version__, **report.facts}
    return _dump(whole | kinds)


def _object(found: Finding) -> dict[str, object]:
    place = found.place
    return {
        "level": found.level,
        "code": found.code,
        "message": found.message,
        "hint": found.hint,
        "place": place
        and {
            "file": place.file,
            "line": place.line,
            "column": place.column,
            "length": place.length,
            "pointer": place.pointer,
        },
        **found.facts,
    }


def _dump(value: object) -> str:
    return json.dumps(value, indent=2) + "\n"


# --- SARIF ----------------------------------------------------------------------------

_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"


def _sarif(report: Report) -> str:
    """A log of SARIF 2.1.0, with a rule for each code that there is."""
    found = list(_all(report))
    codes = list(dict.fromkeys(one.code for one in found))
    explained = _explained()
    driver = {
        "name": "fragmint",
        "semanticVersion": __version__,
        "rules": [_rule(code, explained.get(code)) for code in codes],
    }
    run = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "results": [_result(one, codes.index(one.code)) for one in found],
    }
    return _dump({"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]})


def _rule(code: str, explained: str | None) -> dict[str, object]:
    if explained is None:
        return {"id": code}
    text = _message(explained)
    return {"id": code, "shortDescription": text, "help": text}


def _result(found: Finding, index: int) -> dict[str, object]:
    hint = f"\nhint: {found.hint}" if found.hint else ""
    result: dict[str, object] = {
        "ruleId": found.code,
        "ruleIndex": index,
        "level": found.level,
        "message": _message(found.message + hint),
    }
    place = found.place
    if place is not None:
        region = {
            "startLine": place.line,
            "startColumn": place.column,
            "endColumn": place.column + place.length,  # the first one behind it
        }
        where = {"artifactLocation": _artifact(place.file), "region": region}
        location: dict[str, object] = {"physicalLocation": where}
        if place.pointer:
            location["logicalLocations"] = [{"fullyQualifiedName": place.pointer}]
        result["locations"] = [location]
    return result


def _message(text: str) -> dict[str, str]:
    """`text` as a message, in which braces would be placeholders (SARIF §3.11.5)."""
    return {"text": text.replace("{", "{{").replace("}", "}}")}


def _artifact(file: str) -> dict[str, str]:
    path = _from_top(file)
    if path.is_absolute():
        return {"uri": path.as_uri()}
    return {"uri": quote(os.fsencode(path.as_posix())), "uriBaseId": "%SRCROOT%"}


def _explained() -> dict[str, str]:
    """What each code means, by the page that says so."""
    return {
        name: re.sub(r"\[([^]]*)\]\([^)]*\)", r"\1", cells[-1])  # no links
        for cells in rows("docs/problems.md")
        for name in code(cells[0])
    }


# --- GitHub ---------------------------------------------------------------------------

_COMMANDS = {"error": "error", "warning": "warning", "note": "notice"}


def _github(report: Report) -> str:
    """A workflow command for each line of a file of which something is to be said.

    GitHub shows few annotations of a step, so that one has all that is of one kind.
    """
    together: dict[tuple[Level, str, str, int], list[Finding]] = {}
    for one in _all(report):
        file, line = (one.place.file, one.place.line) if one.place else ("", 0)
        together.setdefault((one.level, one.code, file, line), []).append(one)
    return "".join(_annotation(found) for found in together.values())


def _annotation(found: list[Finding]) -> str:
    first = found[0]
    where: dict[str, Any] = {}
    if first.place is not None:
        file = _from_top(first.place.file).as_posix()
        where = {"file": file, "line": first.place.line, "col": first.place.column}
    where["title"] = f"fragmint: {first.code}"
    columns = {one.place.column for one in found if one.place is not None}
    said = [_said(one, several=len(columns) > 1) for one in found]
    said += dict.fromkeys(f"hint: {one.hint}" for one in found if one.hint)
    options = ",".join(f"{key}={_property(str(one))}" for key, one in where.items())
    command = f"::{_COMMANDS[first.level]} {options}::{_data(chr(10).join(said))}"
    return harmless(command) + "\n"


def _said(found: Finding, *, several: bool) -> str:
    """Its message; where `several` are in one line, with its place there."""
    if found.place is None or not several:
        return found.message
    way = f"#{found.place.pointer}, " if is_long(found.place.text) else ""
    return f"{found.message} ({way}column {found.place.column})"


def _data(text: str) -> str:
    """`text` as what a workflow command says."""
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    """`text` as the value of an option of a workflow command."""
    return _data(text).replace(":", "%3A").replace(",", "%2C")


# --------------------------------------------------------------------------------------


def _from_top(file: str) -> Path:
    """A file from the top of the repository that this runs in, where hosts look for it.

    It is as it was given where there is no repository, or it is not in that.
    """
    here = Path.cwd()
    for top in (here, *here.parents):
        if (top / ".git").exists():
            path = Path(os.path.normpath(here / file))
            return path.relative_to(top) if path.is_relative_to(top) else Path(file)
    return Path(file)


def _all(report: Report) -> Iterator[Finding]:
    for found in report.findings.values():
        yield from found


FORMATS: Mapping[str, Format] = {"json": _json, "sarif": _sarif, "github": _github}
"""What ``--format`` takes, besides ``text``, which each command writes by itself."""
