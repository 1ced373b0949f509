"""Shapes -> the source of how values of some types are written."""

from __future__ import annotations

from collections.abc import Iterator

from ..meaning.shapes import Array, Mapping, Scalar, Shape, Union
from .decoding import Source
from .formats import Formats
from .plan import Import

__all__ = ["texts"]


def texts(shape: Shape, formats: Formats) -> Source:
    """The types that `plain` does not write as `shape` wants them, and what does.

    They are told of each field, as two formats can share a type. Records tell their
    own.
    """
    names = dict.fromkeys(_formats_in(shape))
    rows = {formats[name]: None for name in names if name in formats}
    pairs: list[str] = []
    imports: set[Import] = set()
    for row in rows:
        if row.writer is None and row.reader is not None:
            continue
        if row.type is None and "binary" in names:
            continue  # whether it is base64 depends on where it goes
        pairs.append(f"({row.name}, {row.writer.name if row.writer else 'str'})")
        imports |= {one for one in (row.type, row.writer) if one is not None}
    if len(pairs) == 1:
        pairs.append("")
    text = f"({', '.join(pairs).rstrip()})" if pairs else ""
    return Source(text, frozenset(imports))


def _formats_in(shape: Shape) -> Iterator[str]:
    match shape:
        case Scalar(type="string", format=str(name)):
            yield name
        case Array(items=inner) | Mapping(values=inner):
            yield from _formats_in(inner)
        case Union(members=members):
            for member in members:
                yield from _formats_in(member)
        case _:
            pass
