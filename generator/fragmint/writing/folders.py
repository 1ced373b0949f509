"""Where fragmint's own files are that are no code, and those of a run."""

from __future__ import annotations

import os
from pathlib import Path

from ..diagnostics import Problem, Problems

__all__ = ["beside", "see_that_it_stays", "shipped", "template_folder"]


def template_folder() -> Path:
    """Where the templates are."""
    return shipped("templates")


def shipped(name: str) -> Path:
    """A file or folder: in a wheel beside the code, in a checkout at its top."""
    package = Path(__file__).resolve().parents[1]
    inside = package / name
    return inside if inside.exists() else package.parents[1] / name


def beside(folder: Path) -> Path:
    """The folder in which the next package of `folder` is made.

    It is there while a run is at it, and after one that was killed.

    Raises:
        OSError, RuntimeError: `folder` is a link that leads in a circle.
    """
    real = folder.resolve()  # a link to a package stays one
    return real.with_name(f".{real.name}.fragmint")


def see_that_it_stays(folder: Path, home: Path) -> None:
    """See that no link leads a package out of the project.

    Args:
        folder: That of the package.
        home: That of the configuration, which may well name a place outside of it.

    Raises:
        Problems: a link in `home` leads out of it.
    """
    top = os.path.abspath(home), os.path.realpath(home)
    for one in (*reversed(folder.parents), folder):
        named, real = os.path.abspath(one), os.path.realpath(one)
        if Path(named).is_relative_to(top[0]) and not Path(real).is_relative_to(top[1]):
            message = f"{one} is a link out of the project, to {real}"
            hint = "remove it, or name the place itself as the output"
            raise Problems([Problem("foreign-file", message, None, hint)])
