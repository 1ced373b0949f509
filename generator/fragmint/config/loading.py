"""fragmint.toml, or the table of pyproject.toml, to targets."""

from __future__ import annotations

import os
import posixpath
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from functools import cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ..diagnostics import Place, Problem, Problems, did_you_mean
from .kinds import Where
from .target import Target, options

if TYPE_CHECKING:
    from .places import Keys

__all__ = [
    "CONFIG",
    "PROJECT",
    "around_us",
    "found",
    "load_targets",
    "placed",
    "targets_of",
    "text_of",
]

CONFIG = "fragmint.toml"
PROJECT = "pyproject.toml"
_TABLE = ("tool", "fragmint")
"""Where the configuration is in `PROJECT`."""
_APART = "give it another output: each package is replaced as a whole"
_HINT = "write one: fragmint init SPEC"
_NONE = "no-config"


def found() -> Path | None:
    """The configuration of the current folder; None where there is none.

    Raises:
        Problems: there are two.
    """
    own, project = Path(CONFIG), Path(PROJECT)
    text = _project_text(project)
    if not _has_table(text):
        return own if own.exists() else None
    if own.exists():
        message = f"{CONFIG} is the configuration, and [{'.'.join(_TABLE)}] here too"
        hint = f"move what is in one of them to the other, or give --config {CONFIG}"
        place = _Text(project, text).place(*_TABLE)
        raise Problems([Problem("bad-config", message, place, hint)])
    return project


def _project_text(path: Path) -> str:
    """What a `PROJECT` says; nothing if it is not there or no text."""
    try:
        return path.read_text("utf-8")
    except (OSError, UnicodeDecodeError):
        return ""


def _has_table(text: str) -> bool:
    # What is parsed for nothing takes time.
    return _TABLE[1] in text and _TABLE[1] in _tools(text)


def _tools(text: str) -> Sequence[str]:
    """The tables of tools in a `PROJECT`; what is broken, other tools tell of."""
    import tomllib

    try:
        tools = tomllib.loads(text)[_TABLE[0]]
        return [name for name in tools if isinstance(tools[name], dict)]
    except (tomllib.TOMLDecodeError, RecursionError, LookupError, TypeError):
        return ()


def _nowhere(hint: str) -> Problem:
    """What to say where there is no configuration: what was looked at."""
    message, place, table = f"no {CONFIG} here", None, ".".join(_TABLE)
    if Path(PROJECT).exists():
        text = _project_text(Path(PROJECT))
        if table in text:
            _parsed(Path(PROJECT), text)  # which says where it is broken
        message = f"no {CONFIG} here, and {PROJECT} has no table [{table}]"
        close = did_you_mean(_TABLE[1], _tools(text))
        if close is not None:
            place = _Text(Path(PROJECT), text).place(_TABLE[0], close)
            hint = f"did you mean [{table}]?"
    up = Path()
    for folder in _above():
        up /= ".."
        for name in (CONFIG, PROJECT):
            there = (folder / name).exists()
            if there and (name == CONFIG or _has_table(_project_text(folder / name))):
                return Problem(_NONE, message, place, f"give --config {up / name}")
    return Problem(_NONE, message, place, hint)


def load_targets(path: Path | None = None, hint: str = _HINT) -> list[Target]:
    """The targets of a configuration, whose own paths are relative to it.

    Args:
        path: The file; None: that of the current folder.
        hint: What to do where there is none.

    Raises:
        Problems: it is not there, or not as it should be.
    """
    path = path or found()
    if path is None:
        raise Problems([_nowhere(hint)])
    text = text_of(path, hint)
    targets = targets_of(path, text)
    if around_us(targets):
        targets = targets_of(path.parent.resolve() / path.name, text)
    return targets


