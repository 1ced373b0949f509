"""What a description describes: operations, their parameters, bodies and responses."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal, TypeAlias

from ..reading import Pointer
from .rules import Schema
from .secrets import Secrets
from .shapes import Record, Shape
from .shaping import Shaper

__all__ = [
    "Api",
    "Body",
    "Encoding",
    "Header",
    "Link",
    "Location",
    "MediaType",
    "Operation",
    "Pagination",
    "Parameter",
    "Payload",
    "Response",
    "Security",
    "SecurityScheme",
    "Server",
    "Step",
    "Variable",
    "is_stream",
]

Location: TypeAlias = Literal["path", "query", "header", "cookie", "querystring"]
Security: TypeAlias = tuple[tuple[str, ...], ...]
"""Ways in, one of which is enough; each names the schemes that it takes together."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Parameter:
    """A parameter (OAS 3.1 §4.8.12). `client`: the client holds its value; `secret`: it
    stands where credentials do.

    `media_type` is that of a parameter which is described by `content`, `encodings` are
    how its properties are sent where that is a form.
    """

    pointer: Pointer
    name: str
    location: Location
    style: str
    explode: bool
    allow_reserved: bool
    media_type: str | None
    encodings: tuple[Encoding, ...]
    required: bool
    description: str | None
    deprecated: bool
    client: bool
    secret: bool
    schema: Schema


@dataclass(frozen=True, slots=True, kw_only=True)
class Header:
    """A header of a response or of a part (OAS 3.1 §4.8.21)."""

    name: str
    description: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Encoding:
    """How one property of a form is sent (OAS 3.1 §4.8.15)."""

    name: str
    content_type: str | None
    style: str | None
    explode: bool
    allow_reserved: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class MediaType:
    """A kind of content (OAS 3.1 §4.8.14). No schema: nothing is said of it.

    `sequential`: the schema is that of each item of a stream (OAS 3.2 §4.14.1). The
    encoding of items, of which none has a name, is that of "". `done` is what the last
    item of a stream says, if that is none.
    """

    pointer: Pointer
    name: str
    schema: Schema | None
    sequential: bool
    encodings: tuple[Encoding, ...]
    done: str | None = None

    @property
    def is_stream(self) -> bool:
        """Whether it comes item by item: events, or JSON texts (OAS 3.2 §4.14.3)."""
        return is_stream(self.name)


def is_stream(media_type: str) -> bool:
    """Whether content of `media_type` is a sequence of events, or of JSON texts."""
    bare = media_type.partition(";")[0].strip().lower()
    return _STREAMS.fullmatch(bare) is not None


_STREAMS = re.compile(
    r"text/event-stream|.*[/+.-](jsonl|ndjson|json-seq|jsonlines|x-ndjson)"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Body:
    """A request body (OAS 3.1 §4.8.13)."""

    pointer: Pointer
    description: str | None
    required: bool
    content: tuple[MediaType, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """What can be called with what a response says (OAS 3.1 §4.8.20)."""

    name: str
    operation: str
    description: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Response:
    """A response (OAS 3.1 §4.8.17). `status` is a code, such as 2XX, or "default"."""

    pointer: Pointer
    status: str
    description: str
    headers: tuple[Header, ...]
    content: tuple[MediaType, ...]
    links: tuple[Link, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SecurityScheme:
    """A security scheme (OAS 3.1 §4.8.27) that some operation asks for.

    `kind` is its `type`; `detail` the scheme of http, the place of apiKey; `parameter`
    is what an API key is called there. `token_url` gives tokens to a client by its own
    credentials, `refresh_url` by a refresh token (OAS 3.1 §4.8.29); "" where the
    description does not say. `scopes` are those of the first that operations ask for.
    """

    name: str
    kind: str
    detail: str
    parameter: str
    token_url: str
    refresh_url: str
    scopes: tuple[str, ...]
    description: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Variable:
    """A variable of a server's URL (OAS 3.1 §4.8.6); None: callers have to give it."""

    name: str
    default: str | None
    enum: tuple[str, ...]
    description: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Server:
    """Where an API is (OAS 3.1 §4.8.5)."""

    url: str
    name: str | None
    description: str | None
    variables: tuple[Variable, ...]

    @property
    def default_url(self) -> str | None:
        """The URL, each variable at its default; None where one has none."""
        url = self.url
        for variable in self.variables:
            if variable.default is None:
                return None
            url = url.replace(f"{{{variable.name}}}", variable.default)
        return url


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """From a record to the field of it with this name."""

    record: Record
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Pagination:
    """How the list that an operation answers goes on in further answers.

    `by` is cursor, page, offset, uri or link. `parameter` is one of the query, counted
    from `start` on. `next` and `items` lead from the answer to the fields that say what
    is next and what the items are, each of which is an `item`.
    """

    by: str
    parameter: str | None
    next: tuple[Step, ...]
    items: tuple[Step, ...]
    item: Shape
    start: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Operation:
    """An operation (OAS 3.1 §4.8.10).

    `id` is None where the description gives none. `server` is its own, if it has one;
    `security` is None where nothing is said of it, here or for all.
    """

    pointer: Pointer
    id: str | None
    method: str
    path: str
    tag: str | None
    summary: str | None
    description: str | None
    deprecated: bool
    parameters: tuple[Parameter, ...]
    body: Body | None
    responses: tuple[Response, ...]
    server: Server | None
    security: Security | None
    pagination: Pagination | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Payload:
    """What comes with a webhook or a callback (OAS 3.1 §4.8.18).

    `owner` is the operation that a callback belongs to; None for a webhook.
    """

    pointer: Pointer
    name: str
    owner: Operation | None
    method: str
    description: str | None
    content: MediaType


@dataclass(frozen=True, slots=True, kw_only=True)
class Api:
    """A whole description. `schemas` has the components, by name."""

    title: str
    description: str | None
    servers: tuple[Server, ...]
    security: tuple[SecurityScheme, ...]
    tags: tuple[tuple[str, str | None], ...]
    operations: tuple[Operation, ...]
    payloads: tuple[Payload, ...]
    schemas: Mapping[str, Schema]
    shapes: Shaper
    secrets: Secrets
