"""Packages that are made anew whenever something that they are made of is saved.

What has changed is told by the stamps of files, which are taken before anything is made
of them: so nothing is missed that is saved meanwhile. The library that watches folders
tells when to look.
"""

from __future__ import annotations

import gc
import os
import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TypeAlias
from urllib.parse import unquote

from .config import Target
from .depfile import inputs_of, templates_of
from .diagnostics import Problem, Problems
from .pipeline import Outcome, generate
from .several import Made, each

__all__ = ["Session", "watch"]

Stamp: TypeAlias = "tuple[int, int, int] | None"

_EVERY = 1_000
"""Milliseconds after which it is looked at files, though nobody tells of a change."""
_STEP = 50
"""Milliseconds without another change, after which one is done: an editor may well
write a file in several steps."""
_REF = re.compile(r"""\$ref["']?\s*:\s*["']?([^"'#\s,}]+)""")


@dataclass(slots=True)
class _Watched:
    """A target, what it is made of, as far as is known, and whether it is whole."""

    target: Target
    inputs: frozenset[Path] = frozenset()
    whole: bool = True

    def guess(self) -> None:
        """Count among its inputs what seems to be one."""
        templates = templates_of(self.target)
        self.inputs = self.inputs.union(_referred(self.target), templates)

    def made(self, made: Made) -> None:
        """Keep what has become of it."""
        self.whole = isinstance(made, Outcome)
        if isinstance(made, Outcome):
            self.inputs = frozenset(inputs_of(made))


class Session:
    """Targets that are made whenever `look` finds that something has changed.

    Args:
        load: Loads the targets.
        configured: The files that these stand in, if any.
        told: Called with what has become of a target, and whether it was whole before.
        configuring: Called with what is wrong with the configuration, and with None
            once it is whole again.
    """

    def __init__(
        self,
        load: Callable[[], list[Target]],
        configured: Iterable[Path],
        told: Callable[[Target, Made, bool], None],
        configuring: Callable[[Problems | None], None],
    ) -> None:
        self._load = load
        self._configured = frozenset(configured)
        self._told = told
        self._configuring = configuring
        self._is_configured = True
        self._known: list[_Watched] = []
        self._stamps: dict[Path, Stamp] | None = None

    @property
    def inputs(self) -> frozenset[Path]:
        """All files that anything depends on, and folders in which one may appear."""
        return self._configured.union(*(one.inputs for one in self._known))

    @property
    def folders(self) -> frozenset[str]:
        """The folders that these are in, or will be."""
        return frozenset(map(_folder, self.inputs))

    def look(self) -> bool:
        """Make what depends on what has changed; whether anything has."""
        first, stamps = self._stamps is None, _stamps(self.inputs)
        before = self._stamps or {}
        changed = {path for path in stamps if stamps[path] != before.get(path)}
        self._stamps = stamps
        if not changed and not first:
            return False
        known = list(self._known)
        if first or changed & self._configured:
            self._configure()
        due = [
            one
            for one in self._known
            if one not in known or not changed.isdisjoint(one.inputs)
        ]
        for one in due:
            one.guess()
        self._stamp()
        made = each(generate, [one.target for one in due])
        for one, (target, what) in zip(due, made, strict=True):
            self._told(target, what, one.whole)
            one.made(what)
        self._stamp()
        gc.collect()  # nothing else does, while a command runs
        return True

    def _stamp(self) -> None:
        """Know the stamps of all inputs; those that are known stay."""
        known = self._stamps or {}
        self._stamps = _stamps(self.inputs - known.keys()) | known

    def _configure(self) -> None:
        try:
            wanted = self._load()
        except Problems as error:
            self._is_configured = False
            self._configuring(error)
            return
        if not self._is_configured:
            self._is_configured = True
            self._configuring(None)
        same = {one.target.folder: one for one in self._known if one.target in wanted}
        self._known = [same.get(one.folder) or _Watched(one) for one in wanted]


def watch(session: Session) -> None:
    """Have a session look whenever there may be something to be seen, for ever.

    Raises:
        Problems: the library that watches is not installed.
    """
    try:
        from watchfiles import watch as changes
    except ModuleNotFoundError:
        message = "watch needs a library that is not installed"
        hint = 'pip install "fragmint[watch]"'
        raise Problems([Problem("missing-extra", message, None, hint)]) from None

    session.look()
    while True:
        folders = session.folders
        for _ in changes(
            *folders,
            watch_filter=None,
            step=_STEP,
            rust_timeout=_EVERY,
            yield_on_timeout=True,
            recursive=False,
            ignore_permission_denied=True,
        ):
            session.look()
            if session.folders != folders:
                break


def _stamps(paths: Iterable[Path]) -> dict[Path, Stamp]:
    return {path: _stamp(path) for path in paths}


def _stamp(path: Path) -> Stamp:
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_mtime_ns, found.st_size, found.st_ino


def _folder(path: Path) -> str:
    """The folder in which a change of `path` shows."""
    while not path.is_dir() and path != path.parent:
        path = path.parent
    return os.fspath(path)


def _referred(target: Target) -> Iterator[Path]:
    """The files that a description says it refers to, though nobody can read it."""
    waiting = [target.spec, *target.overlays]
    seen: set[Path] = set()
    while waiting:
        path = Path(os.path.normpath(waiting.pop()))
        if path in seen:
            continue
        seen.add(path)
        yield path
        try:
            text = path.read_text("utf-8", "replace")
        except OSError:
            continue  # it may come
        found = (one for one in _REF.findall(text) if "://" not in one)
        waiting += (path.parent / unquote(one) for one in found)