def around_us(targets: Iterable[Target]) -> bool:
    """Whether the current folder is in the package of one of these targets.

    That is replaced, and no relative path leads anywhere from then on: whoever is there
    needs absolute ones.
    """
    try:
        here = os.path.join(os.path.realpath(os.curdir), "")
    except FileNotFoundError:
        return False  # it is in nothing any more
    folders = (os.path.join(os.path.realpath(one.folder), "") for one in targets)
    return any(map(here.startswith, folders))


def text_of(path: Path, hint: str = _HINT) -> str:
    """What a configuration says, with the line breaks that it has.

    Raises:
        Problems: it is not there, or no text.
    """
    try:
        return path.read_bytes().decode("utf-8-sig")
    except FileNotFoundError:
        raise Problems([Problem(_NONE, f"no {path} here", None, hint)]) from None
    except (OSError, UnicodeDecodeError) as error:
        reason = error.strerror if isinstance(error, OSError) else error
        raise Problems([Problem("bad-config", f"{path}: {reason}", None)]) from None


def targets_of(path: Path, text: str) -> list[Target]:
    """The targets of a configuration that says `text`.

    Raises:
        Problems: it is not as it should be.
    """
    config = _parsed(path, text)
    table = _table(path)
    for name in table:
        config = config.get(name, {}) if isinstance(config, dict) else {}
    reader = _Reader(_Text(path, text), table)
    targets = reader.targets(config if isinstance(config, dict) else {})
    if reader.problems:
        raise Problems(reader.problems)
    return targets


def _above() -> Sequence[Path]:
    """The folders that the current one is in, the nearest first."""
    try:
        return Path.cwd().parents
    except FileNotFoundError:
        return ()  # it is in nothing any more


def _parsed(path: Path, text: str) -> Any:
    import tomllib

    try:
        return tomllib.loads(text)
    except RecursionError:
        message = f"{path} is nested too deep"
        raise Problems([Problem("bad-config", message, None)]) from None
    except tomllib.TOMLDecodeError as error:
        place = _place_of(error, path, text)
        message = str(error).partition(" (at ")[0]
        before, value = place.text[: place.column - 1], place.text[place.column - 1 :]
        hint = _instead(value) if "=" in before else None
        raise Problems([Problem("bad-config", message, place, hint)]) from None


def _instead(value: str) -> str | None:
    """What to write for a word that is no value of TOML."""
    word = re.match(r"[A-Za-z][\w./-]*", value)
    if word is None:
        return None
    if word[0].lower() in ("yes", "no", "on", "off", "true", "false"):
        return "write true or false"
    return f'write it in quotes: "{word[0]}"'


def placed(problems: Iterable[Problem], target: Target) -> list[Problem]:
    """The problems, with the places of the options of `target` that some are about."""
    found = list(problems)
    if target.config is None or not any(one.option for one in found):
        return found
    try:
        text = _Text(target.config, text_of(target.config))
    except Problems:
        return found  # it is gone since it was read
    at = (*_table(target.config), "targets", target.name)
    return [
        replace(one, place=text.place(*at, one.option)) if one.option else one
        for one in found
    ]


def _table(path: Path) -> tuple[str, ...]:
    """The table that the configuration is in a file."""
    return _TABLE if path.name == PROJECT else ()


class _Text:
    """A text of TOML, and where its keys stand; nobody looks before it is asked."""

    def __init__(self, path: Path, text: str) -> None:
        self.path = path
        self.text = text

    @cached_property
    def keys(self) -> Keys:
        from .places import keys_of

        return keys_of(self.text)

    def place(self, *keys: str) -> Place:
        """The place of a key, or of the nearest around it that there is."""
        while keys and keys not in self.keys:
            keys = keys[:-1]
        start, end = self.keys.get(keys, (0, 1))
        line, column = self.text.count("\n", 0, start), self.text.rfind("\n", 0, start)
        shown = self.text.split("\n")[line].rstrip("\r")
        return Place(str(self.path), line + 1, start - column, "", shown, end - start)


