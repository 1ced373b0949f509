"""Text -> one document, every value of it with its place.

    root document and what it refers to
        files       from the disk, and from nowhere outside its folder
        load        bytes -> values (from_yaml, from_json), each with its place
    the operations that are wanted
        select      which they are
        bundle      what they need, as one document (walk, layers, refs, names)
    validate        openapi-spec-validator, and the rules that it does not know

Everything that is wrong is collected; a stage that could only repeat an earlier one's
problems is skipped. Nothing in a description is trusted: it can neither reach the
network nor a file outside its folder, and every walk has its limit.
"""

import posixpath
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from fragmint.diagnostics import (
    Place,
    Problem,
    Problems,
    did_you_mean,
    has_errors,
    in_order,
)
from fragmint.reading.bundle import Bundle, bundle
from fragmint.reading.files import Files, NotReadableError
from fragmint.reading.load import Source
from fragmint.reading.pointers import JSON, Pointer
from fragmint.reading.rules import Finding
from fragmint.reading.validate import validate

__all__ = ["JSON", "Description", "Pointer", "Source", "read"]

_VERSION = re.compile(r"3\.1\.[0-9]+(-.+)?")


@dataclass(frozen=True, slots=True)
class Description:
    """A valid description of the operations that are wanted, as one document.

    Args:
        value: The document, OpenAPI 3.1; its only references are to schemas of its
            own, under `components.schemas`.
        sources: Every file that was read, by its path below the root's folder.
        warnings: What was found strange.
    """

    value: dict[str, JSON]
    sources: Mapping[str, Source]
    warnings: tuple[Problem, ...]
    _bundle: Bundle = field(repr=False, compare=False)

    def place(self, pointer: Pointer, *, key: bool = False) -> Place:
        """Where a value of the document stands in the user's files.

        Args:
            pointer: Into the document.
            key: Whether its key is meant.
        """
        return _place(self._bundle, self.sources, pointer, key=key)

    def origin(self, pointer: Pointer) -> str:
        """The file and the pointer that a value of the document comes from.

        Args:
            pointer: Into the document.

        Returns:
            Such as `participants.yaml#/components/schemas/Participant`.
        """
        return str(self._bundle.origin(pointer))


def read(
    root: Path, operations: Sequence[str] = (), *, shown: str | None = None
) -> Description:
    """Read a description and everything that it refers to.

    Args:
        root: The root document. References lead to files in its folder, or below.
        operations: What is wanted of it, each an operationId or `METHOD /path`;
            none at all means all.
        shown: The root's path as problems print it, if not as it is given.

    Raises:
        Problems: It can not be used; all that was found wrong, and the warnings.
    """
    shown = root.as_posix() if shown is None else shown
    folder = posixpath.dirname(shown)
    files = Files(root.parent, posixpath.join(folder, "") if folder else "")
    try:
        source = files.open(root.name)
    except NotReadableError as error:
        raise Problems([_no_root(files, error, shown)]) from error
    if source is None:
        raise Problems(files.problems)
    if problem := _unsupported(source):
        raise Problems([problem])
    bundled = bundle(files, root.name, operations)
    found = validate(bundled.value, bundled.holes)
    problems = in_order([*bundled.problems, *_problems(bundled, files.sources, found)])
    if has_errors(problems):
        raise Problems(problems)
    return Description(bundled.value, files.sources, problems, bundled)


def _no_root(files: Files, error: NotReadableError, shown: str) -> Problem:
    name = posixpath.basename(shown)
    # The name as a word of its own; `d` is not to be found within "and".
    word = rf"(?<!\S){re.escape(name)}(?!\w)"
    message = re.sub(word, lambda _: shown, error.message, count=1)
    hint = f"did you mean {files.shown}{error.meant}?" if error.meant else error.hint
    return Problem(error.code, message, None, hint)


def _unsupported(source: Source) -> Problem | None:
    """Why a document is none that can be read, if it is none."""
    document = source.value
    if not isinstance(document, dict):
        message = "this is no OpenAPI description: it is no object"
        return Problem("not-openapi", message, source.place(()))
    hint = "OpenAPI 3.1 is what can be read"
    if "openapi" not in document:
        if "swagger" in document:
            message = f"Swagger {document['swagger']} can not be read yet"
            return Problem(
                "unsupported-version", message, source.place(("swagger",)), hint
            )
        message = "this is no OpenAPI description: it has no field openapi"
        meant = did_you_mean("openapi", document)
        hint = f"did you mean openapi, not {meant}?" if meant else "openapi: 3.1.1"
        return Problem("not-openapi", message, source.place(()), hint)
    version = document["openapi"]
    if isinstance(version, str) and _VERSION.fullmatch(version):
        return None
    place = source.place(("openapi",))
    if not isinstance(version, str):
        message = "the version must be a string of three numbers"
        return Problem("unsupported-version", message, place, 'write "3.1.1"')
    message = f"OpenAPI {version} can not be read yet"
    return Problem("unsupported-version", message, place, hint)


def _problems(
    bundled: Bundle, sources: Mapping[str, Source], found: Iterable[Finding]
) -> Iterator[Problem]:
    for finding in found:
        origin = bundled.origin(finding.pointer, key=finding.mark == "key")
        source = sources[origin.file]
        place = source.place(origin.pointer, key=finding.mark != "value")
        hint = finding.hint
        if hint is not None and finding.other is not None:
            other = _place(bundled, sources, finding.other)
            hint = hint.replace("{other}", f"{other.file}:{other.line}")
        yield Problem(finding.code, finding.message, place, hint, finding.severity)


def _place(
    bundled: Bundle,
    sources: Mapping[str, Source],
    pointer: Pointer,
    *,
    key: bool = False,
) -> Place:
    origin = bundled.origin(pointer, key=key)
    return sources[origin.file].place(origin.pointer, key=key)
