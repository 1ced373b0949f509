"""References: from what is written to the value that is meant."""

import posixpath
import re
from typing import NamedTuple
from urllib.parse import unquote

from fragmint.diagnostics import Problem, clip, did_you_mean
from fragmint.reading.files import Files, NotReadableError
from fragmint.reading.load import Source
from fragmint.reading.pointers import (
    JSON,
    Pointer,
    from_fragment,
    resolve,
    step,
    to_fragment,
)

MAX_CHAIN = 100
"""How many references may follow one another before there is anything else."""

_SCHEME = re.compile(r"[a-zA-Z][a-zA-Z0-9+.-]*:")


class Location(NamedTuple):
    """A value in a file."""

    file: str
    pointer: Pointer

    def __str__(self) -> str:
        return f"{self.file}{to_fragment(self.pointer)}"

    def to(self, *tokens: str | int) -> "Location":
        """The location of a member."""
        return Location(self.file, (*self.pointer, *tokens))


class Target(NamedTuple):
    """What a reference leads to."""

    at: Location
    value: JSON


def follow(files: Files, ref: JSON, at: Location) -> Target | Problem | None:
    """Follow a reference, one step.

    Args:
        files: Where files come from.
        ref: What is written.
        at: Where it is written; relative references start there (RFC 3986 §5).

    Returns:
        What it leads to; the problem, where it leads nowhere; None where it leads
        into a file that is broken, whose problems are known.
    """

    def problem(code: str, message: str, hint: str | None = None) -> Problem:
        # Only a problem asks for a place: to find one may take a parse.
        place = files.sources[at.file].place(at.pointer)
        return Problem(code, message, place, hint)

    try:
        file, tokens = _split(ref, at.file)
        source = files.open(file)
    except NotReadableError as error:
        hint = error.hint
        if error.meant is not None:
            hint = f"did you mean {_relative(error.meant, at.file)}?"
        return problem(error.code, error.message, hint)
    except ValueError as error:
        return problem("bad-ref", f"this is no reference: {error}")
    if source is None:
        return None
    try:
        value, pointer = resolve(source.value, tokens)
    except KeyError:
        message = f"nothing is defined at {_written(file, tokens, at.file)}"
        meant = _meant(source, tokens) if files.may_guess() else None
        hint = f"did you mean {_written(file, meant, at.file)}?" if meant else None
        return problem("unknown-ref", message, hint)
    return Target(Location(file, pointer), value)


def endless(files: Files, at: Location, again: Location | None) -> Problem:
    """The problem of a reference from which there is always another one to follow.

    Args:
        files: Where files come from.
        at: Where the reference is written.
        again: What it comes back to; None where it only goes on for too long.
    """
    place = files.sources[at.file].place(at.pointer)
    if again is not None:
        message = f"this reference leads back to itself through {again}"
        return Problem("ref-cycle", message, place)
    message = f"more than {MAX_CHAIN} references follow this one"
    return Problem("too-deep", message, place)


def _split(ref: JSON, base: str) -> tuple[str, Pointer]:
    """The file and the pointer that a reference means."""
    if not isinstance(ref, str):
        raise ValueError("it must be a string")
    path, _, fragment = ref.partition("#")
    if path.startswith("//") or _SCHEME.match(path):
        raise NotReadableError(
            "remote-ref",
            f"{clip(path)} is not in the folder of the description",
            "save it beside the description and refer to the file",
        )
    if fragment and not fragment.startswith(("/", "%2F", "%2f")):
        raise NotReadableError(
            "unsupported", f"references to an anchor, #{clip(fragment)}, are not read"
        )
    name = unquote(path, errors="strict")
    if "\0" in name:
        raise ValueError("a file's name has no NUL")
    if not name:
        return base, from_fragment(fragment)
    file = posixpath.normpath(posixpath.join(posixpath.dirname(base), name))
    if file.startswith(("/", "../")) or file == "..":
        raise NotReadableError(
            "ref-outside",
            f"{clip(name)} is outside the folder of the description",
            "what is referred to must stand in that folder or below it",
        )
    return file, from_fragment(fragment)


def _written(file: str, tokens: Pointer, base: str) -> str:
    """A reference as the user would write it in the file `base`."""
    fragment = to_fragment(tokens)
    if file == base:
        return fragment
    return _relative(file, base) + fragment


def _relative(file: str, base: str) -> str:
    return posixpath.relpath(file, posixpath.dirname(base) or ".")


def _meant(source: Source, tokens: Pointer) -> Pointer | None:
    """The pointer that was probably meant, by its first token that leads nowhere."""
    value = source.value
    for index, token in enumerate(tokens):
        try:
            value, _ = step(value, token)
        except KeyError:
            names = value if isinstance(value, dict) else ()
            meant = did_you_mean(str(token), names)
            if meant is None:
                return None
            pointer = (*tokens[:index], meant, *tokens[index + 1 :])
            try:
                resolve(source.value, pointer)
            except KeyError:
                return None
            return pointer
    return None


def chase(files: Files, ref: JSON, at: Location) -> Target | Problem | None:
    """Follow a reference to a schema, through those that say nothing but `$ref`.

    Args:
        files: Where files come from.
        ref: What is written.
        at: Where it is written.

    Returns:
        As `follow` does.
    """
    start, seen = at, set[Location]()
    while True:
        found = follow(files, ref, at)
        if not isinstance(found, Target):
            return found
        if found.at in seen or len(seen) >= MAX_CHAIN:
            return endless(files, start, found.at if found.at in seen else None)
        seen.add(found.at)
        if not isinstance(found.value, dict) or list(found.value) != ["$ref"]:
            return found
        ref, at = found.value["$ref"], found.at.to("$ref")
