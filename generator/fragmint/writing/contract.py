"""The contract of templates: what those that take the place of ours may rely on.

docs/templates.md has all of it. An override says in its first line for which version of
it it was written, so that nobody has to find out by reading what comes of it.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path

from ..diagnostics import Place, Problem, Problems, did_you_mean
from .folders import template_folder
from .manifest import plain, tree
from .tables import rows

__all__ = ["CHANGES", "copy", "judged", "listed"]

CHANGES: Mapping[int, str] = {
    1: "it is the first",
    2: (
        "a model says by `_read_only` which of its fields do not go out again;"
        " `Package.types`, `NamedType` and `type.py.jinja` came"
    ),
}
"""What each version of the contract changed; the last one is in force."""

_LINE = re.compile(r"\{#-?\s*fragmint template contract (\d{1,9})\s*-?#\}")


def judged(
    overrides: Path | None, changes: Mapping[int, str] = CHANGES
) -> list[Problem]:
    """What is to be said of the versions that the templates in a folder are for.

    Args:
        overrides: The folder, if there is any.
        changes: As `CHANGES`.
    """
    if overrides is None:
        return []
    return [
        problem
        for name in tree(str(overrides), ".jinja")
        if (problem := _judged(overrides / name, changes)) is not None
    ]


def _judged(path: Path, changes: Mapping[int, str]) -> Problem | None:
    version = max(changes)
    try:
        text = path.read_text("utf-8").partition("\n")[0].rstrip("\r")
    except (OSError, UnicodeDecodeError):
        return None  # whoever renders it, says so
    place = Place(str(path), 1, 1, "", text, max(len(text), 1))
    found = _LINE.match(text)
    if found is None:
        message = "it is not said for which contract this template was written"
        hint = f"if it is for the present one, begin it with {_line(version)}"
        return Problem("template-contract", message, place, hint, "warning")
    written = int(found[1])
    if written == version:
        return None
    message = (
        f"this template was written for contract {written}, and {version} is in force"
    )
    hint = "since then: " + "; ".join(
        said for number, said in changes.items() if number > written
    )
    if written > version:
        hint = "a later release of fragmint has that one"
    return Problem("template-contract", message, place, hint)


def _line(version: int) -> str:
    return f"{{# fragmint template contract {version} #}}"


def listed() -> list[tuple[str, str, str]]:
    """Each template, what it makes, and the classes that it sees."""
    return [
        (cells[0], cells[1], cells[2])
        for row in rows("docs/templates.md")
        if (cells := [cell.replace("`", "") for cell in row])[0].endswith(".jinja")
    ]


def copy(name: str, folder: Path) -> Path:
    """Write the template `name` to a folder, to be changed there. Returns its path.

    Raises:
        Problems: there is no such template, its copy is there already, or the disk
            refuses.
    """
    templates = {path.name: path for path in template_folder().iterdir()}
    if name not in templates:
        close = did_you_mean(name, templates)
        hint = f"did you mean {close}?" if close else "`fragmint templates` lists all"
        message = f"there is no template {name}"
        raise Problems([Problem("bad-template", message, None, hint)])
    path = folder / name
    line = f"{_line(max(CHANGES))}\n".encode()
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with path.open("xb") as stream:
            stream.write(line + plain(templates[name].read_bytes()))
    except FileExistsError:
        message, hint = f"{path} is there already", "move it away, or copy --to DIR"
        raise Problems([Problem("foreign-file", message, None, hint)]) from None
    except OSError as error:
        message = f"{error.strerror}: {error.filename}"
        raise Problems([Problem("cannot-write", message, None)]) from None
    return path
