"""Which imports have to wait until they are needed."""

from __future__ import annotations

from collections.abc import Collection, Mapping

__all__ = ["waiting"]

DEEPEST = 40
"""How many modules may import one another in a row: each takes some of the stack."""


def waiting(graph: Mapping[str, Collection[str]]) -> frozenset[tuple[str, str]]:
    """The imports that cannot stand at the head of their modules.

    Those are the imports within a circle, and of a row of imports that is too long,
    one now and then.

    Args:
        graph: The modules that each module imports.
    """
    circle = circles(graph)
    members: dict[int, list[str]] = {}
    for module, number in circle.items():
        members.setdefault(number, []).append(module)
    depths: dict[int, int] = {}
    for number in sorted(members):  # what is imported has the smaller number
        below = {circle[t] for m in members[number] for t in graph[m]} - {number}
        depths[number] = 1 + max((depths[one] for one in below), default=-1)
    return frozenset(
        (module, target)
        for module, targets in graph.items()
        for target in targets
        if circle[module] == circle[target]
        or depths[circle[module]] // DEEPEST != depths[circle[target]] // DEEPEST
    )


def circles(graph: Mapping[str, Collection[str]]) -> dict[str, int]:
    """The number of the circle that each node is in; two nodes of one have the same.

    Tarjan's algorithm for strongly connected components, without recursion. A node that
    is in no circle has a number of its own.
    """
    order: dict[str, int] = {}
    low: dict[str, int] = {}
    stack: list[str] = []
    waiting: set[str] = set()
    found: dict[str, int] = {}
    for root in sorted(graph):
        if root in order:
            continue
        work = [(root, iter(sorted(graph[root])))]
        order[root] = low[root] = len(order)
        stack.append(root)
        waiting.add(root)
        while work:
            node, successors = work[-1]
            for successor in successors:
                if successor not in order:
                    order[successor] = low[successor] = len(order)
                    stack.append(successor)
                    waiting.add(successor)
                    work.append((successor, iter(sorted(graph.get(successor, ())))))
                    break
                if successor in waiting:
                    low[node] = min(low[node], order[successor])
            else:
                work.pop()
                if work:
                    parent = work[-1][0]
                    low[parent] = min(low[parent], low[node])
                if low[node] == order[node]:
                    number = len(found)
                    while True:
                        member = stack.pop()
                        waiting.discard(member)
                        found[member] = number
                        if member == node:
                            break
    return found
