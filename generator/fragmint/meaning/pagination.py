"""Which operations are paginated: what is declared, held against what is described.

There is one syntax for `x-fragmint-pagination` of an operation and for a target's
`pagination`; what `x-ms-pageable` says is first said in it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Any, TypeAlias

from ..diagnostics import Place, Problem, did_you_mean
from ..reading import Pointer, is_meant
from .api import Api, Operation, Pagination, Parameter, Step
from .schemas import Reader
from .shapes import Array, Record, Scalar, Shape, Union, without_null
from .shapes import Mapping as Map

__all__ = ["PAGINATION", "Declared", "paginated"]

PAGINATION = "x-fragmint-pagination"
_PAGEABLE = "x-ms-pageable"
Declared: TypeAlias = tuple[str, tuple[tuple[str, Any], ...], Place]
"""The name of an operation, or a pattern; what is declared of it, and where."""

_NEEDED: Mapping[str, tuple[str, ...]] = {
    "cursor": ("parameter", "next"),
    "page": ("parameter",),
    "offset": ("parameter",),
    "uri": ("next",),
    "link": (),
    "none": (),
}
_POSSIBLE: Mapping[str, tuple[str, ...]] = {
    "cursor": ("items",),
    "page": ("items", "start"),
    "offset": ("items", "start"),
    "uri": ("items",),
    "link": ("items",),
    "none": (),
}


class _Unfit(Exception):
    """A declaration that does not fit; `key` is what of it is wrong, "" all of it."""

    def __init__(self, key: str, message: str, hint: str | None = None) -> None:
        super().__init__(message)
        self.key = key
        self.message = message
        self.hint = hint


def paginated(
    api: Api, reader: Reader, document: Any, declared: Iterable[Declared]
) -> Api:
    """`api`, in which operations are paginated as it is declared.

    What is declared of one operation by its name goes before what it says of itself,
    and that before a pattern, which holds where it fits.

    Args:
        api: All that is described.
        reader: Gets the problems.
        document: The description.
        declared: What the configuration says.
    """
    declared = tuple(declared)
    met: set[str] = set()
    unfit: dict[str, _Unfit] = {}
    fits: set[str] = set()

    def of(operation: Operation) -> Pagination | None:
        meant = [one for one in declared if is_meant(one[0], _names(operation))]
        met.update(name for name, _, _ in meant)
        for name, values, place in meant:
            if "*" not in name:
                try:
                    return _fitted(api, operation, dict(values))
                except _Unfit as why:
                    problem = Problem(_CODE, f"{name}: {why.message}", place, why.hint)
                    reader.problems.append(problem)
                    return None
        own = _value(document, operation.pointer)
        if PAGINATION in own:
            return _own(api, operation, own[PAGINATION], PAGINATION, reader)
        for name, values, _ in meant:
            try:
                found = _fitted(api, operation, dict(values))
            except _Unfit as why:
                why.message = f"{_names(operation)[0]}: {why.message}"
                unfit.setdefault(name, why)
            else:
                fits.add(name)
                return found
        if _PAGEABLE in own and operation.method == "GET":
            said = _of_pageable(own[_PAGEABLE])
            return _own(api, operation, said, _PAGEABLE, reader)
        return None

    operations = tuple(replace(one, pagination=of(one)) for one in api.operations)
    reader.problems += _unused(api, declared, met, fits, unfit)
    return replace(api, operations=operations)


_CODE = "bad-pagination"


def _value(document: Any, pointer: Pointer) -> Mapping[str, Any]:
    for step in pointer:
        document = document[step]
    found: Mapping[str, Any] = document
    return found


def _names(operation: Operation) -> tuple[str, ...]:
    name = f"{operation.method} {operation.path}"
    return (name,) if operation.id is None else (operation.id, name)


def _unused(
    api: Api,
    declared: Iterable[Declared],
    met: set[str],
    fits: set[str],
    unfit: Mapping[str, _Unfit],
) -> Iterator[Problem]:
    """What the configuration says in vain."""
    for name, _, place in declared:
        if name not in met:
            known = [one for operation in api.operations for one in _names(operation)]
            message, hint = f"there is no operation {name}", _meant(name, known)
            if "*" in name:
                message = f"no operation is called like {name}"
                word = name.replace("*", "")
                starts = {one[: len(word)]: one for one in reversed(known)}
                close = starts.get(did_you_mean(word, starts) or "")
                hint = f"the nearest name is {close}" if close else None
            yield Problem(_CODE, message, place, hint)
        elif name in unfit and name not in fits:
            why = unfit[name]
            message = f"{name} fits no operation; {why.message}"
            yield Problem(_CODE, message, place, why.hint)


def _own(
    api: Api, operation: Operation, values: Any, keyword: str, reader: Reader
) -> Pagination | None:
    """What an operation says of itself under `keyword`."""
    try:
        if not isinstance(values, Mapping):
            raise _Unfit("", f"{keyword} must be an object", "write {by: link}, say")
        return _fitted(api, operation, values)
    except _Unfit as why:
        at: Pointer = (*operation.pointer, keyword)
        foreign = keyword != PAGINATION
        if not foreign and isinstance(values, Mapping) and why.key in values:
            at = (*at, why.key)
        reader.problem(_CODE, why.message, at, why.hint, warning=foreign)
        return None


def _of_pageable(values: Any) -> Any:
    """What `x-ms-pageable` says in our terms; without a link there is one page."""
    if not isinstance(values, Mapping):
        return values
    link, items = values.get("nextLinkName"), values.get("itemName") or "value"
    if not isinstance(link, str) or not link:
        return {"by": "none"}
    return {"by": "uri", "next": _pointer(link), "items": _pointer(str(items))}


def _meant(word: str, known: Iterable[str]) -> str | None:
    close = did_you_mean(word, known)
    return f"did you mean {close}?" if close else None


def _pointer(name: str) -> str:
    return "/" + name.replace("~", "~0").replace("/", "~1")


# --- one declaration ------------------------------------------------------------------


def _fitted(
    api: Api, operation: Operation, values: Mapping[str, Any]
) -> Pagination | None:
    """What `values` mean for `operation`.

    Raises:
        _Unfit: They are no declaration, or not one of this operation's.
    """
    by = _checked(values)
    if by == "none":
        return None
    answer = _answer(api, operation)
    parameter = None
    if "parameter" in values:
        parameter = _parameter(operation, values["parameter"])
    items, item, next_ = _found(api, answer, values, parameter)
    start = values.get("start", 0 if by == "offset" else 1)
    if parameter is not None and by != "cursor":
        counted = without_null(api.shapes.of(parameter.schema))
        if not isinstance(counted, Scalar) or counted.type not in ("integer", "number"):
            message = f"the parameter {parameter.name} is no integer"
            raise _Unfit("parameter", message)
        default = parameter.schema.default
        if "start" not in values and isinstance(default, int):
            start = default
    return Pagination(
        by=by,
        parameter=parameter.name if parameter else None,
        next=next_,
        items=items,
        item=item,
        start=start,
    )


_Found: TypeAlias = tuple[tuple[Step, ...], Shape, tuple[Step, ...]]
"""Where the items of a page stand, what each is, and where it is said what is next."""


def _found(
    api: Api, answer: Shape, values: Mapping[str, Any], parameter: Parameter | None
) -> _Found:
    """What is declared, found in `answer`; if that is a union, in a member of it.

    Another member that is a list is a page, too: the items themselves.
    """
    if isinstance(answer, Union):
        found, unfit, item = None, None, []
        for member in map(without_null, answer.members):
            try:
                found = found or _found(api, member, values, parameter)
            except _Unfit as why:
                unfit = why if unfit is None or isinstance(member, Record) else unfit
            if isinstance(member, Array):
                item.append(member.items)
        if found is None:
            raise unfit or _Unfit("by", "the answer is nothing")
        kinds = dict.fromkeys((found[1], *item))
        shape = Union(tuple(kinds)) if len(kinds) > 1 else found[1]
        return found[0], shape, found[2]
    items = _items(api, answer, values.get("items"))
    listed = without_null(_shape(api, answer, items))
    assert isinstance(listed, Array)
    next_: tuple[Step, ...] = ()
    if "next" in values:
        next_ = _steps(api, answer, "next", values["next"])
        _check_next(api, _shape(api, answer, next_), values["next"], parameter)
    return items, listed.items, next_


def _checked(values: Mapping[str, Any]) -> str:
    """The kind of pagination, if `values` have what it needs and nothing else."""
    by = values.get("by")
    if not isinstance(by, str) or by not in _NEEDED:
        kinds = ", ".join(_NEEDED)
        if by is None:
            message = "the declaration does not say by what"
            raise _Unfit("", message, f"add by: one of {kinds}")
        hint = _meant(str(by), _NEEDED) or f"write one of {kinds}"
        raise _Unfit("by", f"there is no pagination by {by}", hint)
    known = ("by", *_NEEDED[by], *_POSSIBLE[by])
    for key, value in values.items():
        if key not in known:
            raise _Unfit(key, f"pagination by {by} has no {key}", _meant(key, known))
        wanted = int if key == "start" else str
        if not isinstance(value, wanted) or isinstance(value, bool):
            kind = "an integer" if wanted is int else "a string"
            raise _Unfit(key, f"{key} must be {kind}")
    for key in _NEEDED[by]:
        if key not in values:
            raise _Unfit("by", f"pagination by {by} needs {key}", _HINTS[key])
    return by


_HINTS = {
    "parameter": "the name of the query parameter that asks for the next page",
    "next": "a JSON pointer into the answer, such as /next_page",
}


_JSON = re.compile(r"(.*[/+.-])?json")


def _answer(api: Api, operation: Operation) -> Shape:
    """What the operation answers, in JSON."""
    responses = operation.responses
    successes = [one for one in responses if one.status[:1] == "2"]
    successes = successes or [one for one in responses if one.status == "default"]
    for response in sorted(successes, key=lambda one: "X" in one.status):
        for content in response.content:
            kind = content.name.partition(";")[0].strip().lower()
            if _JSON.fullmatch(kind) and content.schema and not content.sequential:
                return without_null(api.shapes.of(content.schema))
    raise _Unfit("by", "the operation answers nothing that is described in JSON")


def _fields(api: Api, shape: Shape) -> dict[str, Shape]:
    """The fields of `shape`, where it is a record that comes in."""
    if not isinstance(shape, Record):
        return {}
    return {
        one.name: api.shapes.property_shape(one)
        for one in api.shapes.properties(shape)
        if not one.write_only
    }


def _steps(api: Api, answer: Shape, key: str, pointer: str) -> tuple[Step, ...]:
    """The fields that a JSON pointer (RFC 6901) into the answer leads through."""
    if pointer and not pointer.startswith("/"):
        message = f"{key} is no JSON pointer: {pointer}"
        raise _Unfit(key, message, f"write {_pointer(pointer)}")
    steps: list[Step] = []
    shape = answer
    for token in pointer.split("/")[1:]:
        name = token.replace("~1", "/").replace("~0", "~")
        shape = without_null(shape)
        if isinstance(shape, Union):
            where = steps[-1].name
            raise _Unfit(key, f"{key} leads through {where}, which is a union")
        fields = _fields(api, shape)
        if name not in fields or not isinstance(shape, Record):
            message = f"{key} leads to nothing: no {name} is described there"
            raise _Unfit(key, message, _meant(name, fields))
        steps.append(Step(record=shape, name=name))
        shape = fields[name]
    return tuple(steps)


def _shape(api: Api, answer: Shape, steps: tuple[Step, ...]) -> Shape:
    shape = answer
    for one in steps:
        shape = _fields(api, one.record)[one.name]
    return shape


def _items(api: Api, answer: Shape, pointer: str | None) -> tuple[Step, ...]:
    """Where the items stand: there is but one list, if nothing is said."""
    if pointer is not None:
        steps = _steps(api, answer, "items", pointer)
        if not isinstance(without_null(_shape(api, answer, steps)), Array):
            raise _Unfit("items", f"items is no array: {pointer or 'the whole answer'}")
        return steps
    if isinstance(answer, Array):
        return ()
    fields = _fields(api, answer)
    lists = [n for n, one in fields.items() if isinstance(without_null(one), Array)]
    if len(lists) == 1 and isinstance(answer, Record):
        return (Step(record=answer, name=lists[0]),)
    if not lists:
        raise _Unfit("by", "the answer is no list, and no field of it is one")
    message = f"which list has the items? there are {', '.join(lists)}"
    raise _Unfit("by", message, f"add items: {_pointer(lists[0])}, say")


def _parameter(operation: Operation, name: str) -> Parameter:
    query = {one.name: one for one in operation.parameters if one.location == "query"}
    if name not in query:
        message = f"there is no query parameter {name}"
        raise _Unfit("parameter", message, _meant(name, query))
    return query[name]


def _check_next(
    api: Api, shape: Shape, pointer: str, parameter: Parameter | None
) -> None:
    """See that what is next can be what it is to be: a parameter, or a URI."""
    shape = without_null(shape)
    if isinstance(shape, Array | Map | Record):
        raise _Unfit("next", f"next is no text and no number: {pointer}")
    if not isinstance(shape, Scalar):
        return
    if parameter is None:
        if shape.type != "string":
            raise _Unfit("next", f"next is no URI, as it is no string: {pointer}")
    else:
        wanted = without_null(api.shapes.of(parameter.schema))
        wide = {shape.type, "number"} if shape.type == "integer" else {shape.type}
        if isinstance(wanted, Scalar) and wanted.type not in wide:
            message = f"next is of the type {shape.type}, and {parameter.name} is not"
            raise _Unfit("next", message)
