"""Who is calling: credentials, and where a description wants them (OAS 3.2 §4.27).

The schemes are data of the description, the credentials the user's. `chosen` says which
a call takes, `sign` puts the second where the first say. No repr tells a secret, and no
error.
"""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Awaitable, Callable, Generator, Mapping, Sequence
from copy import copy
from typing import Any, NamedTuple, Self, TypeAlias, TypeVar
from urllib.parse import unquote

from .discreet import discreet
from .encoding import is_header, is_writable, segment
from .errors import MissingCredentials
from .http import HttpRequest, Timeout
from .models import MASKED, Model
from .tasks import is_async

T = TypeVar("T")
Secret: TypeAlias = str | Callable[[], str]
"""A secret, or what returns the one to use; it is called for each request."""

AnySecret: TypeAlias = str | Callable[[], str | Awaitable[str]]
"""The same, or an async function, which only an `AsyncClient` calls."""


Signer: TypeAlias = Callable[[HttpRequest], HttpRequest]
"""Makes of a request the one that goes out."""


class _InHeader(Model):
    """Credentials for the header ``Authorization``. They are a `Signer`, too."""

    __slots__ = ()

    def value(self) -> str:
        """The value of the header ``Authorization``."""
        raise NotImplementedError  # each kind has its own

    def headers(self) -> dict[str, str]:
        """The headers to add to a request."""
        return {"Authorization": self.value()}

    def __call__(self, request: HttpRequest) -> HttpRequest:
        return _with_header(request, "Authorization", self.value(), None)


class BasicAuth(_InHeader):
    """HTTP basic authentication (RFC 7617). The password is in no repr."""

    __slots__ = ("_credentials", "username")

    @discreet
    def __init__(self, username: str, password: str) -> None:
        _checked("username", username)
        _checked("password", password)
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


class _Secret(Model):
    __slots__ = ("_held",)
    _kind = "secret"
    _can_await = True

    @discreet
    def __init__(self, secret: AnySecret) -> None:
        if not self._can_await and is_async(secret):
            raise TypeError(f"the {self._kind} cannot come of an async function")
        self._held = secret if callable(secret) else self._checked(secret)

    async def settled(self) -> Self:
        """These credentials with the secret that their async function returns."""
        held: Any = self._held
        one = copy(self)
        one._held = self._checked(await held())
        return one

    def _now(self) -> str:
        held = self._held
        return self._checked(held()) if callable(held) else held

    @discreet
    def _checked(self, secret: object) -> str:
        if not secret:
            raise ValueError(f"the {self._kind} is empty: is a variable not set?")
        checked = _checked(self._kind, secret)
        if checked != checked.strip(" "):  # which no header tells (RFC 9110 §5.5)
            raise ValueError(f"the {self._kind} begins or ends with a blank")
        return checked

    def __repr__(self) -> str:
        return f"{type(self).__name__}({MASKED!r})"


class BearerAuth(_Secret, _InHeader):
    """A bearer token (RFC 6750), such as an access token of OAuth 2 or OpenID Connect.

    `token` can be a function that returns it, which is called for each request. What
    gets its tokens itself is an `OAuth2ClientCredentials` or `OAuth2RefreshToken`.
    """

    __slots__ = ()
    _kind = "token"

    @discreet
    def __init__(self, token: AnySecret) -> None:
        super().__init__(token)

    def value(self) -> str:
        """The value of the header ``Authorization``."""
        return f"Bearer {self._now()}"

    def bound(self, scheme: Scheme | None, base: str) -> BearerAuth:
        """What has the tokens for `scheme` of the server `base`: this has its own.

        Raises:
            ValueError: They have to be sent for, and nobody has said where.
        """
        return self


