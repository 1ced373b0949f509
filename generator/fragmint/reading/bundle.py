"""Several files -> one document that stands on its own.

Only what the selected operations need is walked, so that one operation of a large
description costs what one operation costs. What a Reference Object stands for is put
in its place; a schema that is referred to moves to `components.schemas`.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from fragmint.diagnostics import Problem, did_you_mean
from fragmint.reading.files import Files
from fragmint.reading.grammar import METHODS
from fragmint.reading.layers import Layered, Member, layered
from fragmint.reading.pointers import JSON, Pointer
from fragmint.reading.refs import Location
from fragmint.reading.select import Selected, select
from fragmint.reading.walk import Walk

_REBUILT = frozenset({"paths", "webhooks", "components", "tags", "security"})


@dataclass(frozen=True, slots=True)
class Bundle:
    """One document, and where its parts came from.

    Args:
        value: The document.
        origins: Where a value stands that does not stand where the value around it
            does; by its pointer into the document.
        holes: The pointers to what is missing, because its reference led nowhere.
        problems: What was found wrong on the way.
    """

    value: dict[str, JSON]
    origins: dict[Pointer, Location]
    holes: frozenset[Pointer]
    problems: list[Problem]

    def origin(self, pointer: Pointer, *, key: bool = False) -> Location:
        """Where a value of the document was written.

        Args:
            pointer: Into the document.
            key: Whether its key is meant: that of a reference stands where the
                reference does, and not where it leads to.
        """
        longest = len(pointer)
        if key and pointer[:-1] != ("components", "schemas"):
            longest -= 1
        return nearest(self.origins, pointer[:longest]).to(*pointer[longest:])


def nearest(origins: Mapping[Pointer, Location], pointer: Pointer) -> Location:
    """Where a value was written, by the origin of the nearest value around it.

    Args:
        origins: As in `Bundle.origins`.
        pointer: Into the document.
    """
    length = next(n for n in range(len(pointer), -1, -1) if pointer[:n] in origins)
    return origins[pointer[:length]].to(*pointer[length:])


def bundle(files: Files, root: str, wanted: Sequence[str]) -> Bundle:
    """Put what some operations need into one document.

    Args:
        files: Where files come from; the root document has been read.
        root: The name of the root document, an object.
        wanted: Each an operationId or `METHOD /path`; none at all means all.

    Raises:
        Problems: References multiply to more than a document may hold.
    """
    value = files.sources[root].value
    document = value if isinstance(value, dict) else {}
    walk = Walk(files, root)
    walk.origins[()] = Location(root, ())
    selected, problems = select(files, root, wanted)
    walk.problems.extend(problems)
    paths: dict[str, JSON] = {}
    for each in selected:
        out = ("paths", each.path)
        paths[each.path] = walk.object("path-item", _only(each), out)
        walk.run()
    operations = list(_operations(paths))
    kept = {name: value for name, value in document.items() if name not in _REBUILT}
    if isinstance(document.get("security"), list) and any(
        "security" not in operation for _, operation in operations
    ):
        kept["security"] = document["security"]
    result = walk.object("openapi", _whole(root, kept), ())
    given = document.get("paths", {})
    result["paths"] = paths if isinstance(given, dict) else given
    _add_tags(walk, document, operations, result)
    walk.run()
    schemes = _schemes(walk, document, _requirements(result, operations))
    schemas = walk.finish()
    components: dict[str, JSON] = {}
    if schemas:
        components["schemas"] = schemas
    if schemes:
        components["securitySchemes"] = schemes
    if components:
        result["components"] = components
    found = [*files.problems, *walk.problems]
    return Bundle(result, walk.origins, frozenset(walk.holes), found)


def _whole(root: str, fields: Mapping[str, JSON], *tokens: str | int) -> Layered:
    """What stands in the root document, and is no reference."""
    at = Location(root, tokens)
    members = {name: Member(value, at.to(name)) for name, value in fields.items()}
    return Layered(at, members, frozenset())


def _only(selected: Selected) -> Layered:
    """A path item without the operations that are not wanted."""
    item = selected.item
    fields = {
        name: member
        for name, member in item.fields.items()
        if name not in METHODS or name in selected.methods
    }
    return replace(item, fields=fields)


def _operations(paths: dict[str, JSON]) -> Iterator[tuple[Pointer, dict[str, JSON]]]:
    for path, item in paths.items():
        for method in METHODS:
            operation = item.get(method) if isinstance(item, dict) else None
            if isinstance(operation, dict):
                yield ("paths", path, method), operation


def _add_tags(
    walk: Walk,
    document: dict[str, JSON],
    operations: list[tuple[Pointer, dict[str, JSON]]],
    result: dict[str, JSON],
) -> None:
    """The tags that the operations bear, in the order of the document."""
    tags = document.get("tags")
    if not isinstance(tags, list):
        return
    used = {
        tag
        for _, operation in operations
        if isinstance(names := operation.get("tags"), list)
        for tag in names
        if isinstance(tag, str)
    }
    kept: list[JSON] = []
    for index, tag in enumerate(tags):
        name = tag.get("name") if isinstance(tag, dict) else None
        if isinstance(tag, dict) and isinstance(name, str) and name in used:
            out = ("tags", len(kept))
            walk.origins[out] = Location(walk.root, ("tags", index))
            kept.append(walk.object("tag", _whole(walk.root, tag, "tags", index), out))
    if kept:
        result["tags"] = kept


def _requirements(
    result: dict[str, JSON], operations: list[tuple[Pointer, dict[str, JSON]]]
) -> Iterator[tuple[Pointer, str]]:
    """The names of the security schemes that are asked for, and where they are."""
    holders = [((), result), *operations]
    for pointer, holder in holders:
        requirements = holder.get("security")
        for index, each in enumerate(
            requirements if isinstance(requirements, list) else ()
        ):
            for name in each if isinstance(each, dict) else ():
                yield (*pointer, "security", index, name), name


def _schemes(
    walk: Walk, document: dict[str, JSON], wanted: Iterator[tuple[Pointer, str]]
) -> dict[str, JSON]:
    """The security schemes that are asked for (OAS 3.1.1 §4.8.30).

    They are looked up in the root document, wherever the operation stands.
    """
    components = document.get("components")
    known = components.get("securitySchemes") if isinstance(components, dict) else {}
    known = known if isinstance(known, dict) else {}
    schemes: dict[str, JSON] = {}
    for pointer, name in wanted:
        tokens = ("components", "securitySchemes", name)
        if name in schemes:
            continue
        if name not in known:
            where = nearest(walk.origins, pointer[:-1]).to(name)
            place = walk.files.sources[where.file].place(where.pointer, key=True)
            meant = did_you_mean(name, known)
            hint = f"did you mean {meant}?" if meant else None
            message = f"there is no security scheme {name}"
            walk.problems.append(Problem("unknown-scheme", message, place, hint))
            continue
        at = Location(walk.root, tokens)
        item, problems = layered(walk.files, "security-scheme", known[name], at)
        walk.problems.extend(problems)
        schemes[name] = walk.object("security-scheme", item, tokens)
    walk.run()
    return dict(sorted(schemes.items()))
