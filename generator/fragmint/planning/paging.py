"""How answers go on: in further ones, or item by item. A part of the plan."""

from __future__ import annotations

from dataclasses import dataclass

from .imports import Import

__all__ = ["Pages", "Stream"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Pages:
    """How the answers of an operation go on in further ones: `source`, of a `scheme`.

    `item` is the type of what the pages have, as source that needs `imports`.
    """

    source: str
    scheme: Import
    item: str
    imports: tuple[Import, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Stream:
    """What comes item by item: by media type, the source of what reads an item, and the
    type of one.

    `done` is what the last one says, if that is no item. `only`: nothing comes whole.
    """

    decoders: tuple[tuple[str, str], ...]
    item: str
    done: str | None
    only: bool
