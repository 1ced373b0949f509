"""Pointers -> candidates for the names of what has none of its own.

An inline schema is called after the place that it stands at, so that its name depends
on nothing but that.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from ..meaning.api import Api, Operation, Payload
from ..reading import Pointer
from . import names
from .names import Candidates

__all__ = ["Whereabouts", "operation_class", "place_of"]

_NAMED = frozenset({"properties", "$defs", "definitions", "dependentSchemas"})
_ITEMS = frozenset({"items", "additionalProperties", "contains", "unevaluatedItems"})
# What a member is called of which there is nothing to say.
_BRANCHES = {
    **dict.fromkeys(("allOf", "anyOf", "oneOf"), "option"),
    "prefixItems": "item",
}


class Whereabouts:
    """Knows the operations and the document, to tell what stands where."""

    def __init__(self, api: Api, document: dict[str, Any]) -> None:
        self._document = document
        self._operations: dict[Pointer, Operation] = {
            operation.pointer: operation for operation in api.operations
        }

    def schema(self, pointer: Pointer) -> Candidates:
        """Names of classes for the schema at `pointer`."""
        if pointer[:2] == ("components", "schemas"):
            owner = names.schema_candidates(str(pointer[2]))
            return self._below(owner, pointer[:3], pointer[3:])
        for length in (3, 4):
            if (operation := self._operations.get(pointer[:length])) is not None:
                return self._of_operation(operation, pointer[length:])
        if pointer[:1] == ("webhooks",):
            owner = names.inline_candidates(str(pointer[1]), "payload")
            start = pointer.index("content") + 3 if "content" in pointer else 3
            return self._below(owner, pointer[:start], pointer[start:])
        if pointer[:1] == ("paths",) and "parameters" in pointer:
            return self._of_parameter(names.inline_candidates(str(pointer[1])), pointer)
        return self._below(("Value",), (), pointer)

    def payload(self, payload: Payload) -> Candidates:
        """Names of classes for what a webhook or callback brings."""
        steps, told = payload.pointer, [payload.method, payload.content.name]
        if "callbacks" in steps:
            told.append(str(steps[steps.index("callbacks") + 2]))  # the URL called
        levels = [names.inline_candidates(payload.name)]
        levels += [names.inline_candidates(payload.name, one) for one in told]
        return tuple(one for level in levels for one in level)

    def members(self, pointers: Iterable[Pointer]) -> dict[str, str]:
        """What the members of lists that `pointers` lead through say of themselves."""
        within = {
            pointer[: index + 1]
            for pointer in pointers
            for index, step in enumerate(pointer)
            if isinstance(step, int)
        }
        return {place_of(pointer): self._said(pointer) for pointer in within}

    def _said(self, pointer: Pointer) -> str:
        value = self._value(pointer)
        if not isinstance(value, dict):
            return ""
        if "in" in value and "name" in value:
            return f"{value['in']} {value['name']}"
        title, marks = self._marks(pointer)
        required = (one for one in value.get("required", ()) if isinstance(one, str))
        types = {
            f"{name}:{one['type']}"
            for name, one in value.get("properties", {}).items()
            if isinstance(one, dict) and isinstance(one.get("type"), str)
        }
        told = sorted({*marks, *required, *types})
        return " ".join([title or value.get("$ref", ""), *told])

    def _of_operation(self, operation: Operation, rest: Pointer) -> Candidates:
        owner = operation_class(operation)[0]
        head = operation.pointer
        match rest:
            case ("requestBody", "content", media_type, _, *steps):
                candidates = names.body_candidates(owner, str(media_type))
                if not steps:
                    return candidates
                base = (*head, *rest[:4])
                return self._below((owner, *candidates), base, tuple(steps))
            case ("responses", status, "content", media_type, _, *steps):
                candidates = names.response_candidates(
                    owner, str(status), str(media_type)
                )
                return self._below(candidates, (*head, *rest[:5]), tuple(steps))
            case ("parameters", *_):
                return self._of_parameter((owner,), (*head, *rest))
            case ("callbacks", name, *steps) if "content" in steps:
                start = steps.index("content") + 3
                candidates = (
                    *names.inline_candidates(owner, str(name), "payload"),
                    *names.inline_candidates(
                        owner, str(name), str(steps[0]), "payload"
                    ),
                )
                base = (*head, *rest[: start + 2])
                return self._below(candidates, base, tuple(steps[start:]))
            case _:
                return self._below((owner,), head, rest)

    def _of_parameter(self, owner: Candidates, pointer: Pointer) -> Candidates:
        at = len(pointer) - pointer[::-1].index("parameters") + 1
        name = str(self._value(pointer[:at])["name"])
        start = at + (3 if pointer[at : at + 1] == ("content",) else 1)
        candidates = tuple(
            one for base in owner for one in names.inline_candidates(base, name)
        )
        return self._below(candidates, pointer[:start], pointer[start:])

    def _below(self, owner: Candidates, base: Pointer, steps: Pointer) -> Candidates:
        """Candidates for what stands `steps` below a schema called `owner`."""
        parts = list(self._parts(base, steps))
        if not parts:
            return owner
        if steps[-2:-1] and steps[-2] in _BRANCHES:
            *before, _ = parts
            title, marks = self._marks((*base, *steps))
            within = owner
            if before:
                within = tuple(
                    names.inline_candidates(base_, *before)[0] for base_ in owner
                )
            return tuple(
                one
                for base_ in within
                for one in names.member_candidates(
                    base_, title, marks, _BRANCHES[str(steps[-2])]
                )
            )
        found = [names.inline_candidates(base_, *parts) for base_ in owner]
        # The shorter ones of all owners first, then the longer ones.
        return tuple(dict.fromkeys(one for level in found for one in level))

    def _parts(self, base: Pointer, steps: Pointer) -> Iterator[str]:
        at = 0
        while at < len(steps):
            step = steps[at]
            if step in _NAMED and at + 1 < len(steps):
                yield str(steps[at + 1])
                at += 2
            elif step in _BRANCHES and at + 1 < len(steps):
                title, marks = self._marks((*base, *steps[: at + 2]))
                yield title or next(iter(marks), _BRANCHES[str(step)])
                at += 2
            elif step == "patternProperties":
                yield names.ITEM
                at += 2
            else:
                if step in _ITEMS:
                    yield names.ITEM
                at += 1

    def _marks(self, pointer: Pointer) -> tuple[str | None, tuple[str, ...]]:
        """The title of a nameless schema, and what tells it from its neighbours.

        They are sorted: the order of the document is nothing to names.
        """
        value = self._value(pointer)
        if not isinstance(value, dict):
            return None, ()
        properties = value.get("properties", {})
        fixed: list[str] = []
        for _, one in sorted(properties.items()):
            if isinstance(one, dict):
                values = [one["const"]] if "const" in one else one.get("enum", [])
                fixed += [v for v in values if len(values) == 1 and isinstance(v, str)]
        required = sorted(set(value.get("required", ())) & properties.keys())
        rest = sorted(properties.keys() - set(required))
        title = value.get("title")
        return title, tuple(fixed or [*required, *rest])

    def _value(self, pointer: Pointer) -> Any:
        value: Any = self._document
        for step in pointer:
            value = value[step]
        return value


def operation_class(operation: Operation) -> Candidates:
    """Names of classes for an operation."""
    return names.operation_candidates(
        operation.id, operation.method, operation.path, operation.tag
    ).class_name


def place_of(pointer: Pointer) -> str:
    """`pointer` as the key of what stands there."""
    steps = (str(step).replace("~", "~0").replace("/", "~1") for step in pointer)
    return "#/" + "/".join(steps)
