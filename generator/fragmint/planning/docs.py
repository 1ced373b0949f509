"""Texts of docstrings: the words of the description, and what the types do not say."""

from __future__ import annotations

import json

from ..meaning.api import Api, Operation
from ..meaning.rules import Schema
from .plan import Field

__all__ = ["of_client", "of_field", "of_method", "of_operation"]

HELD = "Left out, it is the client's."


def of_field(description: str | None, schema: Schema, *, held: bool = False) -> str:
    """What a parameter or property is, what the server takes if it is left out."""
    parts = [description or schema.description or schema.title or ""]
    if schema.has_default:
        parts.append(f"Default: {json.dumps(schema.default, ensure_ascii=False)}.")
    if held:
        parts.append(HELD)
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
    """The docstring of a method: the operation's, and its arguments that have words."""
    entries = [_entry(field.name, field.docs) for field in fields if field.docs]
    return "\n".join([docs, "", "Args:", *entries] if entries else [docs])


def of_client(api: Api, held: tuple[Field, ...], *, auth: bool, close: str) -> str:
    """The docstring of a client, which is closed by the method `close`."""
    how = (
        f"Use it in {'an `async with`' if close == 'aclose' else 'a `with`'} statement"
    )
    lines = [api.title, ""]
    if api.description:
        lines += [api.description.strip(), ""]
    lines += [f"{how}, or call `{close}` when you are done.", "", "Args:"]
    if auth:
        lines.append(_entry("auth", "Who is calling."))
    for field in held:
        words = field.docs.removesuffix(HELD).strip().rstrip(".")
        lines.append(_entry(field.name, f"{words}. Each call can give another one."))
    lines += [
        _entry("base_url", "Where the API is."),
        _entry("timeout", "In seconds, a `Timeout` or a number for the whole call."),
        _entry("transport", "What sends the requests, if not httpx2 as it comes."),
    ]
    return "\n".join(lines)


def _entry(name: str, words: str) -> str:
    paragraphs = [" ".join(part.split()) for part in words.split("\n\n")]
    ended = [p if p.endswith((".", "!", "?", ":")) else f"{p}." for p in paragraphs]
    return f"    {name}: {' '.join([*ended[:-1], paragraphs[-1]])}"
