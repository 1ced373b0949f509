"""The files of one description: the only place in `reading` that touches the disk."""

import posixpath
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from fragmint.diagnostics import Problem, Problems, did_you_mean
from fragmint.reading.load import Source, load
from fragmint.reading.resources import Resources, resources

MAX_BYTES = 64 * 1024 * 1024
"""How large one file may be."""


class NotReadableError(Exception):
    """A file that cannot be had.

    Args:
        code: The code of the problem that this is.
        message: Its message.
        hint: Its hint.
        meant: The file that was probably meant, as a name.
    """

    def __init__(
        self,
        code: str,
        message: str,
        hint: str | None = None,
        meant: str | None = None,
    ) -> None:
        super().__init__(message)
        self.code = code
        self.message = message
        self.hint = hint
        self.meant = meant


@dataclass(slots=True)
class Files:
    """The sources below one folder, each read when it is first asked for.

    Args:
        folder: What no reference leaves.
        shown: How problems print the folder: what goes before a file's name.
        sources: Every file read so far, by name.
        problems: What is wrong with files that exist.
        schemas: Whether all of them are schemas.
        guesses: How many more times it is worth the time to guess what was meant.
    """

    folder: Path
    shown: str
    sources: dict[str, Source] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    schemas: bool = False
    guesses: int = 100
    _broken: set[str] = field(default_factory=set)
    _resources: dict[str, Resources] = field(default_factory=dict)

    def open(self, name: str) -> Source | None:
        """The source of a name, from the disk or from memory.

        Args:
            name: A normalised path with slashes, relative to the folder.

        Returns:
            None for a file that is broken; its problems have been noted.

        Raises:
            NotReadableError: It is missing, no file, too large or outside the folder.
        """
        if name in self._broken:
            return None
        if name not in self.sources:
            content = self._content(name)
            try:
                source = load(name, self.shown + name, content)
            except Problems as error:
                self._broken.add(name)
                self.problems.extend(error.problems)
                return None
            self.sources[name] = source
            self.problems.extend(source.problems)
        return self.sources[name]

    def resources(self, name: str) -> Resources:
        """What a file that has been read gives a URI or a name to."""
        if name not in self._resources:
            source = self.sources[name]
            found = resources(name, source, is_schema=self.schemas)
            self._resources[name] = found
        return self._resources[name]

    def may_guess(self) -> bool:
        """Whether to look for what was meant: it takes time, and nobody reads much."""
        self.guesses -= 1
        return self.guesses >= 0

    def _content(self, name: str) -> bytes:
        if self.schemas:
            raise NotReadableError(
                "remote-ref",
                f"{name} is none of the documents",
                "give it in documents, by its URI",
            )
        path = self.folder / name
        try:
            # Of the root document only its folder counts: the user has named it.
            if not self._is_inside(path) and self.sources:
                raise NotReadableError("ref-outside", f"{name} is outside the folder")
            if path.is_dir():
                raise NotReadableError("missing-file", f"{name or path} is a folder")
            if not path.is_file():
                raise self._missing(name)
            with path.open("rb") as stream:
                content = stream.read(MAX_BYTES + 1)
        except (OSError, ValueError, RuntimeError) as error:
            raise NotReadableError(
                "missing-file", f"{name} can not be read", _reason(error)
            ) from error
        if len(content) > MAX_BYTES:
            limit = MAX_BYTES // (1024 * 1024)
            raise NotReadableError(
                "file-too-large", f"{name} is larger than {limit} MiB"
            )
        return content

    def _is_inside(self, path: Path) -> bool:
        return path.resolve().is_relative_to(self.folder.resolve())

    def _missing(self, name: str) -> NotReadableError:
        folder = posixpath.dirname(name)
        base = posixpath.basename(name)
        meant = did_you_mean(base, self._names(folder)) if self.may_guess() else None
        return NotReadableError(
            "missing-file",
            f"there is no file {name}",
            meant=meant and posixpath.join(folder, meant),
        )

    def _names(self, folder: str) -> Iterator[str]:
        """The names of the files in a folder, as far as it may be looked into."""
        path = self.folder / folder
        if self._is_inside(path) and path.is_dir():
            yield from (entry.name for entry in path.iterdir() if entry.is_file())


def _reason(error: Exception) -> str | None:
    return error.strerror if isinstance(error, OSError) else None
