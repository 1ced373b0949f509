"""Where fragmint's own files are."""

from __future__ import annotations

from pathlib import Path

__all__ = ["template_folder"]


def template_folder() -> Path:
    """Where the templates are: in a wheel beside the code, in a checkout at its top."""
    package = Path(__file__).resolve().parents[1]
    inside = package / "templates"
    return inside if inside.is_dir() else package.parents[1] / "templates"
