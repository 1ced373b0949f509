"""Modules that hold one thing each, and no class: a part of the plan."""

from __future__ import annotations

from dataclasses import dataclass

from .imports import Import

__all__ = ["NamedType", "Payload"]


@dataclass(frozen=True, slots=True, kw_only=True)
class NamedType:
    """A type that has a name and no class, in a module of its own: `source` is it."""

    module: str
    name: str
    docs: str
    imports: tuple[Import, ...]
    source: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Payload:
    """What a webhook or callback brings, and the function that reads it.

    `returns` is the source of its type and `result` of what reads `body`, its bytes,
    which are JSON if `is_json`.
    """

    module: str
    function: str
    docs: str
    imports: tuple[Import, ...]
    type_imports: tuple[Import, ...]
    returns: str
    result: str
    is_json: bool
