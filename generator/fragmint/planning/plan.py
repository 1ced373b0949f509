"""The plan of a package: what the templates see, and all that they see.

Texts named `…literal` are Python source already; everything else reaches the output
through the filters `literal`, `docstring` and `comment`.
"""

from __future__ import annotations

from dataclasses import dataclass

from .imports import Import
from .modules import NamedType, Payload
from .paging import Pages, Stream
from .validators import CheckFunction, PredicateFunction, Validator

__all__ = [
    "Body",
    "CheckFunction",
    "Client",
    "Content",
    "Export",
    "Field",
    "Group",
    "Import",
    "Method",
    "Model",
    "NamedType",
    "Operation",
    "Package",
    "Pages",
    "PathPart",
    "Payload",
    "PredicateFunction",
    "Reading",
    "Resource",
    "Result",
    "Scheme",
    "Server",
    "Stream",
    "Testing",
    "Validator",
]


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """A field of a model and argument of a method.

    `annotation` and `default` are source; no default: it has to be given. `held`: the
    client has a value for it; `nullable`: None is null, UNSET left out. `secret`: it
    has one in it; `opaque`: one that its models do not know. `read_only`: what comes in
    there does not go out again. `read` is the source of
    what takes it from the response `data`. `texts` is that of the types in it which
    have functions to write them, "" if there are none. `former` are the names that it
    can also be read by, as it had them before.
    """

    name: str
    wire_name: str
    annotation: str
    default: str | None
    docs: str
    secret: bool = False
    opaque: bool = False
    read_only: bool = False
    held: bool = False
    nullable: bool = False
    read: str = ""
    texts: str = ""
    former: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Model:
    """A model, a module of its own.

    `reader` is the function that reads it from a response; None for a part of requests.
    `promised` is the source of what it has to be. `imports` are needed when the module
    runs, `type_imports` by type checkers alone and `late` when the reader runs. `extra`
    is the field for what is not described; None: none is sent. `former` are the modules
    of its names from before: likewise of an `Operation`.
    """

    module: str
    class_name: str
    reader: str | None
    promised: str
    docs: str
    imports: tuple[Import, ...]
    type_imports: tuple[Import, ...]
    late: tuple[Import, ...]
    extra: Field | None
    fields: tuple[Field, ...]
    former: tuple[str, ...] = ()

    @property
    def secrets(self) -> tuple[str, ...]:
        """The fields of which no repr shows what is secret."""
        return tuple(f.name for f in (*self.fields, self.extra) if f and f.secret)

    @property
    def renamed(self) -> tuple[Field, ...]:
        """The fields that have another name on the wire."""
        return tuple(field for field in self.fields if field.name != field.wire_name)

    @property
    def nulls(self) -> tuple[str, ...]:
        """The fields whose None is null."""
        return tuple(field.name for field in self.fields if field.nullable)

    @property
    def read_only(self) -> tuple[str, ...]:
        """The fields that do not go out again."""
        return tuple(field.name for field in self.fields if field.read_only)


@dataclass(frozen=True, slots=True, kw_only=True)
class PathPart:
    """A piece of a path: text, or the source of what stands for a parameter."""

    text: str | None
    source: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """The fields of an operation that go out in one place.

    `variable` has their values and `constant` their names; `check` is the function that
    looks at them, `schema` points to what is said of them. `styles` are those fields,
    by wire name, that are written another way than is usual there: source of a Style.
    `media_type` is that of a query which is one parameter; of its fields, `styles` are
    source of a Part.
    """

    variable: str
    constant: str
    check: str | None
    schema: str
    fields: tuple[Field, ...]
    styles: tuple[tuple[str, str], ...] = ()
    media_type: str | None = None

    @property
    def held(self) -> bool:
        """Whether the client has values for some of the fields."""
        return any(field.held for field in self.fields)

    @property
    def nulls(self) -> tuple[str, ...]:
        """The fields whose None is null."""
        return tuple(field.name for field in self.fields if field.nullable)


@dataclass(frozen=True, slots=True, kw_only=True)
class Content:
    """One way to write the body: the media type, and the source of what writes it.

    `typed`: the source makes a pair, of which the second is the content type. `check`
    is the function that looks at it first, `schema` points to what is said of it.
    """

    media_type: str
    source: str
    typed: bool
    check: str | None
    schema: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Body:
    """The body of an operation.

    `parts` are the constants of `contents`: fields of forms by wire name, source of a
    Part. `whole`: its only field is all of it, else each is a property. `optional`:
    there is no body where none of them is given. `plain`: their values are JSON's
    already; `raw_depth`: bytes in less than so many objects stay bytes. `extra` and
    `choice` are the arguments for properties that are not described and for the media
    type.
    """

    group: Group
    contents: tuple[Content, ...]
    parts: tuple[tuple[str, tuple[tuple[str, str], ...]], ...]
    optional: bool
    plain: bool
    raw_depth: int
    whole: bool
    extra: Field | None
    choice: Field | None

    @property
    def fixed_type(self) -> str | None:
        """The content type, if it is the same for all requests."""
        first = self.contents[0]
        fixed = len(self.contents) == 1 and not first.typed and not self.optional
        return first.media_type if fixed else None

    @property
    def varies(self) -> bool:
        """Whether it is now bytes, now what is sent as it is read."""
        several = self.optional or len(self.contents) > 1
        return several and any(content.typed for content in self.contents)


