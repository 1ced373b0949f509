"""Packages beside their manifests, with the very code that packages do it with."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import suppress
from itertools import islice
from pathlib import Path

from ..diagnostics import Problem, Problems
from ..support.verify import Unverifiable, Verdict, verify
from ..writing import manifest

__all__ = ["verified"]

_NAMED = 10
_LEVELS = 4
"""How far below a folder packages are looked for: it could be anybody's home."""


def verified(folder: Path) -> Verdict:
    """What became of the files of the package in `folder`.

    Raises:
        Problems: it has no manifest that could tell, or a file cannot be read.
    """
    if not folder.exists():
        message = f"there is no folder {folder}"
        raise Problems([Problem("missing-file", message, None)])
    try:
        return verify(folder, manifest.NAME)
    except Unverifiable as error:
        message = str(error)
        hint = "give the folder of a package that fragmint has generated"
        if _is_merged(folder / manifest.NAME):
            message = f"{folder / manifest.NAME} has two sides that a merge has left"
            hint = "fragmint generate makes one of them"
        elif below := [str(one) for one in islice(_packages(folder), _NAMED)]:
            hint = f"did you mean {' or '.join(below)}?"
        problem = Problem("bad-lock", message, None, hint)
    except OSError as error:
        message = f"{error.strerror}: {error.filename}"
        problem = Problem("missing-file", message, None)
    raise Problems([problem])


def _is_merged(lock: Path) -> bool:
    with suppress(OSError):
        return b"\n<<<<<<< " in lock.read_bytes()
    return False


def _packages(folder: Path) -> Iterator[Path]:
    """The packages below a folder that is none."""
    for parent, folders, files in os.walk(folder):
        here = Path(parent)
        folders[:] = sorted(one for one in folders if not one.startswith("."))
        is_package = here != folder and manifest.NAME in files
        if is_package:
            yield here
        if is_package or len(here.relative_to(folder).parts) == _LEVELS:
            folders.clear()
