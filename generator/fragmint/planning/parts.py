"""Styles and parts: the source of how a value is written, where that is not usual."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TypeAlias

from ..meaning.api import Encoding
from . import names
from .literals import literal
from .plan import Import

__all__ = ["Parts", "imports_of", "parts_of", "style_source", "tables_of"]

Parts: TypeAlias = tuple[tuple[str, str], ...]
"""Fields of a form by wire name, and the source of a `Part` for each."""

_RUNTIME = {
    "Part(": Import(".._support.styles", "Part"),
    "Style(": Import(".._support.styles", "Style"),
}


def parts_of(
    encodings: tuple[Encoding, ...],
) -> tuple[Parts, frozenset[Import]]:
    """The fields of a form that are written another way than is usual, and imports."""
    found = tuple(
        (one.name, source) for one in encodings if (source := _part(one)) is not None
    )
    return found, imports_of(source for _, source in found)


def tables_of(forms: Mapping[str, Parts]) -> dict[Parts, str]:
    """A constant for the parts of each form, by its media type; equal ones share it."""
    by_parts = {parts: media_type for media_type, parts in forms.items() if parts}
    if len(by_parts) == 1:
        return dict.fromkeys(by_parts, "_PARTS")
    wanted = {name: names.constant_candidates(name) for name in by_parts.values()}
    found = names.resolve(wanted).names
    return {parts: f"_{found[name]}_PARTS" for parts, name in by_parts.items()}


def imports_of(sources: Iterable[str]) -> frozenset[Import]:
    """What the source of styles and parts needs."""
    text = " ".join(sources)
    return frozenset(made for call, made in _RUNTIME.items() if call in text)


def _part(one: Encoding) -> str | None:
    arguments = []
    if one.content_type is not None:
        first = one.content_type.partition(",")[0].strip()
        arguments.append(f"content_type={literal(first)}")
    if (one.style or "form", one.explode, one.allow_reserved) != ("form", True, False):
        style = style_source(one.style or "form", one.explode, one.allow_reserved)
        arguments.append(f"style={style}")
    return f"Part({', '.join(arguments)})" if arguments else None


def style_source(
    style: str,
    explode: bool,
    reserved: bool,
    media_type: str | None = None,
    encodings: tuple[Encoding, ...] = (),
) -> str:
    """The source of a `Style`."""
    arguments = [literal(style), f"explode={explode}"]
    if reserved:
        arguments.append("reserved=True")
    if media_type is not None:
        arguments.append(f"media_type={literal(media_type)}")
    parts, _ = parts_of(encodings)
    if parts:
        rows = ", ".join(f"{literal(name)}: {source}" for name, source in parts)
        arguments.append(f"parts={{{rows}}}")
    return f"Style({', '.join(arguments)})"
