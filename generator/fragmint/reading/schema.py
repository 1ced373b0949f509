"""A schema alone -> a description that has nothing but it and what it refers to."""

import json
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any, NamedTuple

from fragmint.diagnostics import Problem, Problems, has_errors, in_order
from fragmint.reading import Description
from fragmint.reading.context import Context
from fragmint.reading.dialects import LATEST
from fragmint.reading.files import Files
from fragmint.reading.forms import FORMS
from fragmint.reading.grammar import objects
from fragmint.reading.load import Source, load
from fragmint.reading.mend import mend
from fragmint.reading.notes import Notes
from fragmint.reading.origins import Origins
from fragmint.reading.pointers import JSON, Location
from fragmint.reading.refs import Target
from fragmint.reading.vocabularies import FORMAT_ASSERTION, without_meaning
from fragmint.reading.walk import Walk

__all__ = ["SchemaAlone", "read_schema"]

ROOT = "schema"
"""What problems call the schema itself."""
# In a description much can be guessed; of a schema every word counts.
_FATAL = frozenset(("invalid-description", "remote-ref", "ref-cycle", "bad-ref"))
# That values of `enum` SHOULD be one or more and unlike (Validation §6.1.2) is advice.
_FORMS = {**FORMS, "enum": FORMS["list"]}
# What OpenAPI has say more of a value than the standard does: a property is required of
# one side alone, strings are bytes, a value picks its schema. The last one is older.
_OF_OPENAPI = frozenset(
    [
        *("readOnly", "writeOnly", "contentEncoding", "contentMediaType"),
        *("discriminator", "externalDocs", "xml", "x-fragmint-severity"),
        "$recursiveRef",
    ]
)


class SchemaAlone(NamedTuple):
    """A schema that has been read.

    Args:
        description: A document that has nothing but schemas.
        name: What the schema is called among its components.
        asserts_formats: Whether its meta-schema says that `format` is an assertion.
    """

    description: Description
    name: str
    asserts_formats: bool


def read_schema(schema: Any, documents: Mapping[str, Any]) -> SchemaAlone:
    """Read a schema of JSON Schema 2020-12 and what it refers to.

    Args:
        schema: A dict, or true or false.
        documents: What references can lead to, by URI (Core §9.1).

    Raises:
        Problems: It can not be used; all that was found wrong.
    """
    documents = {uri.removesuffix("#"): one for uri, one in documents.items()}
    files = Files(Path(), "", schemas=True)
    for name, value in {**documents, ROOT: schema}.items():
        files.sources[name] = _source(name, value)
    at = Location(ROOT, ())
    notes = Notes()
    used = _vocabulary(schema, documents)
    walk = Walk(files, ROOT, LATEST, notes, Origins(at))
    walk.ignored = _OF_OPENAPI
    if used is not None:
        walk.ignored |= without_meaning(used)
    root = walk.hoist(Target(at, files.sources[ROOT].value))
    walk.run()
    schemas = walk.finish()
    parts: dict[str, dict[str, JSON]] = {
        "info": {"title": ROOT, "version": ""},
        "paths": {},
        "components": {"schemas": schemas},
    }
    document: dict[str, JSON] = {"openapi": "3.2.0", **parts}
    for part in (document, *parts.values(), schemas):
        walk.origins.put(part, at)
    holes = frozenset(walk.holes)
    context = Context(
        document, LATEST, walk.origins, notes, files.sources, holes, frozenset()
    )
    mend(context, {}, _FORMS)
    for kind, value in objects(document, "openapi"):
        if kind == "schema" and value.get("format") == "binary":
            del value["format"]  # it is OpenAPI's, too
    problems = [_settled(one) for one in notes.problems(files.sources)]
    if has_errors(problems):
        raise Problems(problems)
    description = Description(document, files.sources, in_order(problems), walk.origins)
    asserts = used is not None and FORMAT_ASSERTION in used
    return SchemaAlone(description, walk.name_of(root), asserts)


def _source(name: str, value: Any) -> Source:
    """A schema or document as if it had been read."""
    try:
        text = json.dumps(value, allow_nan=False)
    except (RecursionError, TypeError, ValueError) as error:
        message = f"{name} is no JSON: {str(error) or 'it nests too deep'}"
        raise Problems([Problem("invalid-description", message, None)]) from None
    if not isinstance(value, dict | list | bool):
        message = f"{name} is no schema: it is neither a dict nor true or false"
        raise Problems([Problem("invalid-description", message, None)])
    return load(f"{name}.json", name, text.encode())


def _vocabulary(schema: Any, documents: Mapping[str, Any]) -> Mapping[str, Any] | None:
    """What the meta-schema of `schema` says that its keywords are."""
    uri: object = schema.get("$schema") if isinstance(schema, dict) else None
    meta = documents.get(uri.removesuffix("#")) if isinstance(uri, str) else None
    used = meta.get("$vocabulary") if isinstance(meta, dict) else None
    return used if isinstance(used, dict) else None


def _settled(problem: Problem) -> Problem:
    return replace(problem, severity="error") if problem.code in _FATAL else problem
