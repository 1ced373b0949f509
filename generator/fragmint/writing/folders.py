"""Where fragmint's own files are that are no code, and those of a run."""

from __future__ import annotations

from pathlib import Path

__all__ = ["beside", "shipped", "template_folder"]


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
