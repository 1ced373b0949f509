"""What to generate, from where, to where: fragmint.toml and the flags -> Target."""

from __future__ import annotations

import keyword
import posixpath
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from .diagnostics import Place, Problem, Problems, did_you_mean

__all__ = ["CONFIG", "Target", "load_targets"]

CONFIG = "fragmint.toml"
_OPTIONS: dict[str, type | tuple[type, ...]] = {
    "spec": str,
    "output": str,
    "package": str,
    "operations": list,
    "templates": str,
    "root": str,
    "strict": bool,
    "testing": bool,
    "formats": dict,
    "assert-formats": (str, list),
    "pagination": dict,
    "transport": str,
}
_WANTED: dict[type | tuple[type, ...], str] = {
    str: "a string",
    list: "a list of strings",
    bool: "true or false",
    dict: "a table of strings",
    (str, list): "a string or a list of strings",
}
_ASSERTED = ("default", "all", "none")
_TRANSPORTS = ("httpx2", "stdlib")


@dataclass(frozen=True, slots=True, kw_only=True)
class Target:
    """One package to generate.

    Args:
        spec: The root document, as the user gave its path.
        output: The folder in which the package is made.
        package: Its name.
        name: What the configuration calls the target.
        operations: Those wanted, by operationId or ``METHOD /path``; none: all.
        templates: A folder of templates that override fragmint's.
        root: The folder that no reference of the description may leave, if not that of
            the root document.
        formats: Python types for strings of a format, each as ``module:name``; the
            type is called with the text, and `str` of it is the text again.
        assert_formats: The formats that requests are checked for, or a word for them:
            ``default``, ``all`` or ``none``.
        prefix: What places in the package put before the names of the description's
            files, to be relative to the configuration: such as ``spec/``.
        transport: What the client sends by, if it is told nothing else: the name of a
            folder of `support`.
        strict: Whether what is only strange in the description is an error.
        pagination: Operations, by name or pattern, with what is declared of each, and
            where.
        testing: Whether there is to be a module for tests of what uses the package.
    """

    spec: Path
    output: Path
    package: str
    name: str = ""
    operations: tuple[str, ...] = ()
    templates: Path | None = None
    strict: bool = False
    testing: bool = True
    root: Path | None = None
    formats: tuple[tuple[str, str], ...] = ()
    assert_formats: str | tuple[str, ...] = "default"
    prefix: str = ""
    pagination: tuple[tuple[str, tuple[tuple[str, Any], ...], Place], ...] = ()
    transport: str = "httpx2"

    def __post_init__(self) -> None:
        if not self.package.isidentifier() or keyword.iskeyword(self.package):
            message = f"{self.package!r} cannot be the name of a package"
            hint = "a name that Python can import: letters, digits and underscores"
            if keyword.iskeyword(self.package):
                hint = f"{self.package} is a word of Python; {self.package}_ is none"
            raise Problems([Problem("bad-option", message, None, hint)])
        for name, path in self.formats:
            module, _, type_ = path.partition(":")
            if not type_.isidentifier() or not module.replace(".", "").isidentifier():
                message = f"{path!r} is no type for the format {name}"
                hint = 'write it like "myapp.ids:Ulid"'
                raise Problems([Problem("bad-option", message, None, hint)])
        if self.transport not in _TRANSPORTS:
            message = f"{self.transport!r} is no transport"
            close = did_you_mean(self.transport, _TRANSPORTS)
            hint = f"did you mean {close}?" if close else " or ".join(_TRANSPORTS)
            raise Problems([Problem("bad-option", message, None, hint)])
        if self.templates is not None and not self.templates.is_dir():
            message = f"{self.templates} is not a folder"
            raise Problems([Problem("bad-option", message, None)])

    @property
    def base(self) -> Path:
        """The folder that the files of the description are named from."""
        return self.spec.parent if self.root is None else self.root

    @property
    def folder(self) -> Path:
        """The folder of the package itself."""
        return self.output / self.package


