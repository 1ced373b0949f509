"""Everything that a call can raise.

::

    ClientError
    ├── InvalidRequest (also a ValueError)   refused before anything was sent
    ├── MissingCredentials                   no credentials; nothing was sent
    ├── CredentialsRefused                   they get no access token; nothing was sent
    ├── TransportError                       no whole response came
    │   ├── ConnectFailed                    nothing was sent
    │   ├── TimedOut
    │   └── ConnectionLost
    ├── ApiError                             the server answered with an error
    │   ├── ClientFault                      4xx: the request is at fault
    │   │   ├── BadRequest                   400
    │   │   ├── Unauthorized                 401
    │   │   ├── Forbidden                    403
    │   │   ├── NotFound                     404, 410
    │   │   ├── Conflict                     409, 412
    │   │   ├── Unprocessable                422
    │   │   └── RateLimited                  429
    │   └── ServerError                      5xx: the server is
    └── InvalidResponse                      the answer cannot be read

`InvalidRequest` stands in `violations`, beside what it carries.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar, Literal, cast

from .http import HttpRequest, HttpResponse
from .mismatches import Mismatch
from .models import Model, is_masked


class ClientError(Exception):
    """The root of all errors of this package."""


class MissingCredentials(ClientError):
    """The client was not given the credentials that the operation needs.

    Nothing was sent. `arguments` are those of the client, of which all in one of the
    tuples are to be given.
    """

    def __init__(self, operation: str, arguments: tuple[tuple[str, ...], ...]) -> None:
        super().__init__(operation, arguments)
        self.operation = operation
        self.arguments = arguments

    def __str__(self) -> str:
        ways = ", or ".join(" and ".join(way) for way in self.arguments)
        return f"{self.operation} was not sent: give the client {ways}"


class CredentialsRefused(ClientError):
    """A token endpoint gives no access token for the credentials (RFC 6749 §5.2).

    The call itself was not sent. `status` is that of the endpoint's answer, `error` the
    code in it, such as ``invalid_client``, `description` its words.
    """

    def __init__(
        self,
        message: str,
        status: int,
        error: str | None = None,
        description: str | None = None,
    ) -> None:
        super().__init__(message, status, error, description)
        self.status = status
        self.error = error
        self.description = description

    def __str__(self) -> str:
        return str(self.args[0])


class TransportError(ClientError):
    """No whole response came.

    `again` is where it is of use to send the same once more: "never", "always", or
    where it is "safe", as nothing but the connection was at fault.
    """

    again: Literal["never", "safe", "always"] = "never"


class ConnectFailed(TransportError):
    """No connection could be made; nothing was sent."""

    again = "always"


class TimedOut(TransportError):
    """The time allowed ran out; the server may have acted on the request."""


class ConnectionLost(TransportError):
    """The connection broke; the server may have acted on the request."""


class _Answered(ClientError):
    def __init__(self, message: str, response: HttpResponse) -> None:
        super().__init__(message, response)
        self.response = response

    def __str__(self) -> str:
        return str(self.args[0])


class InvalidResponse(_Answered):
    """The answer is not what the description promises. `response` is what came.

    If responses are validated strictly, `mismatches` has all that is not as described.
    """

    def __init__(
        self,
        message: str,
        response: HttpResponse,
        mismatches: tuple[Mismatch, ...] = (),
    ) -> None:
        super().__init__(message, response)
        self.args = (message, response, mismatches)
        self.mismatches = mismatches

    def __str__(self) -> str:
        lines = [f"\n  {one}" for one in self.mismatches[:_TOLD]]
        if len(self.mismatches) > _TOLD:
            lines.append(f"\n  … and {len(self.mismatches) - _TOLD} more")
        return f"{self.args[0]}{':' if lines else ''}{''.join(lines)}"


_TOLD = 100


class ApiError(_Answered):
    """The server answered with an error.

    `status` is the status code, `response` what came, `error` its body decoded as the
    description has it (None where the body cannot be read so). `code`, `message` and
    `more_info` are what `error`, or what stands under its ``error``, says under these
    names, unless it is secret. Of problem details (RFC 9457 §3.1) the message is the
    detail or the title. `hint` says what may help.
    """

    hint: ClassVar[str] = ""

    def __init__(
        self, message: str, response: HttpResponse, error: object = None
    ) -> None:
        super().__init__(message, response)
        self.args = (message, response, error)
        self.status = response.status
        self.error = error
        code = _said(error, "code")
        self.code: int | str | None = code if isinstance(code, (int, str)) else None
        self.message = _words(error, "message", "detail", "title")
        self.more_info = _words(error, "more_info")


class ClientFault(ApiError):
    """The server says that the request is at fault (RFC 9110 §15.5)."""


class BadRequest(ClientFault):
    """400: the server cannot make sense of the request."""


class Unauthorized(ClientFault):
    """401: the credentials are missing or wrong, or have run out."""

    hint = "are the credentials right, and for this base URL?"


class Forbidden(ClientFault):
    """403: the credentials do not allow it."""

    hint = "the credentials are known, but may not do this"


class NotFound(ClientFault):
    """404, 410: there is no such thing, or no longer."""


class Conflict(ClientFault):
    """409, 412: what is there now does not go with the request."""


class Unprocessable(ClientFault):
    """422: the server understands the request, and refuses what it says."""


class RateLimited(ClientFault):
    """429: too many requests."""

    hint = "too many requests: wait, or give the client more retries"


class ServerError(ApiError):
    """5xx: the server failed (RFC 9110 §15.6)."""

    hint = "the server failed; what was sent may have been acted on"


_KINDS: Mapping[int, type[ApiError]] = {
    400: BadRequest,
    401: Unauthorized,
    403: Forbidden,
    404: NotFound,
    409: Conflict,
    410: NotFound,
    412: Conflict,
    422: Unprocessable,
    429: RateLimited,
}


def error_of(status: int) -> type[ApiError]:
    """The class of the error that an answer with `status` is."""
    kind = {4: ClientFault, 5: ServerError}.get(status // 100, ApiError)
    return _KINDS.get(status, kind)


def _words(error: object, *names: str) -> str | None:
    found = (_said(error, name) for name in names)
    return next((one for one in found if isinstance(one, str)), None)


def _said(error: object, name: str) -> object:
    """What `error` says under a name, or what does that stands under its ``error``."""
    for one in (error, _field(error, "error")):
        said = _field(one, name)
        if said is not None:
            return said
    return None


def _field(error: object, name: str) -> object:
    if isinstance(error, Mapping):
        return cast("Mapping[str, object]", error).get(name)
    value = getattr(error, name, None)
    # What no repr shows, no message says.
    return None if isinstance(error, Model) and is_masked(error, name, value) else value


def transport_error(
    kind: type[TransportError], request: HttpRequest, why: str
) -> TransportError:
    """An error of `kind` that says what was called and what went wrong."""
    return kind(f"{request}: {why}")
