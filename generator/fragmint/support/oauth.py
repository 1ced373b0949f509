"""Access tokens of OAuth 2 (RFC 6749): how to ask for one, and what the answer means.

Credentials that are given to a client become a `TokenGrant`, which knows what to send
where. Nothing here does I/O: `grants` says when to send it, and the clients do.
"""

from __future__ import annotations

import json
import re
from base64 import b64encode
from collections.abc import Callable, Mapping, Sequence
from math import inf, isfinite
from types import MappingProxyType
from typing import Any, ClassVar, TypeGuard, cast
from urllib.parse import quote_plus, urljoin, urlsplit

from .auth import Scheme
from .discreet import discreet
from .encoding import form
from .errors import ClientError, CredentialsRefused, InvalidResponse, error_of
from .grants import Secrets, Token, TokenGrant
from .http import HttpRequest, HttpResponse, shown
from .models import MASKED
from .options import as_function
from .tokens import ApiKey, BearerAuth, OAuth2Scheme, Secret

NO_PARAMETERS: Mapping[str, str] = MappingProxyType({})
_HEADERS = {
    "Accept": "application/json",
    "Content-Type": "application/x-www-form-urlencoded",
}
_THIS_MACHINE = re.compile(r"(.+\.)?localhost|127(\.\d+){3}|::1")


