"""How the answers of an operation go on in further ones: a part of the plan."""

from __future__ import annotations

from dataclasses import dataclass

from .imports import Import

__all__ = ["Pages"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Pages:
    """How the answers of an operation go on in further ones: `source`, of a `scheme`.

    `item` is the type of what the pages have, as source that needs `imports`.
    """

    source: str
    scheme: Import
    item: str
    imports: tuple[Import, ...]