class _Reader:
    """Reads a configuration, and collects what is wrong with it."""

    def __init__(self, text: _Text, table: tuple[str, ...]) -> None:
        self.text = text
        self.table = table
        self.problems: list[Problem] = []

    def problem(self, message: str, *keys: str, hint: str | None = None) -> None:
        place = self.text.place(*self.table, *keys)
        self.problems.append(Problem("bad-config", message, place, hint))

    def unknown(self, known: Iterable[str], what: str, *keys: str) -> None:
        close = did_you_mean(keys[-1], known)
        hint = f"did you mean {close}?" if close else None
        self.problem(f"unknown {what} {keys[-1]!r}", *keys, hint=hint)

    def targets(self, config: Mapping[str, Any]) -> list[Target]:
        for key in config:
            if key != "targets":
                self.unknown(["targets"], "table or option", key)
        tables = config.get("targets")
        if not isinstance(tables, dict) or not tables:
            name = ".".join([*self.table, "targets", "<package>"])
            hint = f"write a table [{name}]"
            self.problem("there are no targets", "targets", hint=hint)
            return []
        made = [self.target(name, table) for name, table in tables.items()]
        right = [one for one in made if one is not None]
        self.apart(right)
        return right

    def apart(self, targets: Iterable[Target]) -> None:
        """Each package has a folder of its own, in none of another's, by any way."""
        folders: dict[Path, str] = {}
        for target in targets:
            real = Path(os.path.realpath(target.folder))
            other = folders.setdefault(real, target.name)
            if other != target.name:
                message = f"{other} and {target.name} would share a folder"
                self.problem(message, "targets", target.name, "output", hint=_APART)
        for folder, name in folders.items():
            for parent in folder.parents:
                if parent in folders:
                    message = f"{name} would be in the folder of {folders[parent]}"
                    self.problem(message, "targets", name, "output", hint=_APART)

    def target(self, name: str, table: Any) -> Target | None:
        """A target; None where its table is wrong."""
        before = len(self.problems)
        at = ("targets", name)
        if not isinstance(table, dict):
            self.problem(f"{name} must be a table", *at)
            return None
        for key in table:
            if key not in options():
                self.unknown(options(), "option", *at, key)
        for option in options().values():
            if option.is_required and option.name not in table:
                self.problem(f"the target {name} has no {option.name}", *at)
        # What is left out is as if it were written: a folder is seen from here, too.
        given: dict[str, Any] = {one.name: one.default for one in options().values()}
        given |= {"package": name} | table
        values: dict[str, Any] = {}
        for key, option in options().items():
            if given.get(key) is None:
                continue
            if not option.kind.fits(given[key]):
                self.problem(f"{key} must be {option.kind.wanted}", *at, key)
                continue
            place = partial(self.text.place, *self.table, *at, key)
            where = Where(self.text.path.parent, place)
            values[option.field] = option.kind.read(given[key], where)
            for message, hint in option.kind.faults(values[option.field]):
                self.problem(message, *at, key, hint=hint)
        if len(self.problems) > before:
            return None
        prefix = _prefix(given["spec"], given.get("root"))
        return Target(name=name, config=self.text.path, prefix=prefix, **values)


def _prefix(spec: str, root: str | None) -> str:
    """The folder that files are named from, seen from that of the configuration.

    It is nothing if it is not below: no place may tell what is around a project. What
    is written decides, and not where it leads to, so that all checkouts have the same.
    """
    folder = Path(spec).parent if root is None else Path(root)
    path = posixpath.normpath(folder.as_posix())
    if folder.anchor or path.split("/")[0] in (".", ".."):
        return ""
    return f"{path}/"


def _place_of(error: Exception, path: Path, text: str) -> Place:
    found = re.search(r"at line (\d+), column (\d+)", str(error))
    lines = text.splitlines() or [""]
    line, column = (int(found[1]), int(found[2])) if found else (len(lines), 1)
    line = min(line, len(lines))
    return Place(str(path), line, column, "", lines[line - 1], 1)
