"""A manifest that cannot be read: two sides that a merge has left, or what is wrong.

Without it all names would be made anew, and every file be somebody else's.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from ..diagnostics import Place, Problem, Problems
from ..planning.names import dump_promises, load_promises, united

__all__ = ["damaged", "of_sides"]

_CODE = "bad-lock"


def of_sides(
    path: Path, ours: dict[str, Any] | None, theirs: dict[str, Any] | None
) -> dict[str, Any]:
    """A manifest that promises and owns what either side does.

    It has no seal, so that what it is the manifest of is out of date.

    Args:
        path: Where it stands.
        ours: What it says on one side, if that is a manifest.
        theirs: The same of the other.

    Raises:
        Problems: they contradict each other, or one is none.
    """
    if ours is None or theirs is None:
        message = f"{path} has two sides that a merge has left, and one is no manifest"
        hint = (
            "merge again, or take one (git checkout --ours, or --theirs), which loses"
            " the names that only the other has, and generate --force"
        )
        raise Problems([Problem(_CODE, message, None, hint)])
    promises, wrong = united(load_promises(ours), load_promises(theirs))
    if wrong:
        message = f"the two sides that a merge has left in {path} contradict each other"
        hint = "have both of them say one name of each of these, and generate"
        raise Problems([Problem(_CODE, message, None, hint, details=wrong)])
    lock = {**theirs, **ours, **dump_promises(promises)}
    lock["files"] = {**theirs["files"], **ours["files"]}
    lock.pop("seal", None)
    return lock


def damaged(path: Path, text: bytes) -> Problems:
    """What to raise where a manifest says `text`, which is none."""
    place: Place | None = None
    message = f"{path} is damaged"
    try:
        json.loads(text)
    except json.JSONDecodeError as error:
        line = error.doc.split("\n")[error.lineno - 1]
        place = Place(str(path), error.lineno, error.colno, "", line, 1)
        message = f"this is no JSON: {error.msg}"
    except (RecursionError, ValueError):
        pass
    hint = (
        "mend it, or have git bring it back; without it (remove it, and"
        " generate --force) all names are made anew"
    )
    return Problems([Problem(_CODE, message, place, hint)])
