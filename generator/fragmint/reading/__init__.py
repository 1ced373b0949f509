"""Text -> one document in one dialect, every value of it with its place.

    root document and what it refers to
        files       from the disk, and from nowhere outside its folder
        load        bytes -> values (from_yaml, from_json), each with its place
        overlay     OpenAPI Overlays change the root document (changes)
        dialects    which version of OpenAPI that is
    the operations that are wanted
        select      which they are
        bundle      what they need, as one document (walk, layers, refs, names)
    one dialect, and nothing in it that is not right
        upgrade     what older versions say in another way (swagger, old_schemas)
        mend        what breaks the standard is put right or left out (forms, rules)
        closed      `additionalProperties: false` that refuses what `allOf` describes
        validate    openapi-spec-validator on what has come of it
        unneeded    the same for what no operation refers to

Everything that is wrong is collected (notes). What has a plain meaning all the same is
a warning, and an error where that is asked for; only what has no meaning stops.
Nothing in a description is trusted: it can neither reach the network nor a file
outside its folder, and every walk has its limit.
"""

import os
import posixpath
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from fragmint.diagnostics import Place, Problem, Problems, has_errors, in_order
from fragmint.reading.bundle import bundle
from fragmint.reading.bundle import operations as operations_of_all
from fragmint.reading.closed import open_closed
from fragmint.reading.context import Context
from fragmint.reading.dialects import dialect_of
from fragmint.reading.files import Files, NotReadableError
from fragmint.reading.load import Source, load
from fragmint.reading.mend import mend
from fragmint.reading.notes import Notes
from fragmint.reading.origins import Origins
from fragmint.reading.overlay import overlaid
from fragmint.reading.pointers import JSON, Pointer
from fragmint.reading.select import is_meant
from fragmint.reading.unneeded import judge
from fragmint.reading.upgrade import upgrade
from fragmint.reading.validate import validate

__all__ = ["JSON", "Description", "Pointer", "Source", "is_meant", "read", "source_at"]


@dataclass(frozen=True, slots=True)
class Description:
    """A description of the operations that are wanted, as one document.

    Args:
        value: The document, OpenAPI 3.2 whatever it was written in; its only
            references are to schemas of its own, under `components.schemas`.
        sources: Every file that was read, by its path below the root's folder.
        warnings: What was found strange.
        prefix: What `origin` puts before the names of files.
        keys: Where API keys go, by all security schemes that are described: the place,
            and the name there.
    """

    value: dict[str, JSON]
    sources: Mapping[str, Source]
    warnings: tuple[Problem, ...]
    _origins: Origins = field(repr=False, compare=False)
    prefix: str = ""
    keys: frozenset[tuple[str, str]] = frozenset()
    _known: dict[Pointer, str] = field(
        default_factory=dict["Pointer", str], repr=False, compare=False
    )

    def place(self, pointer: Pointer, *, key: bool = False) -> Place:
        """Where a value of the document stands in the user's files.

        Args:
            pointer: Into the document.
            key: Whether its key is meant.
        """
        at = self._origins.locate(self.value, pointer, key=key)
        return self.sources[at.file].place(at.pointer, key=key)

    def origin(self, pointer: Pointer) -> str:
        """The file and the pointer that a value of the document comes from.

        Args:
            pointer: Into the document.

        Returns:
            Such as `spec/participants.yaml#/components/schemas/Participant`.
        """
        if pointer not in self._known:  # each rule asks for its own
            at = self._origins.locate(self.value, pointer)
            self._known[pointer] = f"{self.prefix}{at}"
        return self._known[pointer]


