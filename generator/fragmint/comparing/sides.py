"""What is compared: a package in a folder, or one that a description would make."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import Any, TypeAlias

from ..config import Target, targets_of
from ..diagnostics import Place, Problem, Problems
from ..pipeline import Outcome, check, make
from ..reading import read
from ..writing import manifest
from . import git
from .places import Where, in_description, in_package
from .surface import Spot

__all__ = ["Side", "gone_since", "of_changes", "of_paths", "since"]

_PACKAGE = "package"
"""What packages are called that are made of descriptions for this alone."""
_DESCRIPTIONS = (".json", ".yaml", ".yml")


_Places: TypeAlias = Callable[[Spot], Where]


@dataclass(frozen=True, slots=True)
class Side:
    """One of two packages: its files by path, and where things stand that are in it.

    `home` is its folder, by which it is imported; "" where that does not count.
    """

    name: str
    files: Mapping[str, bytes]
    where: _Places
    home: str = ""


def of_paths(
    old: Path, new: Path, operations: tuple[str, ...] = ()
) -> tuple[Side, Side]:
    """Two packages, of which each is in a folder or is made of a description.

    Args:
        old: A folder with a package, or the root document of a description.
        new: As above. If it is a description, its package has the names that those of
            the old one keep, and if that is a folder, is made with its options.
        operations: Those wanted of descriptions; none: all.

    Raises:
        Problems: there is none of these, or one cannot be read.
    """
    before = (
        _of_folder(old)
        if old.is_dir()
        else _of_description(_target(old, operations), {})
    )
    if new.is_dir():
        return before, _of_folder(new)
    target = _target(new, operations)
    if old.is_dir() and not operations:
        target = _with_options(target, manifest.load(old))
    return before, _of_description(target, before.files)


def since(revision: str, target: Target) -> tuple[Side | None, Side]:
    """The package of `target` at a revision of git, and that of the working tree.

    The latter is what generating would make now. Where the package is not in git, what
    its description made then stands for it; None if that was not there either.

    Raises:
        Problems: git does not know the revision, or a package cannot be made.
    """
    was = _as_it_was(revision, target)
    home = target.folder.as_posix()  # which tells it from others of that description
    if was is None:
        return None, replace(_of_description(target, {}), name=home)
    old, new = _since(revision, was, target)
    if old is not None:
        old = replace(old, home=was.folder.as_posix())
    return old, replace(new, name=home, home=home)


def _since(revision: str, was: Target, target: Target) -> tuple[Side | None, Side]:
    committed = git.files_at(revision, was.folder)
    if manifest.NAME in committed:
        old = _of_files(f"{revision}:{was.folder.as_posix()}", committed)
        new = _of_files(target.folder.as_posix(), _as_generated(target))
        return (
            replace(old, where=_else(old.where, lambda: _where_at(revision, was))),
            replace(new, where=_else(new.where, lambda: _where(target))),
        )
    with _as_described(revision, was) as past:
        if past is None:
            return None, _of_description(target, {})
        before = _of_description(past, {}, f"{revision}:{_within(was.base)}")
    return before, _of_description(target, before.files)


@contextmanager
def _as_described(revision: str, was: Target) -> Iterator[Target | None]:
    """A target with the description that another had then, for a while."""
    described = git.files_at(revision, was.base, _DESCRIPTIONS)
    root = _name(was)
    if root not in described:
        yield None
        return
    overlays = _overlays_at(revision, was)
    with _written(described | overlays) as folder:
        yield replace(
            was,
            spec=folder / root,
            root=folder,
            overlays=tuple(folder / path for path in overlays),
        )


def _where_at(revision: str, was: Target) -> _Places | None:
    with _as_described(revision, was) as past:
        shown = f"{revision}:{_within(was.base)}"
        return _where(past, shown) if past is not None else None


def _else(places: _Places, wanted: Callable[[], _Places | None]) -> _Places:
    """Where `wanted` has it, as far as it knows, and as soon as somebody asks."""

    @cache
    def described() -> _Places | None:
        try:
            return wanted()
        except Problems:
            return None  # it is not there any more, or cannot be read

    def where(spot: Spot) -> Where:
        found = described() if spot.key else None
        return (found or places)(spot)

    return where


def _as_it_was(revision: str, target: Target) -> Target | None:
    """What the configuration said of `target` then; None if only of others.

    If nothing is known of what it said, it is `target`.
    """
    said = [] if target.config is None else _targets_at(revision, target.config)
    same = [one for one in said if one.name == target.name]
    same = same or [one for one in said if one.folder == target.folder]
    return next(iter(same), None if said else target)


def gone_since(revision: str, targets: Sequence[Target]) -> list[tuple[str, Where]]:
    """The packages that the configuration of `targets` had at a revision of git, and
    has not any more; each with where it was.

    Raises:
        Problems: git does not know the revision.
    """
    config = targets[0].config
    kept = {one.name for one in targets} | {one.folder for one in targets}
    return [
        (one.folder.as_posix(), Where(f"{revision}:{config}", 1))
        for one in (_targets_at(revision, config) if config else [])
        if not kept & {one.name, one.folder}
    ]


def _targets_at(revision: str, config: Path) -> list[Target]:
    """The targets of a configuration then."""
    files = git.files_at(revision, config.parent, (config.name,))
    try:
        return targets_of(config, files.get(config.name, b"").decode())
    except (Problems, UnicodeDecodeError):
        return []  # there was none, or what it needs is not there any more


def _overlays_at(revision: str, target: Target) -> dict[str, bytes]:
    """Those overlays of a target that were there, in their order."""
    found: dict[str, bytes] = {}
    for index, path in enumerate(target.overlays):
        files = git.files_at(revision, path.parent, (path.name,))
        if path.name in files:
            found[f".overlays/{index:03}/{path.name}"] = files[path.name]
    return found


def of_changes(outcome: Outcome) -> tuple[Side | None, Side]:
    """A package that was generated now: what it was before, if there was one, and is.

    Raises:
        Problems: its manifest cannot be read.
    """
    folder = outcome.target.folder
    now = _read(folder)
    before = dict(now)
    for path, data, _ in outcome.changes:
        before.pop(path, None)
        if data is not None:
            before[path] = data
    shown = folder.as_posix()
    old = _of_files(shown, before) if manifest.NAME in before else None
    return old, _of_files(shown, now)


def _as_generated(target: Target) -> dict[str, bytes]:
    """The files of the package, as they are once it is generated."""
    made = _read(target.folder)
    for path, _, after in check(target).changes:
        made.pop(path, None)
        if after is not None:
            made[path] = after
    return made


@contextmanager
def _written(files: Mapping[str, bytes]) -> Iterator[Path]:
    """A folder with these files, for a while."""
    with tempfile.TemporaryDirectory(prefix="fragmint-") as made:
        for path, data in files.items():
            (Path(made) / path).parent.mkdir(parents=True, exist_ok=True)
            (Path(made) / path).write_bytes(data)
        yield Path(made)


def _target(spec: Path, operations: tuple[str, ...]) -> Target:
    return Target(spec=spec, output=Path(), package=_PACKAGE, operations=operations)


def _with_options(target: Target, lock: Mapping[str, Any]) -> Target:
    """`target`, with the options that a package was made with.

    Its overlays are those of the same names beside the description of `target`.
    """
    options = lock.get("inputs", {}).get("options", {})
    formats: dict[str, str] = options.get("formats", {})
    asserted = options.get("assert-formats", "default")
    pages: list[tuple[str, dict[str, Any]]] = options.get("pagination", [])
    place = Place(manifest.NAME, 1, 1, "", "", 1)
    return replace(
        target,
        operations=tuple(options.get("operations", ())),
        overlays=tuple(target.base / name for name in options.get("overlays", ())),
        formats=tuple(sorted(formats.items())),
        pagination=tuple((name, tuple(said.items()), place) for name, said in pages),
        assert_formats=asserted if isinstance(asserted, str) else tuple(asserted),
        transport=options.get("transport", target.transport),
        testing=options.get("testing", True),
    )


def _of_folder(folder: Path) -> Side:
    if not (folder / manifest.NAME).is_file():
        message = f"{folder} has no {manifest.NAME}: it is no package of fragmint's"
        hint = "give the folder of a package, or the root document of a description"
        raise Problems([Problem("bad-package", message, None, hint)])
    return _of_files(folder.as_posix(), _read(folder))


def _of_files(shown: str, files: Mapping[str, bytes]) -> Side:
    return Side(shown, files, lambda spot: in_package(shown, spot))


def _of_description(
    target: Target, before: Mapping[str, bytes], within: str | None = None
) -> Side:
    """What `target` makes, if the package was `before`, whose names it keeps.

    `within` is put before the names of its files; None: the folder that they are in.
    """
    name = manifest.NAME
    kept = {f"{target.package}/{name}": before[name]} if name in before else {}
    with _written(kept) as output:
        made, _ = make(replace(target, output=output))
    shown = _within(target.base) if within is None else within
    return Side(f"{shown}{_name(target)}", made, _where(target, within))


def _where(target: Target, within: str | None = None) -> _Places:
    """Where the description of a target has what is in its package."""
    description = read(
        target.spec,
        target.operations,
        shown=_name(target),
        folder=target.root,
        overlays=target.overlays,
    )
    shown = _within(target.base) if within is None else within
    return lambda spot: in_description(description, shown, spot)


def _name(target: Target) -> str:
    """Its root document, seen from the folder that no reference leaves."""
    return Path(os.path.relpath(target.spec, target.base)).as_posix()


def _within(folder: Path) -> str:
    """What stands before the name of a file in `folder`."""
    return "" if folder == Path() else f"{folder.as_posix()}/"


def _read(folder: Path) -> dict[str, bytes]:
    """What a manifest says it made, as it is now."""
    owned = [*manifest.owned(manifest.load(folder)), manifest.NAME]
    return {
        path: (folder / path).read_bytes()
        for path in owned
        if (folder / path).is_file()
    }
