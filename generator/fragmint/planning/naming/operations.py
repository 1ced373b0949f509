"""Names of operations: on their resource, and as classes."""

from __future__ import annotations

import re
from typing import NamedTuple

from .english import JOINTS, THINGS, VERBS, singular
from .paths import names_of_path, spelled_out
from .resolving import Candidates
from .scopes import Scope, free
from .spelling import Words, from_end, pascal, plain, snake_case, spelled, style, words

__all__ = ["OperationCandidates", "on_resource", "operation_candidates"]

# What classes of operations are called, in frameworks that make identifiers of them.
_HOSTS = frozenset("api apis controller handler resource resources service".split())
_BORDERS = re.compile(r"[./#:]+|__+")
# So many levels has a path; an identifier that was given stays through all of them.
_PATIENCE = 7


class OperationCandidates(NamedTuple):
    """Names for an operation: `method` on its resource, `class_name` in the package.

    Its module is called as its class, by `module_of`.
    """

    method: Candidates
    class_name: Candidates


def operation_candidates(
    operation_id: str | None, method: str, path: str, tag: str | None
) -> OperationCandidates:
    """The names that an operation may have.

    An operationId is taken as it is. Where a framework has put the path and the method
    behind it, what stands in front comes first; and where it says nothing else than
    path and method, or there is none, the name is what a person would say of these
    (`names_of_path`).

    Args:
        tag: The resource, whose words a method on it does not say again.
    """
    by_path = names_of_path(method, path)
    said = _as_given(operation_id or "", method, path)
    if said is None:
        levels = by_path
        if operation_id:
            levels += (words(operation_id),)
    else:
        whole = plain(operation_id or "")
        more = spelled(operation_id or "", separators=True)
        levels = (said, *([whole] * _PATIENCE), *by_path, more)
        levels += ((*more, style(operation_id or "")),)
    short = _short(said, operation_id, by_path, tag)
    classes = [*levels, from_end(levels[0])]
    return OperationCandidates(
        tuple(free(snake_case(one, "call"), Scope.METHOD) for one in (*short, *levels)),
        tuple(pascal(one, "operation") for one in classes),
    )


def _as_given(operation_id: str, method: str, path: str) -> Words | None:
    """What is worth saying of an operationId; None: nothing."""
    said = plain(operation_id)
    if not said:
        return None
    verb = words(method)
    route, noise = spelled_out(method, path)
    ending = (*route, *verb)
    if len(said) > len(ending) and said[-len(ending) :] == ending and route:
        front = said[: -len(ending)]
        return None if front == verb else front
    if said == ending or (noise and said == (*verb, *route)):
        return None
    if len(said) > 1 and said[:1] == verb and said[1] in VERBS - THINGS:
        return said[1:]
    return said


def _short(
    said: Words | None,
    operation_id: str | None,
    by_path: tuple[Words, ...],
    tag: str | None,
) -> tuple[Words, ...]:
    resource = words(tag or "")
    if said is None:
        return tuple(on_resource(one, resource) for one in by_path[:2])
    return (_within(operation_id or "", said, resource),)


def _within(operation_id: str, said: Words, resource: Words) -> Words:
    """`said` without its resource, also where that is one of several parts."""
    parts = [words(part) for part in _BORDERS.split(operation_id)]
    parts = [part for part in parts if part]
    if said == words(operation_id) and len(parts) > 1:
        hosts = [at for at, part in enumerate(parts[:-1]) if _same(part, resource)]
        if hosts:
            rest = tuple(word for part in parts[hosts[-1] + 1 :] for word in part)
            return on_resource(rest, resource)
    return on_resource(said, resource)


def on_resource(said: Words, resource: Words) -> Words:
    """`said` without the words of the resource, at its end or at its start.

    ``createParticipant`` of ``Participants`` is create, ``Pets_List`` of ``pets`` is
    list. Nothing is taken away that leaves no name.
    """
    size = len(resource)
    if not size or len(said) <= size:
        return said
    if _same(said[-size:], resource) and said[-size - 1] not in JOINTS:
        return said[:-size]
    if not _same(said[:size], resource):
        return said
    rest = said[size:]
    while rest[1:] and rest[0] in _HOSTS:
        rest = rest[1:]
    return rest if rest[0] in VERBS else said


def _same(one: Words, other: Words) -> bool:
    if not one or not other:
        return False
    return one[:-1] == other[:-1] and singular(one[-1]) == singular(other[-1])
