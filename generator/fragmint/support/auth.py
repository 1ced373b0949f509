"""Who is calling: credentials, and where a description wants them (OAS 3.2 §4.27).

The schemes are data of the description, the credentials the user's. `chosen` says which
a call takes, `sign` puts the second where the first say. No repr tells a secret, and no
error. Other credentials than `BasicAuth`, and their schemes, stand in `tokens`.
"""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Awaitable, Callable, Generator, Mapping, Sequence
from typing import Any, ClassVar, NamedTuple, Protocol, TypeAlias
from urllib.parse import unquote

from .discreet import discreet
from .encoding import is_header, is_writable, segment
from .errors import MissingCredentials
from .http import HttpRequest, Timeout
from .models import MASKED, Model

Signer: TypeAlias = Callable[[HttpRequest], HttpRequest]
"""Makes of a request the one that goes out."""


class Scheme(Protocol):
    """A security scheme of the description.

    `takes` is the class of its credentials: none of a certificate, which is the
    transport's affair. They are the client's `argument`, and go to a `place`, which is
    header, query or cookie, by a `name`.
    """

    @property
    def takes(self) -> str: ...
    @property
    def argument(self) -> str: ...
    @property
    def place(self) -> str: ...
    @property
    def name(self) -> str: ...


class HttpScheme(NamedTuple):
    """``type: http``: `scheme` is of the IANA registry, in lower case."""

    scheme: str
    argument: str = ""
    place: str = "header"
    name: str = "Authorization"

    @property
    def takes(self) -> str:
        """What its credentials are."""
        known = {"basic": "BasicAuth", "bearer": "BearerAuth"}
        return known.get(self.scheme, "RawAuth")


class Credentials(Model):
    """Who is calling. `_taken_as` is what a scheme takes them as."""

    __slots__ = ()
    _taken_as: ClassVar[str]

    def value(self) -> str:
        """What is sent of them."""
        raise NotImplementedError  # each kind has its own

    def awaits(self) -> bool:
        """Whether an async function gives them."""
        return False

    def bound(self, scheme: Scheme | None, base: str) -> Credentials:
        """What gets the tokens for `scheme` of the server `base`: others are as given.

        Raises:
            ValueError: They have to be sent for, and nobody has said where.
        """
        return self

    def of_a_call(self) -> Credentials:
        """These for one call: a `Grant`, if they are first to be got for it."""
        return self

    def __repr__(self) -> str:
        return f"{type(self).__name__}({MASKED!r})"


class InHeader(Credentials):
    """Credentials for the header ``Authorization``. They are a `Signer`, too."""

    __slots__ = ()

    def headers(self) -> dict[str, str]:
        """The headers to add to a request."""
        return {"Authorization": self.value()}

    def __call__(self, request: HttpRequest) -> HttpRequest:
        return _with_header(request, "Authorization", self.value(), None)


class BasicAuth(InHeader):
    """HTTP basic authentication (RFC 7617). The password is in no repr."""

    __slots__ = ("_credentials", "username")
    _taken_as = "BasicAuth"

    @discreet
    def __init__(self, username: str, password: str) -> None:
        checked("username", username)
        checked("password", password)
        if ":" in username:
            raise ValueError("a user name for basic authentication has no colon")
        self.username = username
        pair = f"{username}:{password}".encode()
        self._credentials = "Basic " + b64encode(pair).decode("ascii")

    def value(self) -> str:
        """The value of the header ``Authorization``."""
        return self._credentials

    def __repr__(self) -> str:
        return f"BasicAuth({self.username!r}, {MASKED!r})"


class Grant(InHeader):
    """What has to be got for a call, and ends: only `tokens` and `grants` have it."""

    __slots__ = ()

    def is_fresh(self) -> bool:
        """Whether it is there and can be used."""
        raise NotImplementedError  # each grant has its own

    def drop(self, refused: HttpRequest) -> None:
        """Use no longer what `refused` was sent with."""
        raise NotImplementedError  # each grant has its own

    def obtain(self, timeout: Timeout) -> Generator[Any, None, None]:
        """See that it is there, by steps of a call."""
        raise NotImplementedError  # each grant has its own


