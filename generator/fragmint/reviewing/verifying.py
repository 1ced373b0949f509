"""Packages beside their manifests, with the very code that packages do it with."""

from __future__ import annotations

from pathlib import Path

from ..diagnostics import Problem, Problems
from ..support.verify import Unverifiable, Verdict, verify
from ..writing import manifest

__all__ = ["verified"]


def verified(folder: Path) -> Verdict:
    """What became of the files of the package in `folder`.

    Raises:
        Problems: it has no manifest that could tell, or a file cannot be read.
    """
    try:
        return verify(folder, manifest.NAME)
    except Unverifiable as error:
        hint = "give the folder of a package that fragmint has generated"
        problem = Problem("bad-lock", str(error), None, hint)
    except OSError as error:
        message = f"{error.strerror}: {error.filename}"
        problem = Problem("missing-file", message, None)
    raise Problems([problem])