@dataclass(frozen=True, slots=True, kw_only=True)
class Result:
    """What a response becomes, if it passes the test `kind`; None for what comes last.

    `source` makes it.
    """

    kind: str | None
    source: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """How responses are read: the test of the status, "" for all that are left.

    `late` is imported first.
    """

    status: str
    results: tuple[Result, ...]
    late: tuple[Import, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Operation:
    """An operation: its parameter model, how it is sent, how its response is read.

    `path_parts` are the URL behind that of the server, the query last; `headers` the
    sources of those that are not fixed. `plain` has the variables of the groups whose
    values are first made JSON's. `security` names the schemes of each way in; None:
    nothing is said of it. `idempotency_key` is the field by which the server knows what
    it has seen. `statuses` are those of the responses that are described, `promised` as
    of a Model. `pages` is None where the first answer is all of it, `stream` where
    nothing comes item by item.
    """

    module: str
    class_name: str
    method: str
    path: str
    docs: str
    imports: tuple[Import, ...]
    type_imports: tuple[Import, ...]
    fields: tuple[Field, ...]
    path_parts: tuple[PathPart, ...]
    groups: tuple[Group, ...]
    plain: tuple[str, ...]
    body: Body | None
    headers: tuple[str, ...]
    accept: str | None
    server: str | None
    security: tuple[tuple[str, ...], ...] | None
    idempotency_key: str | None
    returns: str
    readings: tuple[Reading, ...]
    errors: tuple[Reading, ...]
    statuses: tuple[str, ...]
    promised: str
    pages: Pages | None
    stream: Stream | None
    former: tuple[str, ...] = ()

    @property
    def secrets(self) -> tuple[str, ...]:
        """The fields of which no repr shows what is secret."""
        return tuple(field.name for field in self.fields if field.secret)

    def group(self, variable: str) -> Group | None:
        """The group that `variable` has the values of."""
        return next((g for g in self.groups if g.variable == variable), None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Method:
    """A method of a resource, which builds `operation` and sends it.

    `fields` and `returns` are the operation's, as the resource's module spells them; so
    is `item`, the type of an item of its pages or its stream, None where it has none.
    `streamed` is that of a stream, though it may come whole as well. `former` are names
    that it had before, which still work: likewise of a `Resource` and an `Export`.
    """

    name: str
    operation: Operation
    fields: tuple[Field, ...]
    returns: str
    item: str | None
    streamed: str | None
    docs: str
    short_docs: str
    former: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Resource:
    """The operations of one tag."""

    module: str
    class_name: str
    attribute: str
    docs: str
    imports: tuple[Import, ...]
    type_imports: tuple[Import, ...]
    methods: tuple[Method, ...]
    former: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Scheme:
    """A security scheme: the client's argument for it, and the source of what it is."""

    name: str
    argument: str
    annotation: str
    source: str
    required: bool
    docs: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Server:
    """A function that gives the URL of a server, whose variables are its arguments."""

    function: str
    docs: str
    imports: tuple[Import, ...]
    fields: tuple[Field, ...]
    parts: tuple[PathPart, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Client:
    """The client: where it sends, who is calling, and the values it holds.

    `server` is None where the description names no whole URL; `own_servers`: some
    operations have their own. `docs` is of the blocking one, `async_docs` of the other,
    and `transports` are what these send by.
    """

    title: str
    server: str | None
    own_servers: bool
    schemes: tuple[Scheme, ...]
    imports: tuple[Import, ...]
    type_imports: tuple[Import, ...]
    held: tuple[Field, ...]
    transports: tuple[Import, Import]
    docs: str
    async_docs: str


@dataclass(frozen=True, slots=True, order=True)
class Export:
    """A name that the package offers, and the module it lives in."""

    name: str
    module: str
    former: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Testing:
    """What `testing.py` imports, and by module the sources of what fields may hold."""

    imports: tuple[Import, ...]
    type_imports: tuple[Import, ...]
    samples: tuple[tuple[str, tuple[tuple[str, str], ...]], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Package:
    """A whole package. `testing` is None where no module for tests is wanted."""

    name: str
    title: str
    docs: str
    client: Client
    servers: tuple[Server, ...]
    resources: tuple[Resource, ...]
    operations: tuple[Operation, ...]
    payloads: tuple[Payload, ...]
    models: tuple[Model, ...]
    types: tuple[NamedType, ...]
    validators: tuple[Validator, ...]
    testing: Testing | None
    exports: tuple[Export, ...]
