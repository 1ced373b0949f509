"""What branches of unions have told of the values of the tags that tell them apart."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from .annotations import literals
from .changes import Findings
from .formulas import Leaf
from .owners import Owner
from .validators import Path

__all__ = ["told_of_tags"]

_TOLD = frozenset({"value-added", "value-removed", "type-changed"})


def told_of_tags(
    findings: Findings, owners: tuple[Iterable[Owner], Iterable[Owner]], path: Path
) -> Iterator[Leaf]:
    """That a tag at `path` has none of the values of which a branch has told that they
    come or go: that is all there is to say of them to who gives the union.
    """
    old, new = ({*_values(findings, side, path)} for side in owners)
    for wire, value in sorted(old ^ new):
        for subject in ("fields", "value", "item"):
            tag = f"{subject}.get({wire!r})"
            yield Leaf(tag, "in", frozenset({value}), holds=False)


def _values(
    findings: Findings, owners: Iterable[Owner], path: Path
) -> Iterator[tuple[str, str]]:
    """The values of such tags, each with the name of its field on the wire."""
    for owner in owners:
        for model in owner.models_in(path):
            for field in model.fields:
                if findings.told(field.at) & _TOLD:
                    for value in literals(field.annotation):
                        yield field.wire[1], value