def read(
    root: Path,
    operations: Sequence[str] = (),
    *,
    shown: str | None = None,
    folder: Path | None = None,
    strict: bool = False,
    prefix: str = "",
    overlays: Sequence[Path] = (),
) -> Description:
    """Read a description and everything that it refers to.

    Args:
        root: The root document.
        operations: What is wanted of it, each an operationId or `METHOD /path`;
            none at all means all.
        shown: The root's path as problems print it, if not as it is given.
        folder: What no reference leads out of, if not the root document's own folder;
            the root document stands in it, or below.
        strict: Whether every warning is an error.
        prefix: What `Description.origin` puts before the names of files.
        overlays: OpenAPI Overlays, applied to the root document in this order.

    Raises:
        Problems: It can not be used; all that was found wrong, and the warnings.
    """
    shown = root.as_posix() if shown is None else shown
    name = root.name
    within = posixpath.dirname(shown)
    if folder is not None:
        name = _below(root, folder)
        up = Path(os.path.relpath(folder, root.parent)).as_posix()
        within = posixpath.normpath(posixpath.join(within, up))
    files = Files(
        folder or root.parent,
        posixpath.join(within, "") if within not in ("", ".") else "",
    )
    try:
        source = files.open(name)
    except NotReadableError as error:
        raise Problems([_no_root(files, error, shown, "spec")]) from error
    if source is None:
        raise Problems(files.problems)
    more, problems = _overlays(overlays, files.folder)
    source, wrong = overlaid(source, more)
    problems += wrong
    if has_errors(problems):
        raise Problems(problems)
    files.sources[name] = source
    dialect, odd = dialect_of(source)
    problems += [odd] if odd is not None else []
    if dialect is None:
        raise Problems(problems)
    notes = Notes()
    bundled = bundle(files, notes, name, dialect, operations)
    context = Context(
        bundled.value,
        dialect,
        bundled.origins,
        notes,
        files.sources,
        bundled.holes,
        bundled.schemes,
    )
    upgrade(context)
    mend(context)
    open_closed(context)
    validate(context)
    # It takes its time, and nobody asked for it who only wants a client.
    if not operations and (strict or not any(operations_of_all(bundled.value))):
        judge(files, notes, name, dialect, bundled)
    problems += [*files.problems, *bundled.problems, *notes.problems(files.sources)]
    if strict:
        problems = [replace(problem, severity="error") for problem in problems]
    if has_errors(problems):
        raise Problems(problems)
    sources = {**files.sources, **{one.name: one for one in more}}
    return Description(
        bundled.value,
        sources,
        in_order(problems),
        bundled.origins,
        prefix,
        bundled.keys,
    )


def source_at(path: Path, shown: str, overlays: Sequence[Path] = ()) -> Source | None:
    """One file of a description on its own; None where there is none.

    Args:
        path: The file.
        shown: Its path as problems print it.
        overlays: What is applied to it.

    Raises:
        Problems: It cannot be read.
    """
    try:
        content = path.read_bytes()
    except (OSError, ValueError):
        return None
    more, problems = _overlays(overlays, path.parent)
    source, wrong = overlaid(load(path.name, shown, content), more)
    if has_errors(problems + wrong):
        raise Problems(problems + wrong)
    return source


def _overlays(
    paths: Sequence[Path], folder: Path
) -> tuple[list[Source], list[Problem]]:
    """Overlays that can be read, each named from `folder`, and what is wrong."""
    found: list[Source] = []
    problems: list[Problem] = []
    for path in paths:
        shown = path.as_posix()
        files = Files(path.parent, shown.removesuffix(path.name))
        try:
            source = files.open(path.name)
        except NotReadableError as error:
            problems.append(_no_root(files, error, shown, "overlays"))
            continue
        problems += files.problems
        if source is not None:
            name = os.path.relpath(path, folder).replace(os.sep, "/")
            found.append(replace(source, name=name))
    return found, problems


def _below(root: Path, folder: Path) -> str:
    """The name of the root document, seen from the folder that it must be in."""
    name = Path(os.path.relpath(root, folder)).as_posix()
    if name.startswith("../"):
        message = f"{root} is not in {folder}"
        raise Problems([Problem("bad-option", message, None, option="root")])
    return name


def _no_root(files: Files, error: NotReadableError, shown: str, option: str) -> Problem:
    url = re.search(r"(?:^|/)(https?:)/(.*)", shown)
    if url is not None:  # a path has lost one of its slashes
        message = f"{url[1]}//{url[2]} is no file, and URLs are not fetched"
        advice = "download it, and keep it beside what is made of it"
        return Problem(error.code, message, None, advice, option=option)
    name = posixpath.basename(shown)
    # The name as a word of its own; `d` is not to be found within "and".
    word = rf"(?<!\S){re.escape(name)}(?!\w)"
    message = re.sub(word, lambda _: shown, error.message, count=1)
    hint = f"did you mean {files.shown}{error.meant}?" if error.meant else error.hint
    return Problem(error.code, message, None, hint, option=option)
