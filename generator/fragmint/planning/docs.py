"""Texts of docstrings: the words of the description, and what the types do not say."""

from __future__ import annotations

import json

from ..meaning.api import Operation
from ..meaning.rules import Schema
from .plan import Field

__all__ = ["of_field", "of_method", "of_operation"]


def of_field(description: str | None, schema: Schema, *, held: bool = False) -> str:
    """What a parameter or property is, what the server takes if it is left out."""
    parts = [description or schema.description or schema.title or ""]
    if schema.has_default:
        parts.append(f"Default: {json.dumps(schema.default, ensure_ascii=False)}.")
    if held:
        parts.append("Left out, it is the client's.")
    if schema.deprecated:
        parts.append("Deprecated.")
    return "\n\n".join(part.strip() for part in parts if part.strip())


def of_operation(operation: Operation) -> str:
    """What an operation does, in the description's words, and what it is over HTTP."""
    parts = [operation.summary, operation.description]
    texts = [part.strip() for part in parts if part and part.strip()]
    if operation.deprecated:
        texts.append("Deprecated.")
    return "\n\n".join([*texts, f"{operation.method} {operation.path}"])


def of_method(docs: str, fields: tuple[Field, ...]) -> str:
    """The docstring of a method: the operation's, and each of its arguments."""
    lines = [docs, "", "Args:"]
    for field in fields:
        first, *rest = (field.docs or "…").split("\n\n")
        lines.append(f"    {field.name}: {' '.join(' '.join([first, *rest]).split())}")
    return "\n".join(lines)