class OAuth2Credentials(BearerAuth):
    """What gets an access token when one is needed, and keeps it until it ends.

    Its tokens are shared by all clients that it is given to. No repr tells a secret.
    """

    __slots__ = (
        "_in_body",
        "_leeway",
        "_parameters",
        "_scopes",
        "_token_url",
        "client_id",
        "grants",
    )
    _can_await = False
    grant_type: ClassVar[str]
    repeatable: ClassVar[bool]
    """Whether a request for a token can be repeated, if it may have been acted on."""

    @discreet
    def __init__(
        self,
        secret: Secret,
        client_id: str,
        token_url: str | None,
        scopes: Sequence[str] | None,
        parameters: Mapping[str, str],
        in_body: bool,
        leeway: float,
    ) -> None:
        super().__init__(secret)
        self.client_id = client_id
        self._token_url = token_url
        self._scopes = scopes.split() if isinstance(scopes, str) else scopes
        self._parameters = dict(parameters)
        self._in_body = in_body
        self._leeway = leeway
        self.grants: dict[tuple[str, tuple[str, ...]], Any] = {}
        if token_url:  # no base makes a wrong one right
            self.endpoint(None, "https://localhost")

    def __getstate__(self) -> object:
        """All but the tokens, which a copy gets itself."""
        own, slots = cast(Any, super().__getstate__())
        return own, slots | {"grants": {}}

    def value(self) -> str:
        """There is none: only a client asks for the token."""
        raise TypeError(f"{self!r} is no token: give it to a client, which gets one")

    def bound(self, scheme: Scheme | None, base: str) -> TokenGrant:
        """What keeps the tokens for `scheme` of the server `base`."""
        key = self.endpoint(scheme, base), self.scopes(scheme)
        grant: TokenGrant = self.grants.setdefault(key, TokenGrant(self, *key))
        return grant

    def endpoint(self, scheme: Scheme | None, base: str) -> str:
        """The URL that gives tokens for `scheme`, seen from the server `base`.

        Raises:
            ValueError: There is none, or it is without TLS (RFC 6749 §3.2), which only
                this machine may be.
        """
        said = self._token_url or self._described(scheme)
        why = "cannot be called"
        try:
            url = urljoin(f"{base}/", said) if said else ""
            parts = urlsplit(url)
            host = parts.port != 0 and "@" not in parts.netloc and parts.hostname
        except ValueError:  # an unclosed bracket, a port that is none
            url, parts, host = "", urlsplit(""), None
        if host and parts.scheme in ("http", "https") and not re.search(r"[\s#]", url):
            if parts.scheme == "https" or _THIS_MACHINE.fullmatch(host):
                return url
            why = "would send secrets over http, for all to read"
        raise ValueError(
            f"{self!r} needs a token_url that begins with https, such as"
            f" https://auth.example.com/token: what there is {why}"
        )

    def scopes(self, scheme: Scheme | None) -> tuple[str, ...]:
        """What to ask for: () is what the server gives anyway."""
        return tuple(self._scopes or ())

    def _described(self, scheme: Scheme | None) -> str:
        """Where the description says that tokens are to be had."""
        raise NotImplementedError  # each grant has its own

    def secrets(self) -> Secrets:
        """Those of the moment: what is a function is called."""
        raise NotImplementedError  # each grant has its own

    def request(
        self, url: str, scopes: tuple[str, ...], secrets: Secrets
    ) -> HttpRequest:
        """The request for a token (RFC 6749 §§2.3.1, 4.4.2, 6)."""
        # No variable holds a secret that its repr tells: a traceback can show it.
        basic = secrets.basic is not None
        return HttpRequest(
            "POST",
            url,
            _HEADERS | ({"Authorization": f"Basic {secrets.basic}"} if basic else {}),
            form(
                {
                    "grant_type": self.grant_type,
                    "refresh_token": secrets.refresh,
                    "scope": " ".join(scopes) or None,
                    "client_id": None if basic else self.client_id,
                    "client_secret": None if basic else secrets.client,
                    **self._parameters,
                }
            ),
        )

    def _told(self, client: str | None, refresh: str | None = None) -> Secrets:
        """These secrets, and how the client's own is told by the header."""
        if client is None or self._in_body:
            return Secrets(client, refresh)
        # Both are encoded as in a form before they go into base64.
        pair = f"{quote_plus(self.client_id)}:{quote_plus(client)}"
        return Secrets(client, refresh, b64encode(pair.encode()).decode("ascii"))

    def read(
        self, url: str, answer: HttpResponse, sent: float, secrets: Secrets
    ) -> Token | ClientError:
        """What `answer` to a request that went out at `sent` says (RFC 6749 §5).

        Errors are returned, and hold nothing of the body, so that no secret is in them
        or in the frames of their tracebacks.
        """
        said = _object(answer.body)
        kept = HttpResponse(status=answer.status, headers=answer.headers, body=b"")
        where = f"no access token: {shown(url)} answered {answer.status}"
        error = secrets.hidden(said.get("error"))
        more = secrets.hidden(said.get("error_description"))
        family = answer.status // 100
        if error is None and family == 3 and "location" in answer.headers:
            why = "and sends elsewhere, which is not followed: give the token_url"
            return InvalidResponse(f"{where} {why}", kept)
        if answer.status >= 500 or (error is None and answer.status in (408, 429)):
            return error_of(answer.status)(where, kept)
        if error is not None or family == 4:
            hint = _HINTS.get(error or "", "")
            words = " ".join(filter(None, (error, more and f"({more})")))
            why = f"{where}{words and ': '}{words}{hint and '; '}{hint}"
            return CredentialsRefused(why, answer.status, error, more)
        token, kind = said.get("access_token"), said.get("token_type", "bearer")
        if family != 2 or not _is_token(token):
            why = "without a token that can be sent"
        elif not isinstance(kind, str) or kind.lower() != "bearer":
            why = "with a token of another type than bearer (RFC 6750)"
        else:
            ends = sent + _seconds(said.get("expires_in")) - self._leeway
            renewed = said.get("refresh_token")
            return Token(token, ends, renewed if _is_token(renewed) else None)
        return InvalidResponse(f"{where} {why}", kept)

    def keep(self, token: Token, secrets: Secrets) -> None:
        """Take over what else came with `token`, which was got by `secrets`."""

    def __repr__(self) -> str:
        return f"{type(self).__name__}({self.client_id!r}, {MASKED!r})"


