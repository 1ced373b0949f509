"""The name lock: what ``fragmint.lock`` keeps so that names last.

``names`` maps each kind of thing to the names of those things, by key, sorted, so that
two branches which add different things merge line by line. ``gone`` has the same of
what is gone, for good: it gets its name back, and nothing else does, unless somebody
strikes the line out. ``aliases`` has names that were given up by `fragmint rename`, and
the name that each stands for. ``members`` says what the members of lists are, whose
keys are places that move.
"""

from __future__ import annotations

import keyword
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, cast

from .members import moved, moves
from .spelling import is_sound

__all__ = ["Names", "Promises", "dump_promises", "load_promises"]

Names = dict[str, dict[str, str]]
_FORMS = (" in", " out")


@dataclass(frozen=True, slots=True)
class Promises:
    """What was promised: the names of things, by kind and key.

    Args:
        names: Of what there was.
        members: What the members of lists said of themselves, by place.
        gone: The names of what was gone before.
        aliases: Of each kind, the names given up, and those that took their place.
    """

    names: Names = field(default_factory=dict)
    members: dict[str, str] = field(default_factory=dict)
    gone: Names = field(default_factory=dict)
    aliases: Names = field(default_factory=dict)

    def moved_to(
        self, members: Mapping[str, str], *, exactly: bool = False
    ) -> Promises:
        """The same, by where things are, now that the `members` of lists say this.

        If `exactly`, only what says the same is where it is.
        """
        places = moves(self.members, members, exactly=exactly)

        def by_place(names: Names) -> Names:
            return {
                kind: {_moved(key, places): name for key, name in found.items()}
                for kind, found in names.items()
            }

        return Promises(
            by_place(self.names),
            {
                places[place]: said
                for place, said in self.members.items()
                if place in places
            },
            by_place(self.gone),
            self.aliases,
        )


def _moved(key: str, places: Mapping[str, str]) -> str:
    form = next((one for one in _FORMS if key.endswith(one)), "")
    return moved(key.removesuffix(form), places) + form


def dump_promises(promises: Promises) -> dict[str, Any]:
    """What the lock is to hold: sorted, without empty kinds."""
    return {
        "aliases": _sorted(promises.aliases),
        "gone": _sorted(promises.gone),
        "members": dict(sorted(promises.members.items())),
        "names": _sorted(promises.names),
    }


def load_promises(lock: object) -> Promises:
    """The promises in a lock; what is none is left out."""
    parts = dict(_items(lock))
    names, gone, aliases = (
        _names(parts.get(part)) for part in ("names", "gone", "aliases")
    )
    for kind, found in aliases.items():
        aliases[kind] = {old: name for old, name in found.items() if _is_name(old)}
    members = {
        place: said
        for place, said in _items(parts.get("members"))
        if isinstance(said, str)
    }
    return Promises(names, members, gone, _sorted(aliases))


def _names(value: object) -> Names:
    names: Names = {}
    for kind, found in _items(value):
        kept = {key: name for key, name in _items(found) if _is_name(name)}
        if kept:
            names[kind] = kept
    return names


def _is_name(name: object) -> bool:
    return isinstance(name, str) and is_sound(name) and not keyword.iskeyword(name)


def _sorted(names: Names) -> Names:
    return {
        kind: dict(sorted(names[kind].items())) for kind in sorted(names) if names[kind]
    }


def _items(value: object) -> list[tuple[str, Any]]:
    if not isinstance(value, dict):
        return []
    pairs = cast("dict[object, object]", value).items()
    return [(key, one) for key, one in pairs if isinstance(key, str)]
