"""Everything that a call can raise.

::

    ClientError
    ├── InvalidRequest (also a ValueError)   refused before anything was sent
    ├── TransportError                       no whole response came
    │   ├── ConnectFailed                    nothing was sent
    │   ├── TimedOut
    │   └── ConnectionLost
    ├── ApiError                             the server answered with an error
    └── InvalidResponse                      the answer cannot be read

`InvalidRequest` stands in `violations`, beside what it carries.
"""

from __future__ import annotations

from .http import HttpRequest, HttpResponse

__all__ = [
    "ApiError",
    "ClientError",
    "ConnectFailed",
    "ConnectionLost",
    "InvalidResponse",
    "TimedOut",
    "TransportError",
]


class ClientError(Exception):
    """The root of all errors of this package."""


class TransportError(ClientError):
    """No whole response came."""


class ConnectFailed(TransportError):
    """No connection could be made; nothing was sent."""


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
    """The answer is not what the description promises. `response` is what came."""


class ApiError(_Answered):
    """The server answered with an error.

    `status` is the status code, `response` what came, `error` its body decoded as the
    description has it (None where the body cannot be read so). `code`, `message` and
    `more_info` are the fields of `error` with these names, None where it has none.
    """

    def __init__(
        self, message: str, response: HttpResponse, error: object = None
    ) -> None:
        super().__init__(message, response)
        self.args = (message, response, error)
        self.status = response.status
        self.error = error
        self.code: int | None = getattr(error, "code", None)
        self.message: str | None = getattr(error, "message", None)
        self.more_info: str | None = getattr(error, "more_info", None)


def transport_error(
    kind: type[TransportError], request: HttpRequest, why: str
) -> TransportError:
    """An error of `kind` that says what was called and what went wrong."""
    return kind(f"{request.method} {request.url}: {why}")
