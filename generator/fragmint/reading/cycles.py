"""Schemas that could never come to an end of judging one value."""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from fragmint.reading.pointers import JSON, Location
from fragmint.reading.scopes import Hoisted


class Edge(NamedTuple):
    """A reference, by which one schema judges a value as another one does.

    Args:
        target: The other schema.
        at: Where the reference stands.
        holder: The object that it stands in.
        is_choice: Whether the other schema is but one of several.
    """

    target: Hoisted
    at: Location
    holder: dict[str, JSON]
    is_choice: bool = False


def cycles(graph: Mapping[Hoisted, Sequence[Edge]]) -> Iterator[Edge]:
    """The references that lead back to the schema they are part of.

    JSON Schema 2020-12 (Core §9.4.1) forbids them, as long as there is no step into
    the value on the way, such as `properties` or `items`.

    Args:
        graph: The references of each schema that judge the schema's own value.

    Returns:
        As many references as it takes to have no cycles without them. The search
        begins at the schemas that are a choice, so that it rather finds fault with
        the choices that refer back.
    """
    done: set[Hoisted] = set()
    for start in sorted(graph, key=lambda at: (not _is_choice(graph[at]), str(at))):
        path: list[tuple[Hoisted, Iterator[Edge]]] = []
        active: set[Hoisted] = set()
        if start not in done:
            path.append((start, iter(graph[start])))
            active.add(start)
        while path:
            here, edges = path[-1]
            edge = next(edges, None)
            if edge is None:
                path.pop()
                active.discard(here)
                done.add(here)
            elif edge.target in active:
                yield edge
            elif edge.target not in done:
                active.add(edge.target)
                path.append((edge.target, iter(graph.get(edge.target, ()))))


def _is_choice(edges: Sequence[Edge]) -> bool:
    return any(edge.is_choice for edge in edges)
