"""OpenAPI Overlays (1.0 and 1.1): a root document, changed as other files say.

What comes of it is a source like any other. It knows of each value in which file that
was written, so that problems are told where they can be mended; pointers are those of
the document that comes of it, wherever its parts were written.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from fragmint.diagnostics import Place, Problem, did_you_mean
from fragmint.reading.changes import Changes, Unfit
from fragmint.reading.load import Source
from fragmint.reading.origins import Origins
from fragmint.reading.pointers import JSON, Location, Pointer

__all__ = ["overlaid"]

_VERSION = re.compile(r"1\.[01](\.[0-9]+)?")
_FIELDS = ("overlay", "info", "extends", "actions")
_ACTION = ("target", "description", "update", "copy", "remove")
_BAD = "bad-overlay"


@dataclass(frozen=True, slots=True)
class Overlaid(Source):
    """A document of which parts were written in other files."""

    sources: Mapping[str, Source]
    origins: Origins

    def written(self, pointer: Pointer, *, key: bool = False) -> tuple[Source, Pointer]:
        at = self.origins.locate(self.value, pointer, key=key)
        return self.sources[at.file], at.pointer

    def place(self, pointer: Pointer, *, key: bool = False) -> Place:
        source, at = self.written(pointer, key=key)
        return source.place(at, key=key)

    def lines(self, pointer: Pointer) -> tuple[int, int]:
        source, at = self.written(pointer)
        return source.lines(at)


def overlaid(root: Source, overlays: Sequence[Source]) -> tuple[Source, list[Problem]]:
    """A root document as overlays change it, and what is wrong with them.

    Args:
        root: The document.
        overlays: Applied one after another.
    """
    if not overlays or not isinstance(root.value, dict):
        return root, []
    problems: list[Problem] = []
    changes = Changes(root)
    for overlay in overlays:
        for action in _actions(overlay, problems):
            try:
                if not _done(changes, action):
                    message = f"there is nothing at {action.target}"
                    place = overlay.place((*action.at, "target"))
                    problems.append(
                        Problem("idle-overlay", message, place, None, "warning")
                    )
            except Unfit as error:
                place = overlay.place((*action.at, *error.pointer))
                problems.append(Problem(_BAD, error.message, place, error.hint))
    sources = {one.name: one for one in (root, *overlays)}
    # Whoever looks for a word in it, finds it.
    text = "\n".join(one.text for one in sources.values())
    whole = Overlaid(
        root.name,
        root.shown,
        text,
        changes.value,
        root.sha256,
        root.problems,
        root._find,
        sources,
        changes.origins,
    )
    return whole, problems


class _Action(NamedTuple):
    """An action of an overlay: where it stands, what it says, and what it selects."""

    source: Source
    at: Pointer
    fields: Mapping[str, JSON]
    target: str


def _done(changes: Changes, action: _Action) -> bool:
    """Do what an action says; whether there is anything that it selects.

    Raises:
        Unfit: It cannot be done.
    """
    found = changes.select(action.target, "target")
    fields = action.fields
    if fields.get("remove"):
        changes.remove(found)
    elif "copy" in fields and found:
        changes.copy(found, str(fields["copy"]))
    elif "update" in fields:
        at = Location(action.source.name, (*action.at, "update"))
        changes.update(found, fields["update"], at)
    return bool(found)


def _actions(source: Source, problems: list[Problem]) -> Iterator[_Action]:
    """The actions of an overlay that can be tried; what is wrong is added."""
    document = source.value
    wrong = _no_overlay(source)
    if wrong is not None or not isinstance(document, dict):
        problems += filter(None, [wrong])
        return
    problems += _unknown(source, document, _FIELDS, ())
    actions = document.get("actions")
    if not isinstance(actions, list) or not actions:
        message = "actions must be a list of one action at least"
        problems.append(Problem(_BAD, message, source.place(("actions",))))
        return
    for index, fields in enumerate(actions):
        at: Pointer = ("actions", index)
        if not isinstance(fields, dict):
            message = "an action must be an object"
            problems.append(Problem(_BAD, message, source.place(at)))
            continue
        problems += _unknown(source, fields, _ACTION, at)
        wrong = _no_action(source, fields, at)
        if wrong is None:
            yield _Action(source, at, fields, str(fields["target"]))
        else:
            problems.append(wrong)


def _no_overlay(source: Source) -> Problem | None:
    """Why a file is no overlay that can be read, if it is none."""
    document = source.value
    if not isinstance(document, dict) or "overlay" not in document:
        message = "this is no OpenAPI Overlay: it has no field overlay"
        known = document if isinstance(document, dict) else ()
        meant = did_you_mean("overlay", known)
        hint = f"did you mean overlay, not {meant}?" if meant else "overlay: 1.1.0"
        return Problem("not-overlay", message, source.place(()), hint)
    version = str(document["overlay"])  # 1.0 is a number to YAML
    if _VERSION.fullmatch(version):
        return None
    message = f"Overlay {version[:40]} can not be read"
    place = source.place(("overlay",))
    return Problem("unsupported-version", message, place, "1.0.0 and 1.1.0 can be")


def _no_action(
    source: Source, fields: Mapping[str, JSON], at: Pointer
) -> Problem | None:
    """Why an action says nothing that can be done, if it does not."""

    def wrong(message: str, field: str) -> Problem:
        return Problem(_BAD, message, source.place((*at, field)))

    if not isinstance(fields.get("target"), str):
        return wrong("target must be a JSONPath", "target")
    if not isinstance(fields.get("remove", False), bool):
        return wrong("remove must be true or false", "remove")
    if fields.get("remove"):
        return None
    if not isinstance(fields.get("copy", ""), str):
        return wrong("copy must be a JSONPath", "copy")
    if "copy" in fields and "update" in fields:
        return wrong("an action has either update or copy", "copy")
    if "copy" not in fields and "update" not in fields:
        message = "this action has no update, no copy and no remove: true"
        return Problem("idle-overlay", message, source.place(at), None, "warning")
    return None


def _unknown(
    source: Source, fields: Mapping[str, JSON], known: Sequence[str], at: Pointer
) -> Iterator[Problem]:
    for name in fields:
        if name not in known and not name.startswith("x-"):
            meant = did_you_mean(name, known)
            hint = f"did you mean {meant}?" if meant else None
            place = source.place((*at, name), key=True)
            message = f"an overlay has no {name} here"
            yield Problem("unknown-field", message, place, hint, "warning")
