"""By which fragmint packages were made, and of what."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from ..writing.manifest import NAME, digest, owned, plain

__all__ = ["rewritten"]

_OF_NO_MODULE = ("package", "line-length")
"""Options that say nothing of what a module does."""


def rewritten(old: Mapping[str, bytes], new: Mapping[str, bytes]) -> frozenset[str]:
    """The modules that different fragmints have made of the same description.

    What tells them apart is how they are written: the description says the same. There
    are none if it may not, or if templates of somebody's own are others; what somebody
    edited is none.

    Args:
        old: The files of a package, its manifest among them.
        new: As above, of the other one.
    """
    before, after = (json.loads(files[NAME]) for files in (old, new))
    was, now = (lock.get("inputs", {}) for lock in (before, after))
    if _maker(was) == _maker(now) or not _is_same(was, now):
        return frozenset()
    return _as_made(old, before) & _as_made(new, after)


def _maker(inputs: Mapping[str, Any]) -> list[Any]:
    said = inputs.get("fragmint"), inputs.get("generator")
    return [*said, *inputs.get("templates", ())[:1]]


def _is_same(old: Mapping[str, Any], new: Mapping[str, Any]) -> bool:
    """Whether it is one description, with options and templates that say the same.

    Of an option that one of both fragmints does not know, nothing is asked.
    """
    was, now = (one.get("options", {}) for one in (old, new))
    return bool(old.get("description")) and (
        all(old.get(one) == new.get(one) for one in ("description", "root"))
        and old.get("templates", ())[1:] == new.get("templates", ())[1:]
        and all(
            was[name] == now[name]
            for name in was.keys() & now.keys() - {*_OF_NO_MODULE}
        )
    )


def _as_made(files: Mapping[str, bytes], lock: Mapping[str, Any]) -> frozenset[str]:
    sums = owned(lock)
    return frozenset(
        path
        for path, data in files.items()
        if path in sums and digest(plain(data)) == sums[path]
    )
