"""References: from what is written to the value that is meant."""

import posixpath
import re
from collections.abc import Collection, Iterator
from typing import NamedTuple
from urllib.parse import unquote, urljoin

from fragmint.diagnostics import clip, did_you_mean
from fragmint.reading.files import Files, NotReadableError
from fragmint.reading.load import Source
from fragmint.reading.pointers import (
    JSON,
    Location,
    Pointer,
    from_fragment,
    resolve,
    step,
    to_fragment,
)
from fragmint.reading.resources import with_uri

MAX_CHAIN = 100
"""How many references may follow one another before there is anything else."""

_SAYING_NOTHING = ("remote-ref", "unknown-keyword", "ref-cycle")
_SCHEME = re.compile(r"[a-zA-Z][a-zA-Z0-9+.-]*:")
_HOLDERS = (("definitions",), ("components", "schemas"))


class Target(NamedTuple):
    """What a reference leads to."""

    at: Location
    value: JSON


class Nowhere(NamedTuple):
    """Why a reference leads nowhere.

    Args:
        code: The code of the problem that this is; empty where it leads into a file
            that is broken, whose problems are known.
        message: Its message.
        at: Where the reference stands.
        hint: Its hint.
    """

    code: str
    message: str
    at: Location
    hint: str | None = None

    @property
    def says_nothing(self) -> bool:
        """Whether a schema there takes any value: it is elsewhere, say."""
        return self.code in _SAYING_NOTHING


def follow(files: Files, ref: JSON, at: Location) -> Target | Nowhere:
    """Follow a reference, one step.

    Args:
        files: Where files come from.
        ref: What is written.
        at: Where it is written; relative references start there (RFC 3986 §5).

    Returns:
        What it leads to, or why that is nothing.
    """
    try:
        return _follow(files, ref, at, MAX_CHAIN)
    except NotReadableError as error:
        hint = error.hint
        if error.meant is not None:
            hint = f"did you mean {_relative(error.meant, at.file)}?"
        return Nowhere(error.code, str(error), at, hint)
    except ValueError as error:
        return Nowhere("bad-ref", f"this is no reference: {error}", at)


def chase(
    files: Files, ref: JSON, at: Location, scope: Collection[object] | None = None
) -> Target | Nowhere:
    """Follow a reference to a schema, through those that say nothing but `$ref`.

    Args:
        files: Where files come from.
        ref: What is written.
        at: Where it is written.
        scope: The dynamic scope, where it counts: it is left to whoever goes on step
            by step, as what is passed through can be part of it.
    """
    start, seen = at, set[Location]()
    while True:
        found = follow(files, ref, at)
        if isinstance(found, Nowhere):
            return found
        if found.at in seen or len(seen) >= MAX_CHAIN:
            return endless(start, found.at if found.at in seen else None)
        seen.add(found.at)
        if not isinstance(found.value, dict) or list(found.value) != ["$ref"]:
            return found
        if scope is not None and (scope or files.resources(found.at.file).dynamic):
            return found
        ref, at = found.value["$ref"], found.at.to("$ref")


def endless(at: Location, again: Location | None) -> Nowhere:
    """Why a reference from which there is always another one to follow is none.

    Args:
        at: Where the reference is written.
        again: What it comes back to; None where it only goes on for too long.
    """
    if again is not None:
        message = f"this reference leads back to itself through {again}"
        return Nowhere("ref-cycle", message, at)
    return Nowhere("too-deep", f"more than {MAX_CHAIN} references follow this one", at)


