"""What packages depend on, as make and ninja read it.

A rule for each target says that its manifest, which changes with every input, depends
on all of them. A rule without a recipe for each input keeps make going where one is
gone: it then makes the package again, and fragmint says what is missing.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from pathlib import Path

from .config import Target
from .diagnostics import Problem, Problems
from .pipeline import Outcome
from .writing import manifest
from .writing.folders import template_folder
from .writing.replacing import replace_file

__all__ = ["depfile", "inputs", "inputs_of", "templates_of", "write"]


def inputs(outcome: Outcome) -> list[Path]:
    """The files, and folders in which one can appear, that a package is made of.

    Of fragmint itself they are only those in the project, as where it is developed.
    """
    target = outcome.target
    found = [*_sources(outcome), *filter(None, [target.config]), *templates_of(target)]
    for folder, suffix in (
        (Path(__file__).resolve().parent, ".py"),
        (template_folder(), ".jinja"),
    ):
        top = target.home.resolve()
        if folder.is_relative_to(top) and "site-packages" not in folder.parts:
            found += _all(target.home / folder.relative_to(top), suffix)
    return list(dict.fromkeys(found))


def inputs_of(outcome: Outcome) -> list[Path]:
    """Those of the description, and of templates that take the place of ours."""
    return [*_sources(outcome), *templates_of(outcome.target)]


def _sources(outcome: Outcome) -> Iterator[Path]:
    paths = map(outcome.target.path_of, outcome.sources)
    return (Path(os.path.normpath(path)) for path in paths)


def templates_of(target: Target) -> list[Path]:
    """The templates that take the place of ours, and their folders."""
    return [] if target.templates is None else _all(target.templates, ".jinja")


def depfile(outcomes: Iterable[Outcome]) -> str:
    """The rules for packages.

    Raises:
        Problems: the name of a file has something in it for which there is no escape.
    """
    known: dict[Path, None] = {}
    lines: list[str] = []
    for outcome in outcomes:
        found = inputs(outcome)
        known |= dict.fromkeys(found)
        needed = " \\\n ".join(map(_escaped, found))
        lines.append(f"{_target(outcome.target.folder / manifest.NAME)}: {needed}\n")
    # One with a percent sign would be a pattern: it has no rule of its own.
    plain = (path for path in known if "%" not in path.as_posix())
    return "\n".join([*lines, *(f"{_escaped(path)}:\n" for path in plain)])


def write(path: Path, outcomes: Sequence[Outcome]) -> None:
    """Have a file hold the rules for packages; one that does already is not touched.

    Raises:
        Problems: the file is an input itself, or a generated one; as of `depfile`; or
            the disk refuses.
    """
    data = depfile(outcomes).encode("utf-8", "surrogateescape")
    try:
        _see_that_it_is_ours(path, outcomes)
        same = path.is_file() and path.read_bytes() == data
    except OSError as error:
        what = f"{error.strerror or error}: {error.filename or path}"
        raise Problems([Problem("cannot-write", what, None)]) from None
    if not same:
        replace_file(path, data)


def _see_that_it_is_ours(path: Path, outcomes: Iterable[Outcome]) -> None:
    """A file may be neither an input nor generated."""
    if not path.is_file():
        return
    what = ""
    known = (one for outcome in outcomes for one in inputs(outcome))
    if any(map(path.samefile, filter(Path.exists, known))):
        what = "what a package is made of"
    elif _is_generated(path.resolve()):
        what = "a file of a package"
    if what:
        message = f"{path} is {what}, and would be overwritten"
        raise Problems([Problem("bad-option", message, None, "name another file")])


def _is_generated(path: Path) -> bool:
    for folder in path.parents:
        name = path.relative_to(folder).as_posix()
        if name == manifest.NAME or name in manifest.owned(manifest.load(folder)):
            return True
    return False


def _all(folder: Path, suffix: str) -> list[Path]:
    """What is in a tree, and the folders that it is in: there, more can appear."""
    found: list[Path] = []
    with suppress(Problems):  # whoever reads it, says so
        found = [folder / name for name in manifest.tree(str(folder), suffix)]
    return sorted({folder, *found}.union(*(_above(one, folder) for one in found)))


def _above(path: Path, top: Path) -> Iterator[Path]:
    return (one for one in path.parents if one.is_relative_to(top))


def _target(path: Path) -> str:
    """A name that a rule is for: a percent sign would make a pattern of it."""
    if "%" in path.as_posix():
        raise _no_escape(path, "%")
    return _escaped(path)


def _escaped(path: Path) -> str:
    text = path.as_posix()
    found = _NO_ESCAPE.search(text)
    if found is not None:
        raise _no_escape(path, found[0])
    text = re.sub(r"(\\*)([ #])", r"\1\1\\\2", text).replace("$", "$$")
    return re.sub(r"(?<!^.)(\\*):", r"\1\1\\:", text)  # but for that of a drive


_NO_ESCAPE = re.compile(
    r"[^A-Za-z0-9\x80-\U0010ffff +,\-./:_~(){}\[\]%@!#$&'\"\\]|^~|\\(?=[#:]|$)"
)
"""What make and ninja do not read alike, or not as a part of a name.

Quotes and & are read by ninja 1.13, while 1.11 makes all anew each time.
"""


def _no_escape(path: Path, what: str) -> Problems:
    message = f"{path.as_posix()!r} cannot be written in a depfile"
    hint = f"make and ninja have no escape for {what!r} there: give it another name"
    return Problems([Problem("bad-option", message, None, hint)])