def load_targets(path: Path) -> list[Target]:
    """The targets of the configuration at `path`, whose own paths are relative to it.

    Raises:
        Problems: it is not there, or not as it should be.
    """
    import tomllib

    try:
        text = path.read_text("utf-8")
    except FileNotFoundError:
        hint = "give --spec and --package, or write a fragmint.toml"
        raise Problems([Problem("no-config", f"no {path} here", None, hint)]) from None
    except (OSError, UnicodeDecodeError) as error:
        raise Problems([Problem("bad-config", f"{path}: {error}", None)]) from None
    try:
        config = tomllib.loads(text)
    except RecursionError:
        message = f"{path} is nested too deep"
        raise Problems([Problem("bad-config", message, None)]) from None
    except tomllib.TOMLDecodeError as error:
        place = _place_of(error, path, text)
        message = str(error).partition(" (at ")[0]
        raise Problems([Problem("bad-config", message, place)]) from None
    problems: list[Problem] = []
    targets: list[Target] = []

    def problem(message: str, key: str, hint: str | None = None) -> None:
        place = _find(path, text, key)
        problems.append(Problem("bad-config", message, place, hint))

    def unknown(word: str, known: Iterable[str], what: str, key: str = "") -> None:
        close = did_you_mean(word, known)
        hint = f"did you mean {close}?" if close else None
        problem(f"unknown {what} {word!r}", key or word, hint)

    tables = config.get("targets")
    for key in config:
        if key != "targets":
            unknown(key, ["targets"], "table or option")
    if not isinstance(tables, dict) or not tables:
        problem("there are no targets", "targets", "write a table [targets.<package>]")
        tables = {}
    for name, table in tables.items():
        options = table if isinstance(table, dict) else {}
        before = len(problems)
        for key, value in options.items():
            if key not in _OPTIONS:
                unknown(key, list(_OPTIONS), "option")
            elif key == "pagination":
                if not isinstance(value, dict) or not all(
                    isinstance(one, dict) for one in value.values()
                ):
                    problem(f"{key} must be a table of tables", key)
            elif not isinstance(value, _OPTIONS[key]) or (
                isinstance(value, list | dict)
                and not all(isinstance(v, str) for v in _members(value))
            ):
                problem(f"{key} must be {_WANTED[_OPTIONS[key]]}", key)
            elif key == "transport" and value not in _TRANSPORTS:
                unknown(str(value), _TRANSPORTS, key, key)
            elif key == "assert-formats":
                if isinstance(value, list):
                    for name, known in _unknown_formats(value):
                        unknown(name, known, "format", key)
                elif value not in _ASSERTED:
                    close = did_you_mean(str(value), _ASSERTED)
                    message = (
                        f"{key} must be {', '.join(_ASSERTED)} or a list of formats"
                    )
                    problem(message, key, f"did you mean {close}?" if close else None)
        if "spec" not in options:
            problem(f"the target {name} has no spec", name)
        if len(problems) == before:
            try:
                made = _target(path.parent, name, options)
                said = options.get("pagination", {}).items()
                declared = tuple(
                    (one, tuple(values.items()), _find(path, text, one))
                    for one, values in said
                )
                targets.append(replace(made, pagination=declared))
            except Problems as error:
                key = next((k for k in ("package", "templates") if k in options), name)
                for one in error.problems:
                    problem(one.message, key, one.hint)
    folders: dict[Path, str] = {}
    for target in targets:
        other = folders.setdefault(target.folder, target.name)
        if other != target.name:
            problem(f"{other} and {target.name} would share a folder", target.name)
    if problems:
        raise Problems(problems)
    return targets


def _target(base: Path, name: str, options: dict[str, Any]) -> Target:
    templates = options.get("templates")
    asserted: str | list[str] = options.get("assert-formats", "default")
    return Target(
        spec=base / options["spec"],
        output=base / options.get("output", "."),
        package=options.get("package", name),
        name=name,
        operations=tuple(options.get("operations", ())),
        templates=base / templates if templates else None,
        strict=options.get("strict", False),
        testing=options.get("testing", True),
        root=base / options["root"] if "root" in options else None,
        formats=tuple(sorted(options.get("formats", {}).items())),
        assert_formats=asserted if isinstance(asserted, str) else tuple(asserted),
        prefix=_prefix(options["spec"], options.get("root")),
        transport=options.get("transport", "httpx2"),
    )


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


def _unknown_formats(names: list[str]) -> Iterator[tuple[str, Iterable[str]]]:
    """Those of `names` that no check is known for, with the names that there are."""
    from .planning.formats import FORMATS  # only here, as it takes its time

    for name in names:
        if name not in FORMATS:
            yield name, FORMATS


def _members(value: list[Any] | dict[str, Any]) -> Iterable[Any]:
    return value.values() if isinstance(value, dict) else value


def _place_of(error: Exception, path: Path, text: str) -> Place:
    found = re.search(r"at line (\d+), column (\d+)", str(error))
    lines = text.splitlines() or [""]
    line, column = (int(found[1]), int(found[2])) if found else (len(lines), 1)
    line = min(line, len(lines))
    return Place(str(path), line, column, "", lines[line - 1], 1)


def _find(path: Path, text: str, key: str) -> Place:
    """The line that gives `key` a value, or begins the table of that name."""
    name = rf"([\"']?{re.escape(key)}[\"']?)"
    wanted = re.compile(rf"\s*(?:{name}\s*=|\[(?:[^\]]*\.)?\s*{name}\s*[.\]])")
    for number, line in enumerate(text.splitlines(), start=1):
        if found := wanted.match(line):
            start, end = found.span(1 if found[1] else 2)
            return Place(str(path), number, start + 1, "", line, end - start)
    return Place(str(path), 1, 1, "", text.split("\n", 1)[0], 1)