class OAuth2ClientCredentials(OAuth2Credentials):
    """The client itself is who calls (RFC 6749 §4.4): it gets its tokens by a secret.

    Args:
        client_id: Who the client is.
        client_secret: A text, or a function that returns it.
        token_url: What gives the tokens, by https; left out, what the description says.
        scopes: What to ask for; left out, those that the operations need, as the
            description says; () leaves it to the server.
        parameters: More fields of the request for a token, such as ``audience``, or
            ``resource`` (RFC 8707).
        in_body: Whether the id and the secret go in the body, and not by basic
            authentication (RFC 6749 §2.3.1).
        leeway: How many seconds before its end a token is no longer used.
    """

    __slots__ = ()
    _kind = "client secret"
    grant_type = "client_credentials"
    repeatable = True

    @discreet
    def __init__(
        self,
        client_id: str,
        client_secret: Secret,
        *,
        token_url: str | None = None,
        scopes: Sequence[str] | None = None,
        parameters: Mapping[str, str] = NO_PARAMETERS,
        in_body: bool = False,
        leeway: float = 30.0,
    ) -> None:
        super().__init__(
            client_secret, client_id, token_url, scopes, parameters, in_body, leeway
        )

    def scopes(self, scheme: Scheme | None) -> tuple[str, ...]:
        """What to ask for."""
        if self._scopes is None and isinstance(scheme, OAuth2Scheme):
            return scheme.scopes
        return super().scopes(scheme)

    def _described(self, scheme: Scheme | None) -> str:
        return scheme.token_url if isinstance(scheme, OAuth2Scheme) else ""

    def secrets(self) -> Secrets:
        """Those of the moment."""
        return self._told(self._now())


class OAuth2RefreshToken(OAuth2Credentials):
    """Someone who has allowed it before is who calls (RFC 6749 §6).

    A server can give a new refresh token with each access token; the old one is then
    void. So give it to one client only, or this one object to all of them.

    Args:
        refresh_token: A text, or a function that returns the one to use.
        client_id: Which client it was given to.
        client_secret: A text, or a function that returns it; None is a public client.
        token_url: What gives the tokens, by https; left out, what the description says.
        scopes: What to ask for, if less than was allowed.
        parameters: More fields of the request for a token.
        in_body: As of `OAuth2ClientCredentials`.
        leeway: How many seconds before its end a token is no longer used.
        on_new_token: Is called with a new refresh token, to keep it; in the thread or
            task that asked for it.
    """

    __slots__ = ("_on_new_token", "_password")
    _kind = "refresh token"
    grant_type = "refresh_token"
    repeatable = False

    @discreet
    def __init__(
        self,
        refresh_token: Secret,
        *,
        client_id: str,
        client_secret: Secret | None = None,
        token_url: str | None = None,
        scopes: Sequence[str] | None = None,
        parameters: Mapping[str, str] = NO_PARAMETERS,
        in_body: bool = False,
        leeway: float = 30.0,
        on_new_token: Callable[[str], object] | None = None,
    ) -> None:
        super().__init__(
            refresh_token, client_id, token_url, scopes, parameters, in_body, leeway
        )
        self._password = None if client_secret is None else _ClientSecret(client_secret)
        as_function("on_new_token", on_new_token)
        self._on_new_token = on_new_token

    def _described(self, scheme: Scheme | None) -> str:
        if not isinstance(scheme, OAuth2Scheme):
            return ""
        return scheme.refresh_url or scheme.token_url

    def secrets(self) -> Secrets:
        """Those of the moment."""
        password = self._password
        # No variable for the one, since to get the other can fail.
        return self._told(None if password is None else password.value(), self._now())

    def keep(self, token: Token, secrets: Secrets) -> None:
        """Use the new refresh token, if there is one, and tell of it."""
        if token.refresh is None or token.refresh == secrets.refresh:
            return
        if not callable(self._held):
            self._held = token.refresh
        if self._on_new_token is not None:
            self._on_new_token(token.refresh)


_HINTS: Mapping[str, str] = {
    "invalid_client": "are the client's id and secret right? Some servers want them"
    " in the body: in_body=True",
    "invalid_grant": "is the refresh token right, and has it not been used before?",
    "invalid_scope": "say with scopes which ones the client may have",
}


class _ClientSecret(ApiKey):
    __slots__ = ()
    _can_await = False
    _kind = "client secret"


def _object(body: bytes) -> Mapping[str, Any]:
    try:
        said = json.loads(body)
    except (ValueError, RecursionError):
        return {}
    return cast("dict[str, Any]", said) if isinstance(said, dict) else {}


def _is_token(value: object) -> TypeGuard[str]:
    """RFC 6749, appendices A.12 and A.17."""
    return isinstance(value, str) and re.fullmatch(r"[\x20-\x7e]+", value) is not None


def _seconds(value: object) -> float:
    """How long a token lasts; without end where that is not said, as a 401 tells."""
    try:
        seconds = float(cast(Any, value))
    except (TypeError, ValueError, OverflowError):
        return inf
    return seconds if isfinite(seconds) else inf
