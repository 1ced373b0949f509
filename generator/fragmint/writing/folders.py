"""Where fragmint's own files are that are no code."""

from __future__ import annotations

from pathlib import Path

__all__ = ["shipped", "template_folder"]


def template_folder() -> Path:
    """Where the templates are."""
    return shipped("templates")


def shipped(name: str) -> Path:
    """A file or folder: in a wheel beside the code, in a checkout at its top."""
    package = Path(__file__).resolve().parents[1]
    inside = package / name
    return inside if inside.exists() else package.parents[1] / name
