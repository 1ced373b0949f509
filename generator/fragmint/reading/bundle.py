"""Several files -> one document that stands on its own.

Only what the selected operations need is walked, so that one operation of a large
description costs what one operation costs. What a Reference Object stands for is put
in its place; a schema that is referred to moves to `components.schemas`.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from fragmint.diagnostics import Problem
from fragmint.reading.dialects import Dialect
from fragmint.reading.files import Files
from fragmint.reading.kinds import METHODS
from fragmint.reading.layers import Layered, Member, container, layered
from fragmint.reading.notes import Notes
from fragmint.reading.origins import Origins
from fragmint.reading.pointers import JSON, Location
from fragmint.reading.scopes import Hoisted
from fragmint.reading.select import select
from fragmint.reading.walk import TooLargeError, Walk

# What is made anew, from what the selected operations need of it; the last four are
# what references lead to in Swagger 2.0.
_REBUILT = frozenset(
    [
        *("paths", "components"),
        *("definitions", "parameters", "responses", "securityDefinitions"),
    ]
)
_SCHEMES = (("components", "securitySchemes"), ("securityDefinitions",))


@dataclass(frozen=True, slots=True)
class Bundle:
    """One document, and where its parts came from.

    Args:
        value: The document, still in the dialect that it was written in.
        origins: Where its objects were written.
        holes: The objects of which a reference led nowhere, by id.
        schemes: The names of all security schemes, needed or not.
        keys: Where API keys go by any of these: the place, and the name there.
        hoisted: Where the schemas stand that are in it.
        problems: What has no place among the notes.
    """

    value: dict[str, JSON]
    origins: Origins
    holes: frozenset[int]
    schemes: frozenset[str]
    keys: frozenset[tuple[str, str]]
    hoisted: frozenset[Hoisted]
    problems: list[Problem]


def bundle(
    files: Files, notes: Notes, root: str, dialect: Dialect, wanted: Sequence[str]
) -> Bundle:
    """Put what some operations need into one document.

    Args:
        files: Where files come from; the root document has been read.
        notes: Where problems go.
        root: The name of the root document, an object.
        dialect: What it is written in.
        wanted: Names of operations, see `select`; none at all means all.
    """
    at = Location(root, ())
    walk = Walk(files, root, dialect, notes, Origins(at))
    value = files.sources[root].value
    document = value if isinstance(value, dict) else {}
    paths = _paths(files, notes, dialect, document, at)
    selected, missing = select(files, notes, paths, wanted)
    known = _known_schemes(files, notes, document, at)
    left_out = _REBUILT | {"webhooks"} if wanted else _REBUILT
    fields = {
        name: Member(value, at.to(name))
        for name, value in document.items()
        if name not in left_out
    }
    try:
        result = walk.object("openapi", Layered(at, fields, frozenset()))
        items: dict[str, JSON] = {}
        result["paths"] = items
        walk.origins.put(items, paths.at)
        for path, item in selected:
            items[path] = walk.object("path-item", item, 2)
        walk.run()
        _keep_what_is_used(result)
        components = _components(walk, known, sorted(set(_requirements(result))))
        walk.origins.put(components, at.to("components"))
        if components:
            result["components"] = components
    except TooLargeError:
        result = {}
        walk.origins.put(result, at)
    return Bundle(
        result,
        walk.origins,
        frozenset(walk.holes),
        frozenset(known),
        frozenset(_keys(known)),
        frozenset(walk.hoisted),
        missing,
    )


def operations(document: Mapping[str, JSON]) -> Iterator[dict[str, JSON]]:
    """Every operation of the paths and the webhooks of a document.

    Args:
        document: A document; what in it is of the wrong type has no operations.
    """
    for name in ("paths", "webhooks"):
        items = document.get(name)
        for item in items.values() if isinstance(items, dict) else ():
            if isinstance(item, dict):
                for _, operation in operations_of(item):
                    yield operation


def operations_of(item: Mapping[str, JSON]) -> Iterator[tuple[str, dict[str, JSON]]]:
    """The method and the value of every operation of a path item."""
    more = item.get("additionalOperations")
    given = [(method, item.get(method)) for method in METHODS]
    given.extend(more.items() if isinstance(more, dict) else ())
    for method, operation in given:
        if isinstance(operation, dict):
            yield method, operation


def _paths(
    files: Files,
    notes: Notes,
    dialect: Dialect,
    document: dict[str, JSON],
    at: Location,
) -> Layered:
    value = document.get("paths")
    # Since 3.1, there may be nothing but webhooks, or things for others to refer to.
    instead = ("webhooks", "components") if dialect.booleans else ()
    if not any(name in document for name in ("paths", *instead)):
        message = "this description has no paths"
        notes.warn("invalid-description", message, at, mark="key")
    if value is not None and not isinstance(value, dict):
        message = "paths must be an object"
        notes.warn("invalid-description", message, at.to("paths"))
    return layered(files, notes, "paths", value or {}, at.to("paths"))


def _known_schemes(
    files: Files, notes: Notes, document: dict[str, JSON], at: Location
) -> dict[str, Member]:
    """The security schemes of the root document, wherever an operation stands.

    OAS 3.2.0 §4.30 has them looked up there.
    """
    known: dict[str, Member] = {}
    for holder in _SCHEMES:
        found: Member | None = Member(document, at)
        for name in holder:
            inner = (
                found.value.get(name)
                if found and isinstance(found.value, dict)
                else None
            )
            found = found and container(files, notes, "map", inner, found.at.to(name))
        if found and isinstance(found.value, dict):
            for name, scheme in found.value.items():
                known.setdefault(name, Member(scheme, found.at.to(name)))
    return known


def _components(
    walk: Walk, known: Mapping[str, Member], wanted: Sequence[str]
) -> dict[str, JSON]:
    schemes: dict[str, JSON] = {}
    for name in wanted:
        if name in known:
            scheme = layered(walk.files, walk.notes, "security-scheme", *known[name])
            schemes[name] = walk.object("security-scheme", scheme, 3)
            walk.origins.put_field(schemes, name, known[name].at)
    walk.run()
    components: dict[str, JSON] = {}
    if schemas := walk.finish():
        components["schemas"] = schemas
        walk.origins.put(schemas, walk.origins.root.to("components", "schemas"))
    if schemes:
        components["securitySchemes"] = schemes
        walk.origins.put(schemes, walk.origins.root.to("components", "securitySchemes"))
    return components


def _keys(known: Mapping[str, Member]) -> Iterator[tuple[str, str]]:
    for value, _ in known.values():
        if _text(value, "type") == "apiKey":
            place, name = _text(value, "in"), _name(value)
            if place is not None and name is not None:
                yield place, name


def _keep_what_is_used(result: dict[str, JSON]) -> None:
    """Leave out the tags and the security that no operation has."""
    found = list(operations(result))
    if all("security" in operation for operation in found):
        result.pop("security", None)
    tags = result.get("tags")
    if not isinstance(tags, list):
        return
    parents = {_name(tag): _text(tag, "parent") for tag in tags}
    used: set[str] = set()
    for operation in found:
        names = operation.get("tags")
        for name in names if isinstance(names, list) else [names]:
            each = name if isinstance(name, str) else _name(name)
            while each is not None and each not in used:
                used.add(each)
                each = parents.get(each)
    named = [tag if isinstance(tag, str) else _name(tag) for tag in tags]
    kept = [tag for tag, name in zip(tags, named, strict=True) if name in used]
    del result["tags"]
    if kept:
        result["tags"] = kept


def _name(value: JSON) -> str | None:
    return _text(value, "name")


def _text(value: JSON, field: str) -> str | None:
    found = value.get(field) if isinstance(value, dict) else None
    return found if isinstance(found, str) else None


def _requirements(result: dict[str, JSON]) -> Iterator[str]:
    """The names of the security schemes that are asked for."""
    for holder in (result, *operations(result)):
        requirements = holder.get("security")
        for each in requirements if isinstance(requirements, list) else ():
            yield from each if isinstance(each, dict) else ()