class Grant(BearerAuth):
    """A token that has to be sent for, and ends: see `grants`, which few need."""

    __slots__ = ()

    def is_fresh(self) -> bool:
        """Whether there is a token that can be used."""
        raise NotImplementedError  # only `grants` has them

    def drop(self, refused: HttpRequest) -> None:
        """Use no longer the token that `refused` was sent with."""
        raise NotImplementedError  # only `grants` has them

    def obtain(self, timeout: Timeout) -> Generator[Any, None, None]:
        """See that there is a token, by steps of a call."""
        raise NotImplementedError  # only `grants` has them


class ApiKey(_Secret):
    """An API key. The description says where it goes.

    `key` can be a function that returns it, which is called for each request.
    """

    __slots__ = ()
    _kind = "key"

    @discreet
    def __init__(self, key: AnySecret) -> None:
        super().__init__(key)

    def value(self) -> str:
        """The key."""
        return self._now()


class RawAuth(_Secret, _InHeader):
    """The header ``Authorization`` as it is, for a scheme that is none of the others.

    `authorization` can be a function that returns it, which is called for each request.
    """

    __slots__ = ()
    _kind = "authorization"

    @discreet
    def __init__(self, authorization: AnySecret) -> None:
        super().__init__(authorization)

    def value(self) -> str:
        """The value of the header ``Authorization``."""
        return self._now()


Credentials: TypeAlias = BasicAuth | BearerAuth | ApiKey | RawAuth


def _checked(what: str, value: object) -> str:
    """`value`, if it can be a secret at all; no error tells it."""
    if not isinstance(value, str) or not is_writable(value):
        if isinstance(value, Awaitable):
            hint = "give the async function itself, and to an AsyncClient"
            raise ValueError(f"the {what} is still to be awaited: {hint}")
        raise ValueError(f"the {what} is no text: is a variable not set?")
    if not is_header(value) or "\t" in value:  # RFC 7617 §2 bars them, too
        raise ValueError(f"the {what} has a line break or other control character")
    return value


def credentials_of(scheme: Scheme | None) -> type[Credentials]:
    """The credentials that `scheme` takes."""
    match scheme:
        case ApiKeyScheme():
            return ApiKey
        case HttpScheme("basic"):
            return BasicAuth
        case HttpScheme(name) if name != "bearer":
            return RawAuth
        case _:
            return BearerAuth


def awaits(one: object) -> bool:
    """Whether these are credentials whose secret comes of an async function."""
    return isinstance(one, _Secret) and is_async(getattr(one, "_held", None))


def bound(one: T, scheme: Scheme | None, base: str) -> T | BearerAuth:
    """`one`, or what has tokens by it: see `BearerAuth.bound`."""
    return one.bound(scheme, base) if isinstance(one, BearerAuth) else one


class HttpScheme(NamedTuple):
    """``type: http``: `scheme` is of the IANA registry, in lower case.

    `argument` is the argument of the client that its credentials are, here and below.
    """

    scheme: str
    argument: str = ""


class ApiKeyScheme(NamedTuple):
    """``type: apiKey``: `place` is header, query or cookie, `name` the name there."""

    place: str
    name: str
    argument: str = ""


class OAuth2Scheme(NamedTuple):
    """``type: oauth2``: an access token, however it was got.

    `token_url` gives one for the credentials of a client, and knows `scopes`;
    `refresh_url` gives one for a refresh token, where that is another.
    """

    argument: str = ""
    token_url: str = ""
    refresh_url: str = ""
    scopes: tuple[str, ...] = ()


class OpenIdScheme(NamedTuple):
    """``type: openIdConnect``: an access token, however it was got."""

    argument: str = ""


class MutualTlsScheme(NamedTuple):
    """``type: mutualTLS``: a certificate, which is the transport's affair."""

    argument: str = ""


Scheme: TypeAlias = (
    HttpScheme | ApiKeyScheme | OAuth2Scheme | OpenIdScheme | MutualTlsScheme
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
    there = given | {
        name for name, one in schemes.items() if isinstance(one, MutualTlsScheme)
    }
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
    place, name = "header", "Authorization"
    if isinstance(scheme, ApiKeyScheme):
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
