"""Schemas of the bundle -> `Schema`: their rules, by the keyword table."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from ..diagnostics import Problem
from ..reading import JSON, Description, Pointer
from .keywords import KEYWORDS
from .rules import Discriminator, Never, Rule, Schema, Type

__all__ = ["Reader"]

SEVERITY = "x-fragmint-severity"
_PREFIX = "#/components/schemas/"


class Reader:
    """Reads schemas of one description and collects what it cannot understand."""

    def __init__(self, description: Description) -> None:
        self.description = description
        self.problems: list[Problem] = []
        self._around: list[Mapping[str, Any]] = []

    def problem(
        self,
        code: str,
        message: str,
        pointer: Pointer,
        hint: str | None = None,
        *,
        warning: bool = False,
    ) -> None:
        """Note a problem at `pointer`."""
        place = self.description.place(pointer, key=True)
        found = Problem(code, message, place, hint)
        self.problems.append(replace(found, severity="warning") if warning else found)

    def extensions(
        self, pointer: Pointer, value: Mapping[str, Any], known: str
    ) -> None:
        """Note extension keywords of fragmint's that have no meaning here."""
        for keyword in value:
            if keyword.startswith("x-fragmint-") and keyword != known:
                message = f"{keyword!r} means nothing here"
                hint = f"did you mean {known}?"
                self.problem("bad-extension", message, (*pointer, keyword), hint)

    def sibling(self, pointer: Pointer, keyword: str) -> JSON:
        """What `keyword` is set to in the schema being read; None if it is not."""
        found: JSON = self._around[-1].get(keyword)
        return found

    def read(self, pointer: Pointer, value: JSON, *, name: str | None = None) -> Schema:
        """The schema `value`, which stands at `pointer`."""
        if not isinstance(value, dict):
            never = (Never(pointer=pointer),) if value is False else ()
            return self._schema(pointer, {}, name, never)
        self.extensions(pointer, value, SEVERITY)
        rules: list[Rule] = []
        self._around.append(value)
        for keyword, setting in value.items():
            if keyword in KEYWORDS:
                rule = KEYWORDS[keyword].read(self, (*pointer, keyword), setting)
                rules.append(rule)
        self._around.pop()
        rules.sort(key=lambda rule: not isinstance(rule, Type))
        return self._schema(pointer, value, name, tuple(rules))

    def _content(self, pointer: Pointer, value: Mapping[str, Any]) -> Schema | None:
        if "contentSchema" not in value:
            return None
        return self.read(pointer, value["contentSchema"])

    def _schema(
        self,
        pointer: Pointer,
        value: Mapping[str, Any],
        name: str | None,
        rules: tuple[Rule, ...],
    ) -> Schema:
        severity = value.get(SEVERITY, "error")
        if severity not in ("advice", "error"):
            at = (*pointer, SEVERITY)
            hint = "write advice, or leave it out"
            self.problem(
                "bad-extension", f"{SEVERITY} cannot be {severity!r}", at, hint
            )
        return Schema(
            pointer=pointer,
            origin=self.description.origin(pointer),
            name=name,
            title=value.get("title"),
            description=_said(value.get("description")),
            default=value.get("default"),
            has_default="default" in value,
            format=value.get("format"),
            encoding=value.get("contentEncoding"),
            content_type=value.get("contentMediaType"),
            content=self._content((*pointer, "contentSchema"), value),
            advice=severity == "advice",
            deprecated=value.get("deprecated") is True,
            read_only=value.get("readOnly") is True,
            write_only=value.get("writeOnly") is True,
            discriminator=_discriminator(pointer, value.get("discriminator")),
            rules=rules,
        )


def _said(text: str | None) -> str | None:
    """What is no more than blanks says nothing."""
    return text if text and not text.isspace() else None


def _discriminator(pointer: Pointer, value: Any) -> Discriminator | None:
    if value is None:
        return None
    mapping: dict[str, str] = value.get("mapping", {})
    otherwise: str | None = value.get("defaultMapping")
    return Discriminator(
        pointer=(*pointer, "discriminator"),
        property=value["propertyName"],
        mapping=tuple((k, v.removeprefix(_PREFIX)) for k, v in mapping.items()),
        otherwise=otherwise.removeprefix(_PREFIX) if otherwise else None,
    )
