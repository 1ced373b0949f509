"""Where fragmint's own files are, and those of a run."""

from __future__ import annotations

from pathlib import Path

__all__ = ["beside", "template_folder"]


def template_folder() -> Path:
    """Where the templates are: in a wheel beside the code, in a checkout at its top."""
    package = Path(__file__).resolve().parents[1]
    inside = package / "templates"
    return inside if inside.is_dir() else package.parents[1] / "templates"


def beside(folder: Path) -> Path:
    """The folder in which the next package of `folder` is made.

    It is there while a run is at it, and after one that was killed.

    Raises:
        OSError, RuntimeError: `folder` is a link that leads in a circle.
    """
    real = folder.resolve()  # a link to a package stays one
    return real.with_name(f".{real.name}.fragmint")
