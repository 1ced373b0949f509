"""The name lock: what ``fragmint.lock`` keeps under ``names``.

It maps each kind of thing to the names of those things, by key, sorted, so that two
branches which add different things merge line by line.
"""

from __future__ import annotations

import keyword
from collections.abc import Mapping
from typing import Any, cast

from .spelling import is_sound

__all__ = ["dump_names", "load_names"]

Names = dict[str, dict[str, str]]


def dump_names(names: Mapping[str, Mapping[str, str]]) -> Names:
    """What the lock is to hold: kind -> key -> name, sorted, without empty kinds."""
    return {
        kind: dict(sorted(names[kind].items())) for kind in sorted(names) if names[kind]
    }


def load_names(lock: object) -> Names:
    """The promises in the ``names`` of a lock; what is no promise is left out."""
    found: Names = {}
    for kind, names in _items(lock):
        kept = {
            key: name
            for key, name in _items(names)
            if isinstance(name, str) and is_sound(name) and not keyword.iskeyword(name)
        }
        if kept:
            found[kind] = kept
    return found


def _items(value: object) -> list[tuple[str, Any]]:
    if not isinstance(value, dict):
        return []
    pairs = cast("dict[object, object]", value).items()
    return [(key, one) for key, one in pairs if isinstance(key, str)]
