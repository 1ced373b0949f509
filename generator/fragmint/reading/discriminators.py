"""Discriminators: the references that hide in them (OAS 3.1.1 §4.8.25)."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from fragmint.diagnostics import Problem, did_you_mean
from fragmint.reading.files import Files
from fragmint.reading.pointers import JSON, from_fragment
from fragmint.reading.refs import Location, Target, chase

_NAME = re.compile(r"[a-zA-Z0-9_-]+")


class Mapped(NamedTuple):
    """A value of the discriminating property, and the schema that it stands for.

    Args:
        value: The value.
        target: The schema, or why there is none, as from `refs.chase`.
        written: Whether it stands in `mapping`; else a schema's name implies it.
    """

    value: str
    target: Target | Problem | None
    written: bool


def mapped(
    files: Files, root: str, schema: dict[str, JSON], at: Location
) -> Iterator[Mapped]:
    """Every schema that a schema's discriminator can lead to.

    Args:
        files: Where files come from.
        root: The name of the root document, whose schemas can be named anywhere.
        schema: A schema with a discriminator.
        at: Where it stands.
    """
    discriminator = schema.get("discriminator")
    if not isinstance(discriminator, dict):
        return
    mapping = discriminator.get("mapping")
    written = mapping if isinstance(mapping, dict) else {}
    for value, ref in written.items():
        ref_at = at.to("discriminator", "mapping", value)
        if isinstance(ref, str):
            yield Mapped(value, _mapping_target(files, root, ref, ref_at), True)
    for keyword in ("oneOf", "anyOf"):
        branches = schema.get(keyword)
        for index, branch in enumerate(branches if isinstance(branches, list) else ()):
            ref = branch.get("$ref") if isinstance(branch, dict) else None
            implied = _implied(ref) if isinstance(ref, str) else None
            if implied is not None and implied not in written:
                ref_at = at.to(keyword, index, "$ref")
                yield Mapped(implied, chase(files, ref, ref_at), False)


def _mapping_target(
    files: Files, root: str, ref: str, at: Location
) -> Target | Problem | None:
    """A schema by its name, or else by reference."""
    for file in (at.file, root):
        if ref in _schemas(files, file):
            return _named(files, file, ref)
    if _NAME.fullmatch(ref):
        place = files.sources[at.file].place(at.pointer)
        meant = did_you_mean(ref, _schemas(files, root))
        hint = f"did you mean {meant}?" if meant else None
        return Problem("unknown-ref", f"there is no schema {ref}", place, hint)
    return chase(files, ref, at)


def _named(files: Files, file: str, name: str) -> Target | Problem | None:
    at = Location(file, ("components", "schemas", name))
    schema = _schemas(files, file)[name]
    if isinstance(schema, dict) and list(schema) == ["$ref"]:
        return chase(files, schema["$ref"], at.to("$ref"))
    return Target(at, schema)


def _schemas(files: Files, file: str) -> dict[str, JSON]:
    value = files.sources[file].value
    components = value.get("components") if isinstance(value, dict) else None
    schemas = components.get("schemas") if isinstance(components, dict) else None
    return schemas if isinstance(schemas, dict) else {}


def _implied(ref: str) -> str | None:
    try:
        tokens = from_fragment(ref.partition("#")[2])
    except ValueError:
        return None
    return tokens[-1] if tokens else None
