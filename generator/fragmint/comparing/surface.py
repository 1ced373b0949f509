"""What a caller sees of a package."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TypeAlias

from .aliases import Aliases
from .checks import Library

__all__ = [
    "Argument",
    "Client",
    "Docs",
    "Exchange",
    "Function",
    "Key",
    "Model",
    "NamedType",
    "Operation",
    "Scheme",
    "Security",
    "Spot",
    "Surface",
]

Key: TypeAlias = tuple[str, ...]
"""What the description calls a thing: a method and a path and, of a parameter, its
place and its wire name; the pointer to a schema and, of a property, its wire name."""
Security: TypeAlias = tuple[tuple[str, ...], ...] | None
"""Ways in, each by the arguments of the client that it takes; None: nothing is said."""


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a thing stands: in a file of the package; `key` is of the description."""

    file: str
    line: int
    key: Key = ()


@dataclass(frozen=True, slots=True)
class Docs:
    """The words on a thing; `default` is what the server takes where it is left out."""

    words: str = ""
    default: str = ""
    deprecated: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Scheme:
    """What becomes of credentials: where they go, and for which scheme.

    `tokens` is the URL that gives some for the credentials of a client, with `scopes`,
    `refreshed` the one for a refresh token; "" if none is known.
    """

    name: str
    wire: tuple[str, str]
    tokens: str
    refreshed: str
    scopes: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Argument:
    """An argument of a method, of a function, or of a model, where it is a field too.

    `wire` is the place where it goes and its name there; empty if it goes nowhere. No
    `default`: it has to be given. `nullable`: its None is null. `promised`: it always
    comes. `read` is the decoder that it is read by, if it needs one, `scheme` what
    credentials are for. `style`: how it is written, if not as most are; `is_json`: as a
    part of JSON; `placed`: it can be given without its name; `secret`: it is masked
    wherever it is shown.
    """

    name: str
    wire: tuple[str, str]
    annotation: str
    default: str | None
    docs: Docs
    at: Spot
    nullable: bool = False
    promised: bool = False
    read: str = ""
    scheme: Scheme | None = None
    style: str = ""
    is_json: bool = False
    placed: bool = False
    secret: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Exchange:
    """How an operation is put on the wire, and what it takes for an answer.

    `server` is its own one, if it has one, `media` the types of its body, which
    `is_json` if nothing else is said, and is left out with nothing in it if it
    `can_lack`. `accept` is what it asks for, `statuses` are those of answers that are
    no errors, `pages` says how the next page is found, `items` is what a stream gives
    that the method does not return.
    """

    server: str
    media: tuple[str, ...]
    is_json: bool
    can_lack: bool
    accept: str
    statuses: tuple[str, ...]
    pages: str
    items: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Operation:
    """A method of a resource, and the class of its requests.

    `name` is that of the resource and of the method. `reads` are the decoders of what
    is no error, by when they are used; `errors` those of errors by their statuses, that
    of "" is for all others.
    """

    key: Key
    name: str
    request: str
    arguments: tuple[Argument, ...]
    returns: str
    docs: Docs
    security: Security
    reads: Mapping[str, str]
    errors: Mapping[str, str]
    checks: tuple[Check, ...]
    exchange: Exchange
    at: Spot


@dataclass(frozen=True, slots=True)
class Check:
    """A function that looks at the fields in one place, or at `whole`, one of them."""

    function: str
    place: str
    whole: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Model:
    """A model of what comes in (`incoming`), or of what goes out."""

    key: Key
    name: str
    incoming: bool
    fields: tuple[Argument, ...]
    docs: Docs
    at: Spot


@dataclass(frozen=True, slots=True, kw_only=True)
class NamedType:
    """A type that has a name and no class: what it stands for, as an annotation."""

    key: Key
    name: str
    annotation: str
    docs: Docs
    at: Spot


@dataclass(frozen=True, slots=True, kw_only=True)
class Function:
    """A function or method: the URL of a server, what reads a webhook, the runtime's.

    The making of a class is one, too. `exported`: the package exports the name. `read`
    is the decoder that it reads by, once `check` has let that pass.
    """

    name: str
    arguments: tuple[Argument, ...]
    returns: str
    docs: Docs
    at: Spot
    exported: bool
    read: str = ""
    check: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Client:
    """What a client is made with."""

    arguments: tuple[Argument, ...]
    docs: Docs
    at: Spot


@dataclass(frozen=True, slots=True, kw_only=True)
class Surface:
    """All that a caller sees of a package.

    `names` are what it exports, each with its module; `schemas` the names of the models
    that go out, by the function that checks them, `readers` the types by the function
    that reads them. `aliases` are old names that still work, `files` are all there are.
    """

    client: Client
    operations: Mapping[str, Operation]
    models: Mapping[str, Model]
    types: Mapping[str, NamedType]
    functions: Mapping[str, Function]
    names: Mapping[str, str]
    schemas: Mapping[str, str]
    readers: Mapping[str, str]
    aliases: Aliases
    files: Mapping[str, bytes] = field(repr=False)
    library: Library = field(repr=False)