def checked(what: str, value: object) -> str:
    """`value`, if it can be a secret at all; no error tells it."""
    if not isinstance(value, str) or not is_writable(value):
        if isinstance(value, Awaitable):
            hint = "give the async function itself, and to an AsyncClient"
            raise ValueError(f"the {what} is still to be awaited: {hint}")
        raise ValueError(f"the {what} is no text: is a variable not set?")
    if not is_header(value) or "\t" in value:  # RFC 7617 §2 bars them, too
        raise ValueError(f"the {what} has a line break or other control character")
    return value


def awaits(one: object) -> bool:
    """Whether these are credentials that an async function gives."""
    return isinstance(one, Credentials) and one.awaits()


def bound(one: object, scheme: Scheme | None, base: str) -> Any:
    """`one`, or what has tokens by it: see `Credentials.bound`."""
    return one.bound(scheme, base) if isinstance(one, Credentials) else one


def check(name: str, one: object, scheme: Scheme | None, *, can_await: bool) -> None:
    """See that credentials are such as `scheme` takes; the error does not tell them."""
    wanted = "BearerAuth" if scheme is None else scheme.takes
    if one is not None and getattr(type(one), "_taken_as", None) != wanted:
        raise TypeError(f"{name} must be {wanted}(…), not {type(one)}")
    if awaits(one) and not can_await:
        raise TypeError(
            f"{name}: only an AsyncClient awaits an async function: give a plain one"
        )


Security: TypeAlias = tuple[tuple[str, ...], ...]
"""Alternatives, each the names of the schemes that it needs; () is nobody."""


def chosen(
    operation: str,
    security: Security | None,
    schemes: Mapping[str, Scheme],
    credentials: Mapping[str, Credentials | None],
    *,
    vouched: bool = False,
) -> Sequence[str]:
    """The names of the schemes by which `operation` is called.

    They are the first of `security` of which all are given, those before all others
    that need any: who gives a key wants it sent. A certificate counts as given. Without
    `security`, which is a description that is silent on it, all that are given go
    along. If it is `vouched` for what is missing, some of one alternative are enough.

    Raises:
        MissingCredentials: of no alternative all are given.
    """
    given = {name for name, one in credentials.items() if one is not None}
    if security is None:
        return [name for name in credentials if name in given]
    there = given | {name for name, one in schemes.items() if not one.takes}
    possible = [way for way in security if there >= set(way)]
    named = [way for way in possible if given & set(way)]
    if vouched and not named:
        named = [way for way in security if given & set(way)]
    if named or possible or vouched or not security:
        return next(iter([*named, *possible]), ())
    arguments = tuple(
        tuple(schemes[name].argument or name for name in way if name not in there)
        for way in security
    )
    raise MissingCredentials(operation, arguments)


def sign(
    request: HttpRequest,
    names: Sequence[str],
    schemes: Mapping[str, Scheme],
    credentials: Mapping[str, Credentials | None],
) -> HttpRequest:
    """`request` with the credentials for `names`, which `chosen` says."""
    taken: set[str] = set()
    for name in names:
        one = credentials.get(name)
        if one is not None:
            request = _signed(request, schemes[name], one, taken)
    return request


def _signed(
    request: HttpRequest, scheme: Scheme, one: Credentials, taken: set[str]
) -> HttpRequest:
    """`request` with `one` where `scheme` says, unless another has that place."""
    place, name = scheme.place, scheme.name
    key = f"{place} {name.lower() if place == 'header' else name}"
    if key in taken:
        return request
    taken.add(key)
    if place == "query":
        url, mark, query = request.url.partition("?")
        # What a server says of the next page can have a key in it already.
        others = [
            pair for pair in query.split("&") if unquote(pair.partition("=")[0]) != name
        ]
        pair = f"{segment(name)}={segment(one.value())}"
        joined = "&".join([*others, pair] if mark else [pair])
        return request._replace(url=f"{url}?{joined}")
    if place == "cookie":
        cookie = f"{name}={one.value()}".replace(";", "%3B")
        return _with_header(request, "Cookie", cookie, "; ")
    return _with_header(request, name, one.value(), None)


def _with_header(
    request: HttpRequest, name: str, value: str, between: str | None
) -> HttpRequest:
    """`request` with a header in place of the one of this name, or added to it."""
    headers = dict(request.headers)
    for other in request.headers:
        if other.lower() == name.lower():
            before = headers.pop(other)
            value = value if between is None else f"{before}{between}{value}"
    headers[name] = value
    return request._replace(headers=headers)
