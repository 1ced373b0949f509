"""Texts of docstrings: the words of the description, and what the types do not say."""

from __future__ import annotations

import json
from collections.abc import Iterator

from ..meaning.api import Api, Operation, Response, Server
from ..meaning.rules import Schema
from .plan import Field, Scheme

__all__ = ["about", "of_client", "of_field", "of_method", "of_operation"]

HELD = "Left out, it is the client's."
MADE = "Left out, one is made for each call, and is the same whenever that is repeated."


def about(schema: Schema, name: str) -> str:
    """What a class or a type is, which is called so."""
    return schema.description or schema.title or f"{name}."


def of_field(
    description: str | None,
    schema: Schema,
    *,
    held: bool = False,
    made: bool = False,
    deprecated: bool = False,
) -> str:
    """What a parameter or property is, what the server takes if it is left out."""
    parts = [description or schema.description or schema.title or ""]
    if schema.has_default:
        parts.append(f"Default: {json.dumps(schema.default, ensure_ascii=False)}.")
    if held:
        parts.append(HELD)
    if made:
        parts.append(MADE)
    if deprecated or schema.deprecated:
        parts.append("Deprecated.")
    return "\n\n".join(part.strip() for part in parts if part.strip())


def of_operation(operation: Operation) -> str:
    """What an operation does, in the description's words, and what it is over HTTP."""
    parts = [operation.summary, operation.description]
    texts = [part.strip() for part in parts if part and part.strip()]
    if operation.deprecated:
        texts.append("Deprecated.")
    texts += [text for response in operation.responses for text in _besides(response)]
    return "\n\n".join([*texts, f"{operation.method} {operation.path}"])


def _besides(response: Response) -> Iterator[str]:
    """What a response brings besides its body."""
    if response.headers:
        named = ", ".join(header.name for header in response.headers)
        yield f"The headers of the answer {response.status}: {named}."
    for link in response.links:
        told = f": {link.description.strip()}" if link.description else "."
        yield f"After the answer {response.status}, {link.name}: {link.operation}{told}"


def of_method(docs: str, fields: tuple[Field, ...]) -> str:
    """The docstring of a method: the operation's, and its arguments that have words."""
    entries = [_entry(field.name, field.docs) for field in fields if field.docs]
    return "\n".join([docs, "", "Args:", *entries] if entries else [docs])


def of_client(
    api: Api,
    schemes: tuple[Scheme, ...],
    held: tuple[Field, ...],
    transport: str,
    *,
    close: str,
) -> str:
    """The docstring of a client, which is closed by the method `close`."""
    how = (
        f"Use it in {'an `async with`' if close == 'aclose' else 'a `with`'} statement"
    )
    lines = [api.title, ""]
    if api.description:
        lines += [api.description.strip(), ""]
    lines += [f"{how}, or call `{close}` when you are done.", "", "Args:"]
    lines += [_entry(one.argument, one.docs) for one in schemes]
    for field in held:
        words = field.docs.removesuffix(HELD).strip().rstrip(".") or field.wire_name
        lines.append(_entry(field.name, f"{words}. Each call can give another one."))
    by = {"stdlib": "the standard library"}.get(transport, transport)
    lines += [
        _entry("base_url", "Where the API is." + _servers(api.servers)),
        _entry("timeout", "In seconds, a `Timeout` or a number for the whole call."),
        _entry("transport", f"What sends the requests, if not {by} as it comes."),
        _entry("options", "What else there is to say: see `Options`."),
    ]
    return "\n".join(lines)


def _servers(servers: tuple[Server, ...]) -> str:
    if len(servers) == 1 and servers[0].url.startswith("http"):
        return ""
    told = ", ".join(server.url for server in servers)
    return f" The description names {told}." if told else ""


def _entry(name: str, words: str) -> str:
    paragraphs = [" ".join(part.split()) for part in words.split("\n\n")]
    ended = [p if p.endswith((".", "!", "?", ":")) else f"{p}." for p in paragraphs]
    return f"    {name}: {' '.join([*ended[:-1], paragraphs[-1]])}"
