"""What a description describes: operations, their parameters, bodies and responses."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeAlias

from ..reading import Pointer
from .rules import Schema

__all__ = [
    "Api",
    "Body",
    "Location",
    "Operation",
    "Parameter",
    "Response",
    "SecurityScheme",
]

Location: TypeAlias = Literal["path", "query", "header", "cookie"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Parameter:
    """A parameter (OAS 3.1 §4.8.12). `client`: the client holds its value."""

    pointer: Pointer
    name: str
    location: Location
    required: bool
    description: str | None
    client: bool
    schema: Schema


@dataclass(frozen=True, slots=True, kw_only=True)
class Body:
    """A request body (OAS 3.1 §4.8.13) of one media type."""

    pointer: Pointer
    media_type: str
    required: bool
    schema: Schema


@dataclass(frozen=True, slots=True, kw_only=True)
class Response:
    """A response (OAS 3.1 §4.8.17). `status` is a code, or "default".

    `schema` is None where no content is described.
    """

    pointer: Pointer
    status: str
    description: str
    schema: Schema | None


@dataclass(frozen=True, slots=True, kw_only=True)
class SecurityScheme:
    """A security scheme (OAS 3.1 §4.8.27) that some operation asks for."""

    name: str
    kind: Literal["basic"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Operation:
    """An operation (OAS 3.1 §4.8.10)."""

    pointer: Pointer
    id: str
    method: str
    path: str
    tag: str
    summary: str | None
    description: str | None
    deprecated: bool
    parameters: tuple[Parameter, ...]
    body: Body | None
    responses: tuple[Response, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Api:
    """A whole description. `schemas` has the components, by name."""

    title: str
    description: str | None
    server: str
    security: SecurityScheme | None
    tags: tuple[tuple[str, str | None], ...]
    operations: tuple[Operation, ...]
    schemas: dict[str, Schema]