def _follow(files: Files, ref: JSON, at: Location, limit: int) -> Target | Nowhere:
    if not isinstance(ref, str):
        raise ValueError("it must be a string")
    if limit == 0:
        return endless(at, None)
    bare = _bare_name(files, ref, at)
    if bare is not None:
        return bare
    base = _base(files, ref, at)
    source = files.open(base.file)
    if source is None:
        return Nowhere("", "", at)
    fragment = ref.partition("#")[2]
    readings = list(dict.fromkeys(_readings(files, base, fragment)))
    for tokens in readings:
        found = _walk(files, source, base.file, tokens, limit, at)
        if found is not None:
            return found
    tokens = readings[0]
    message = f"nothing is defined at {clip(ref, 200)}"
    meant = _meant(source, tokens) if files.may_guess() else None
    hint = f"did you mean {_written(base.file, meant, at.file)}?" if meant else None
    return Nowhere("unknown-ref", message, at, hint)


def _walk(
    files: Files,
    source: Source,
    file: str,
    tokens: Pointer,
    limit: int,
    start: Location,
) -> Target | Nowhere | None:
    """Go where tokens lead, through references on the way, but for that at `start`."""
    value, here = source.value, Location(file, ())
    for index, token in enumerate(tokens):
        try:
            value, exact = step(value, token)
        except KeyError:
            ref = value.get("$ref") if isinstance(value, dict) else None
            if not isinstance(ref, str) or here.to("$ref") == start:
                return None
            found = _follow(files, ref, here.to("$ref"), limit - 1)
            if isinstance(found, Nowhere):
                return found
            rest = (*found.at.pointer, *tokens[index:])
            inner = files.sources[found.at.file]
            return _walk(files, inner, found.at.file, rest, limit - 1, start)
        here = here.to(exact)
    return Target(here, value)


def _base(files: Files, ref: str, at: Location) -> Location:
    """The document or the schema with a URI in which the fragment is looked up."""
    path = ref.partition("#")[0]
    own = files.resources(at.file)
    root = own.root_of(at.pointer)
    if not path:
        return Location(at.file, root)
    base_uri = own.roots.get(root, at.file)
    if any(files.resources(file).roots for file in list(files.sources)):
        everything = {file: files.resources(file) for file in files.sources}
        for uri in (urljoin(base_uri, path), path):
            if (found := with_uri(everything, uri)) is not None:
                return found
    if (uri := urljoin(base_uri, path)) in files.sources:
        return Location(uri, ())
    if files.schemas:
        return Location(uri, ())
    return Location(_file(path, at.file), ())


def _file(path: str, base: str) -> str:
    """The name of the file that a relative reference leads to."""
    if path.startswith("//") or _SCHEME.match(path):
        raise NotReadableError(
            "remote-ref",
            f"{clip(path)} is not in the folder of the description",
            "save it beside the description and refer to the file",
        )
    name = unquote(path, errors="strict")
    if "\0" in name:
        raise ValueError("a file's name has no NUL")
    file = posixpath.normpath(posixpath.join(posixpath.dirname(base), name))
    if file.startswith(("/", "../")) or file == "..":
        raise NotReadableError(
            "ref-outside",
            f"{clip(name)} is outside the folder of the description",
            "name a folder with both in it: root in the configuration, or --root",
        )
    return file


def _readings(files: Files, base: Location, fragment: str) -> Iterator[Pointer]:
    """What a fragment can mean: by the standard, or else as it is often written."""
    if fragment and not fragment.startswith(("/", "%2F", "%2f")):
        anchor = files.resources(base.file).anchor(base.pointer, unquote(fragment))
        if anchor is not None:
            yield anchor
        fragment = f"/{fragment}"
    tokens = from_fragment(fragment)
    yield (*base.pointer, *tokens)
    raw = tuple(
        token.replace("~1", "/").replace("~0", "~") for token in fragment.split("/")[1:]
    )
    yield from (tokens, raw, tuple(part for part in tokens if part))


def _bare_name(files: Files, ref: str, at: Location) -> Target | None:
    """The schema of a reference that is nothing but a schema's name."""
    if not ref or any(character in ref for character in "#/.%:"):
        return None
    document = files.sources[at.file].value
    for holder in _HOLDERS:
        try:
            value, pointer = resolve(document, (*holder, ref))
        except KeyError:
            continue
        return Target(Location(at.file, pointer), value)
    return None


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
