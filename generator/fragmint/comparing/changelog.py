"""A changelog, with an entry for the changes of packages.

An entry is a heading of level 2, the verdict, and the sentences below headings that say
what they mean for callers; the latest is first. What stands in it already stays, word
for word, and is not said again.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from .formats import HEADINGS, sections
from .report import Report
from .severities import SEVERITIES, VERDICTS

__all__ = ["UNRELEASED", "updated"]

UNRELEASED = "Unreleased"
_HEAD = "# Changelog\n"


def updated(text: str, reports: Sequence[Report], title: str = UNRELEASED) -> str:
    """`text`, a changelog or nothing yet, with the changes of `reports`.

    They are an entry of their own, the first; or if there is one called `title`, what
    it does not say yet is added to it. If the first entry says it all, whatever it is
    called, nothing is added.
    """
    wanted = _wanted(reports)
    known = _entries(text)
    lines = [line for found in wanted.values() for line in found]
    if not lines or (known and set(lines) <= {*known[0].body.splitlines()}):
        return text
    for one in known:
        if one.title == title:
            rest = text[one.end :]
            entry = _merged(title, one.body, wanted)
            return f"{text[:one.start]}{entry}" + (f"\n{rest}" if rest else "")
    head, rest = text, ""
    if known:
        head, rest = text[: known[0].start], f"\n{text[known[0].start :]}"
    head = head.rstrip("\n") + "\n" if head.strip() else _HEAD
    return f"{head}\n{_merged(title, '', wanted)}{rest}"


def _wanted(reports: Sequence[Report]) -> dict[str, list[str]]:
    """The lines to say, under the headings that they go below."""
    found: dict[str, list[str]] = {}
    for one in reports:
        of = f"{one.name}: " if len(reports) > 1 else ""
        for heading, entries in sections(one):
            lines = [f"- {of}{_one_line(entry.sentence)}" for entry in entries]
            found.setdefault(heading, []).extend(dict.fromkeys(lines))
    return found


def _one_line(sentence: str) -> str:
    return " ".join(sentence.split())


class _Entry(NamedTuple):
    """An entry, where it begins and ends, and what stands below its heading."""

    title: str
    start: int
    end: int
    body: str


def _entries(text: str) -> list[_Entry]:
    heads = [*re.finditer(r"^## (.*)$", text, re.M)]
    ends = [*(head.start() for head in heads[1:]), len(text)]
    return [
        _Entry(head[1].strip(), head.start(), end, text[head.end() : end])
        for head, end in zip(heads, ends, strict=False)
    ]


def _merged(title: str, body: str, wanted: dict[str, list[str]]) -> str:
    """The entry `title`, which says `body` so far, with what is `wanted`."""
    first, *parts = re.split(r"^### (.*)$\n?", body, flags=re.M)
    texts = (part.strip("\n") for part in parts[1::2])
    said = dict(zip(parts[::2], texts, strict=True))
    for heading, lines in wanted.items():
        known = said[heading].split("\n") if heading in said else []
        said[heading] = "\n".join([*known, *(x for x in lines if x not in known)])
    ours = {HEADINGS[severity]: VERDICTS[severity] for severity in SEVERITIES}
    verdict = next(ours[one] for one in ours if one in said)
    words = re.sub(r"^Verdict: \w+$", "", first, flags=re.M).strip("\n")
    blocks = [f"## {title}", f"Verdict: {verdict}", *filter(None, [words])]
    order = [*(one for one in ours if one in said), *(x for x in said if x not in ours)]
    blocks += [f"### {name}\n\n{said[name]}".rstrip() for name in order]
    return "\n\n".join(blocks) + "\n"
