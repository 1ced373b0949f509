"""How operations are put on the wire, and what they take for answers, side by side."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from dataclasses import replace

from ..support.retries import IDEMPOTENCY_KEYS, IDEMPOTENT
from .building import statuses_of
from .changes import At, Findings
from .source import assigned, methods, value_of
from .surface import Argument, Exchange, Model, Operation, Surface

__all__ = ["compare_exchanges", "exchange_of", "styles_of", "with_places_of"]

_PLACES = {"_PATH": "path", "_QUERY": "query", "_HEADER": "header", "_COOKIE": "cookie"}


def exchange_of(tree: ast.Module, node: ast.ClassDef) -> Exchange:
    """What the class of a request says; `tree` is its module."""
    headers = value_of(assigned(tree.body).get("_HEADERS")) or {}
    build, read = (
        next(one for one in methods(node.body) if one.name == wanted)
        for wanted in ("build", "read")
    )
    own = assigned(node.body)
    written = [*_written(build)]
    media = [headers.get("Content-Type"), *(name for _, name in written)]
    pages = own.get("_pages")
    return Exchange(
        server=value_of(own.get("_server")) or "",
        media=tuple(dict.fromkeys(filter(None, media))),
        is_json=bool(written) and written[0][0] == "json_body",
        can_lack=any(map(_asks_for_body, ast.walk(build))),
        accept=headers.get("Accept", ""),
        statuses=tuple(
            sorted(
                status
                for one in read.body
                if isinstance(one, ast.If) and not isinstance(one.body[-1], ast.Raise)
                for status in statuses_of(one.test)
            )
        ),
        pages=ast.unparse(pages) if pages else "",
        items=_items(node),
    )


def _items(node: ast.ClassDef) -> str:
    match node.bases:
        case [ast.Subscript(ast.Name("StreamRequest"), ast.Tuple([_, item]))]:
            return ast.unparse(item)
        case _:
            return ""


def _asks_for_body(node: ast.AST) -> bool:
    match node:
        case ast.If(ast.Name("body")):
            return True
        case _:
            return False


def _is_repeated(operation: Operation) -> bool:
    """Whether it is sent again where it fails, if nobody says otherwise."""
    headers = {
        one.wire[1].lower() for one in operation.arguments if one.wire[0] == "header"
    }
    return operation.key[0] in IDEMPOTENT or bool(headers & IDEMPOTENCY_KEYS)


def _written(build: ast.FunctionDef) -> Iterator[tuple[str, str]]:
    """What writes bodies, each with the media type that it is for, if it says one."""
    for node in ast.walk(build):
        match node:
            case ast.Assign([ast.Name("encoded")], ast.Call(ast.Name(function))):
                yield function, ""
            case ast.Assign([ast.Tuple()], ast.Call(ast.Name(function), arguments)):
                said = value_of(arguments[-1])
                yield function, said if isinstance(said, str) else "multipart/form-data"
            case ast.Assign([ast.Subscript(slice=ast.Constant("Content-Type"))], value):
                yield "", value_of(value) or ""
            case _:
                pass


def styles_of(tree: ast.Module) -> dict[tuple[str, str], str]:
    """How fields are written that are not as most, by their places on the wire."""
    found: dict[tuple[str, str], str] = {}
    for constant, value in assigned(tree.body).items():
        place = _PLACES.get(constant.removesuffix("_STYLES"), "body")
        if constant.endswith(("_STYLES", "_PARTS")) and isinstance(value, ast.Dict):
            for key, style in zip(value.keys, value.values, strict=True):
                wire = place, str(value_of(key))
                found[wire] = found.get(wire, "") + ast.unparse(style)
    return found


def with_places_of(new: Operation, old: Operation) -> Operation:
    """`old`, with the names that parts of the same path have in `new`: they are but
    the description's own.
    """
    names = [re.findall(r"{([^{}]+)}", one.key[-1]) for one in (old, new) if one.key]
    same = {re.sub(r"{[^{}]+}", "{}", one.key[-1]) for one in (old, new) if one.key}
    if len(names) < 2 or len(same) > 1:
        return old
    told = {was: now for was, now in zip(*names, strict=True) if was != now}
    if told.keys() & {*names[1]} or {*told.values()} & {*names[0]}:
        return old  # they have changed places
    wires = {("path", was): ("path", now) for was, now in told.items()}
    arguments = (replace(o, wire=wires.get(o.wire, o.wire)) for o in old.arguments)
    path = re.sub(r"(?<={)[^{}]+(?=})", lambda m: told.get(m[0], m[0]), old.key[-1])
    return replace(old, key=(*old.key[:-1], path), arguments=tuple(arguments))


def compare_exchanges(
    findings: Findings,
    operations: tuple[Operation, Operation],
    new: Surface,
    at: At,
) -> None:
    """Find what is different for the server, or because of it."""
    what = f"client.{operations[1].name}"
    before, after = (one.exchange for one in operations)

    def add(kind: str, was: str, now: str) -> None:
        findings.add(kind, what, at, was=was, now=now)

    other = before.server != after.server
    was, now = (_target(one, with_server=other) for one in operations)
    if was != now:
        add("operation-moved", was, now)
    if _is_repeated(operations[0]) and not _is_repeated(operations[1]):
        add("not-repeated", "", "")
    if before.media != after.media and before.media and after.media:
        add("media-changed", ", ".join(before.media), ", ".join(after.media))
    given = [a for one in operations for a in one.arguments if a.wire[0] == "body"]
    if before.can_lack != after.can_lack and all(one.default for one in given):
        said = ("none" if one.can_lack else "an empty one" for one in (before, after))
        add("nothing-sent", *said)
    if before.accept != after.accept:
        add("accept-changed", before.accept or "nothing", after.accept or "nothing")
    if before.statuses != after.statuses:
        add("status-changed", *(", ".join(one.statuses) for one in (before, after)))
    if before.pages and after.pages and before.pages != after.pages:
        (was, by), (now, by_now) = _pages(before.pages), _pages(after.pages)
        if was != now:
            left = _leads(new, operations[1].returns, was)
            add("items-changed" if left else "items-moved", was, now)
        if by != by_now:
            add("pages-changed", by, by_now)


def _target(one: Operation, *, with_server: bool) -> str:
    *method, path = one.key or ("",)
    server = one.exchange.server if with_server else ""
    return " ".join((*method, f"{server}{path}"))


_PAGES = {
    "ByCursor": "{next} of a page, as {parameter}",
    "ByPage": "{parameter}, which counts pages from {start}",
    "ByOffset": "{parameter}, which counts items from {start}",
    "ByUri": "{next} of a page, which is a URI",
    "ByLink": "the header Link",
}
_ARGUMENTS = {"ByCursor": ("parameter", "next"), "ByUri": ("next",), "ByLink": ()}


def _pages(source: str) -> tuple[str, str]:
    """Where the items of a page are, and what the next one is found by."""
    match ast.parse(source, mode="eval").body:
        case ast.Call(ast.Name(kind), arguments, keywords) if kind in _PAGES:
            names = (*_ARGUMENTS.get(kind, ("parameter",)), "items", "start")
            said = {"start": str(int(kind == "ByPage")), "items": ""}
            said |= zip(names, map(_shown, arguments), strict=False)
            said |= {one.arg or "": _shown(one.value) for one in keywords}
            items = said["items"] or "the page itself"
            return items, _PAGES[kind].format_map(said)
        case _:
            return "", source


def _shown(node: ast.expr) -> str:
    return str(value_of(node))


def _leads(surface: Surface, returns: str, path: str) -> bool:
    """Whether a dotted path still leads from a page to something."""
    _, _, annotation = returns.partition("[")
    page = annotation.rpartition(", ")[2]
    for name in path.split("."):
        field = next(_fields(surface, page, name), None)
        if field is None:
            return False
        page = field.annotation
    return True


def _fields(surface: Surface, annotation: str, name: str) -> Iterator[Argument]:
    models: list[Model] = [
        surface.models[one]
        for one in re.findall(r"\w+", annotation)
        if one in surface.models
    ]
    yield from (one for model in models for one in model.fields if one.name == name)
