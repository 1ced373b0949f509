"""A batch of comparisons, which is the same for the same seed and number."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from random import Random
from typing import Any

from hypothesis import HealthCheck, Phase, given, seed, settings
from hypothesis import strategies as st

from .instances import instances
from .judging import REFUSED, Judge, Verdict, ours, peer, third
from .known import explained
from .schemas import WRAPPERS, bodies, pointed
from .shrinking import shrunk

__all__ = ["Disagreement", "Tally", "batch", "compared"]

_ROUND = 60
"""How many examples hypothesis makes at once: it begins with simple ones."""
_INSTANCES = 40
_SHRUNK = 5
"""How many unexplained disagreements of one batch are told."""


@dataclass(frozen=True)
class Disagreement:
    """A schema and an instance, shrunk, with the verdicts of all."""

    schema: Any
    instance: Any
    ours: Verdict
    peer: Verdict
    third: Verdict
    first: tuple[Any, Any]

    def __str__(self) -> str:
        lines = [
            f"schema    {json.dumps(self.schema)}",
            f"instance  {json.dumps(self.instance)}",
            f"ours      {self.ours}",
            f"peer      {self.peer}",
            f"third     {self.third}",
        ]
        if (self.schema, self.instance) != self.first:
            schema, instance = map(json.dumps, self.first)
            lines += [f"made as   {schema}", f"of        {instance}"]
        return "\n".join(lines)


@dataclass
class Tally:
    """What a batch came to.

    Attributes:
        comparisons: Pairs of verdicts, each of another schema or instance.
        verdicts: Of the peer.
        explained: Disagreements that are of the peer's making, by their names.
        disagreements: All others.
        untold: More disagreements, of the same schemas or beyond those looked at.
    """

    comparisons: int = 0
    schemas: int = 0
    verdicts: Counter[str] = field(default_factory=Counter[str])
    explained: Counter[str] = field(default_factory=Counter[str])
    disagreements: list[Disagreement] = field(default_factory=list[Disagreement])
    untold: int = 0

    def add(self, other: Tally) -> None:
        """Count what `other` has, too."""
        self.comparisons += other.comparisons
        self.schemas += other.schemas
        self.verdicts += other.verdicts
        self.explained += other.explained
        self.disagreements += other.disagreements
        self.untold += other.untold


def batch(base: int, number: int, wanted: int) -> Tally:
    """Make `wanted` comparisons.

    Args:
        base: The seed of all batches.
        number: Which of them this is.
        wanted: How many comparisons.
    """
    tally = Tally()
    seen: set[str] = set()
    rounds = 0
    while tally.comparisons < wanted:
        for schema, some in _made(f"{base} {number} {rounds}"):
            written = json.dumps(schema)
            if written not in seen:
                seen.add(written)
                compared(schema, some[: wanted - tally.comparisons], tally)
            if tally.comparisons == wanted:
                break
        rounds += 1
    return tally


def compared(schema: Any, some: list[Any], tally: Tally) -> None:
    """Compare the verdicts on `some` instances of `schema`."""
    we, they = ours(schema), peer(schema)
    tally.schemas += 1
    for one in some:
        our, their = we(one), they(one)
        tally.comparisons += 1
        name = "none"
        if isinstance(their, bool):
            name = "valid" if their else "invalid"
        tally.verdicts[name] += 1
        if our is not their:
            _judge(schema, one, our, their, tally)
        if str(their).startswith(REFUSED):
            return  # it will say no more of the others


def _made(key: str) -> Iterator[tuple[Any, list[Any]]]:
    """Schemas, each with instances of it."""
    made: list[tuple[Any, list[Any]]] = []

    @seed(key)
    @settings(
        max_examples=_ROUND,
        database=None,
        deadline=None,
        phases=[Phase.generate],
        suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
    )
    @given(bodies(), st.integers(0, 2**64))
    def example(case: tuple[dict[str, Any], Any, str], number: int) -> None:
        root, body, wrapper = case
        random = Random(number)
        for one in (body, WRAPPERS[wrapper](body)):
            schema = pointed(root | one) if isinstance(one, dict) else one
            made.append((schema, instances(schema, random, _INSTANCES)))

    example()
    yield from made


def _judge(
    schema: Any, instance: Any, our: Verdict, their: Verdict, tally: Tally
) -> None:
    told = tally.disagreements
    if len(told) >= _SHRUNK or any(one.first[0] == schema for one in told):
        tally.untold += 1
        return

    def is_alike(one: Any, value: Any) -> bool:
        return _alike(our, ours(one), value) and _alike(their, peer(one), value)

    small = shrunk(schema, instance, is_alike)
    name = explained(*small)
    if name is not None:
        tally.explained[name] += 1
        return
    found = Disagreement(
        schema=small[0],
        instance=small[1],
        ours=ours(small[0])(small[1]),
        peer=peer(small[0])(small[1]),
        third=third(small[0])(small[1]),
        first=(schema, instance),
    )
    told.append(found)


def _alike(wanted: Verdict, judge: Judge, instance: Any) -> bool:
    """Whether `judge` says as much of `instance`: the verdict, or the kind of error."""
    found = judge(instance)
    if isinstance(wanted, bool) or isinstance(found, bool):
        return found is wanted
    return _kind(found) == _kind(wanted)


def _kind(error: str) -> str:
    """What an error says, without what differs from one schema to another."""
    first, *_ = error.splitlines()
    return re.sub(r"\d+|'.*'|\".*\"", "…", first)
