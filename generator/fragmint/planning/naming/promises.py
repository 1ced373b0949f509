"""The name lock: what ``fragmint.lock`` keeps under ``names`` and ``members``.

The first maps each kind of thing to the names of those things, by key, sorted, so that
two branches which add different things merge line by line. The second says what the
members of lists are, whose keys are places that move.
"""

from __future__ import annotations

import keyword
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, cast

from .members import moved, moves
from .spelling import is_sound

__all__ = ["Promises", "dump_names", "load_promises"]

Names = dict[str, dict[str, str]]
_FORMS = (" in", " out")


@dataclass(frozen=True, slots=True)
class Promises:
    """The names of things before, by kind and key, and what members of lists said."""

    names: Names = field(default_factory=dict)
    members: dict[str, str] = field(default_factory=dict)

    def moved_to(self, members: Mapping[str, str]) -> Names:
        """The names by where their things are, now that `members` say this."""
        moved_by = moves(self.members, members)
        found: Names = {}
        for kind, names in self.names.items():
            found[kind] = {}
            for key, name in names.items():
                form = next((one for one in _FORMS if key.endswith(one)), "")
                place = moved(key.removesuffix(form), moved_by)
                if place is not None:
                    found[kind][place + form] = name
        return found


def dump_names(names: Mapping[str, Mapping[str, str]]) -> Names:
    """What the lock is to hold: kind -> key -> name, sorted, without empty kinds."""
    return {
        kind: dict(sorted(names[kind].items())) for kind in sorted(names) if names[kind]
    }


def load_promises(lock: object) -> Promises:
    """The promises in a lock; what is none is left out."""
    parts = dict(_items(lock))
    names: Names = {}
    for kind, found in _items(parts.get("names")):
        kept = {
            key: name
            for key, name in _items(found)
            if isinstance(name, str) and is_sound(name) and not keyword.iskeyword(name)
        }
        if kept:
            names[kind] = kept
    members = _items(parts.get("members"))
    said = {place: text for place, text in members if isinstance(text, str)}
    return Promises(names, said)


def _items(value: object) -> list[tuple[str, Any]]:
    if not isinstance(value, dict):
        return []
    pairs = cast("dict[object, object]", value).items()
    return [(key, one) for key, one in pairs if isinstance(key, str)]
