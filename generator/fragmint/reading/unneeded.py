"""What a description offers to references and no operation refers to.

It is judged where that is asked for or where there is nothing else, and forgotten.
"""

from collections.abc import Set

from fragmint.reading.bundle import Bundle
from fragmint.reading.closed import open_closed
from fragmint.reading.context import Context
from fragmint.reading.dialects import Dialect
from fragmint.reading.files import Files
from fragmint.reading.kinds import KINDS
from fragmint.reading.layers import Layered, Member, container, layered
from fragmint.reading.mend import mend
from fragmint.reading.notes import Notes
from fragmint.reading.origins import Origins
from fragmint.reading.pointers import JSON, Location
from fragmint.reading.upgrade import upgrade
from fragmint.reading.validate import validate
from fragmint.reading.walk import TooLargeError, Walk

# What the fields of `components` are called in the root of a Swagger document.
_SWAGGER = {
    "definitions": "schemas",
    "parameters": "parameters",
    "responses": "responses",
    "securityDefinitions": "securitySchemes",
}


def judge(
    files: Files, notes: Notes, root: str, dialect: Dialect, bundled: Bundle
) -> None:
    """Note what is wrong with what is not needed.

    Args:
        files: Where files come from; the root document has been read.
        notes: Where warnings go. A reference to nothing is none that nothing needs.
        root: The name of the root document.
        dialect: What it is written in.
        bundled: What is needed of it.
    """
    own = Notes()
    offered = _offered(files, own, root, {one.at for one in bundled.hoisted})
    if not offered.fields:
        return
    origins = Origins(Location(root, ()))
    walk = Walk(files, root, dialect, own, origins, hoisted=set(bundled.hoisted))
    components = walk.object("components", offered, 1)
    try:
        walk.run()
    except TooLargeError:
        return
    document: dict[str, JSON] = {
        "openapi": "3.2.0",
        "info": {"title": "", "version": ""},
        "paths": {},
        "components": components,
    }
    context = Context(
        document,
        dialect,
        walk.origins,
        own,
        files.sources,
        frozenset(walk.holes),
        bundled.schemes,
    )
    for value in (document, document["info"], document["paths"]):
        if isinstance(value, dict):
            walk.origins.put(value, walk.origins.root)
    upgrade(context)
    mend(context)
    open_closed(context)
    validate(context)
    notes.add_warnings(own)


def _offered(files: Files, notes: Notes, root: str, needed: Set[Location]) -> Layered:
    """The components of a root document, but for the schemas that are needed."""
    value, at = files.sources[root].value, Location(root, ())
    document = value if isinstance(value, dict) else {}
    given: dict[str, Member] = {
        new: Member(document[old], at.to(old))
        for old, new in _SWAGGER.items()
        if old in document
    }
    found = document.get("components", {})
    if isinstance(found, dict):
        written = layered(files, notes, "components", found, at.to("components"))
        at = written.at
        given.update(written.fields)
    else:
        notes.warn(
            "invalid-description", "components must be an object", at.to("components")
        )
    fields: dict[str, Member] = {}
    for name, member in given.items():
        is_known = name in KINDS["components"].fields
        entries = container(files, notes, "map", *member) if is_known else member
        if (
            entries is not None
            and name == "schemas"
            and isinstance(entries.value, dict)
        ):
            rest: JSON = {
                key: schema
                for key, schema in entries.value.items()
                if entries.at.to(key) not in needed and not _is_alias(schema)
            }
            entries = Member(rest, entries.at)
        if entries is not None:
            fields[name] = entries
    return Layered(at, fields, frozenset())


def _is_alias(schema: JSON) -> bool:
    return isinstance(schema, dict) and list(schema) == ["$ref"]
