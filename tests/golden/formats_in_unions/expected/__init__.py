"""Visits"""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ._support.auth import BasicAuth as BasicAuth, Signer as Signer
    from ._support.calls import Answered as Answered, Repeated as Repeated, Sent as Sent
    from ._support.errors import (
        ApiError as ApiError,
        BadRequest as BadRequest,
        ClientError as ClientError,
        ClientFault as ClientFault,
        Conflict as Conflict,
        ConnectFailed as ConnectFailed,
        ConnectionLost as ConnectionLost,
        CredentialsRefused as CredentialsRefused,
        Forbidden as Forbidden,
        InvalidResponse as InvalidResponse,
        MissingCredentials as MissingCredentials,
        NotFound as NotFound,
        RateLimited as RateLimited,
        ServerError as ServerError,
        TimedOut as TimedOut,
        TransportError as TransportError,
        Unauthorized as Unauthorized,
        Unprocessable as Unprocessable,
    )
    from ._support.http import (
        AsyncIncoming as AsyncIncoming,
        HttpRequest as HttpRequest,
        HttpResponse as HttpResponse,
        Incoming as Incoming,
        Redirect as Redirect,
        Timeout as Timeout,
    )
    from ._support.httpx2 import (
        AsyncHttpx2Transport as AsyncHttpx2Transport,
        Httpx2Transport as Httpx2Transport,
    )
    from ._support.mismatches import Mismatch as Mismatch
    from ._support.readers import UnreadableField as UnreadableField
    from ._support.receiving import Limits as Limits
    from ._support.requests import Request as Request
    from ._support.retries import Retries as Retries
    from ._support.settings import Options as Options, Response as Response
    from ._support.tokens import BearerAuth as BearerAuth, RawAuth as RawAuth
    from ._support.transports import (
        AsyncTransport as AsyncTransport,
        Transport as Transport,
    )
    from ._support.unset import UNSET as UNSET, Unset as Unset
    from ._support.violations import (
        Advice as Advice,
        InvalidRequest as InvalidRequest,
        Violation as Violation,
    )
    from .client import AsyncClient as AsyncClient, Client as Client
    from .models.guest import Guest as Guest
    from .models.guest_input import GuestInput as GuestInput
    from .models.host import Host as Host
    from .models.host_input import HostInput as HostInput
    from .operations.create_visit import CreateVisit as CreateVisit
    from .types.days import Days as Days
    from .types.days_input import DaysInput as DaysInput

__all__ = [
    "Advice",
    "Answered",
    "ApiError",
    "AsyncClient",
    "AsyncHttpx2Transport",
    "AsyncIncoming",
    "AsyncTransport",
    "BadRequest",
    "BasicAuth",
    "BearerAuth",
    "Client",
    "ClientError",
    "ClientFault",
    "Conflict",
    "ConnectFailed",
    "ConnectionLost",
    "CreateVisit",
    "CredentialsRefused",
    "Days",
    "DaysInput",
    "Forbidden",
    "Guest",
    "GuestInput",
    "Host",
    "HostInput",
    "HttpRequest",
    "HttpResponse",
    "Httpx2Transport",
    "Incoming",
    "InvalidRequest",
    "InvalidResponse",
    "Limits",
    "Mismatch",
    "MissingCredentials",
    "NotFound",
    "Options",
    "RateLimited",
    "RawAuth",
    "Redirect",
    "Repeated",
    "Request",
    "Response",
    "Retries",
    "Sent",
    "ServerError",
    "Signer",
    "TimedOut",
    "Timeout",
    "Transport",
    "TransportError",
    "UNSET",
    "Unauthorized",
    "Unprocessable",
    "UnreadableField",
    "Unset",
    "Violation",
]

# Each name is imported when it is first asked for (PEP 562).
_HOMES = {
    "Advice": "._support.violations",
    "Answered": "._support.calls",
    "ApiError": "._support.errors",
    "AsyncClient": ".client",
    "AsyncHttpx2Transport": "._support.httpx2",
    "AsyncIncoming": "._support.http",
    "AsyncTransport": "._support.transports",
    "BadRequest": "._support.errors",
    "BasicAuth": "._support.auth",
    "BearerAuth": "._support.tokens",
    "Client": ".client",
    "ClientError": "._support.errors",
    "ClientFault": "._support.errors",
    "Conflict": "._support.errors",
    "ConnectFailed": "._support.errors",
    "ConnectionLost": "._support.errors",
    "CreateVisit": ".operations.create_visit",
    "CredentialsRefused": "._support.errors",
    "Days": ".types.days",
    "DaysInput": ".types.days_input",
    "Forbidden": "._support.errors",
    "Guest": ".models.guest",
    "GuestInput": ".models.guest_input",
    "Host": ".models.host",
    "HostInput": ".models.host_input",
    "HttpRequest": "._support.http",
    "HttpResponse": "._support.http",
    "Httpx2Transport": "._support.httpx2",
    "Incoming": "._support.http",
    "InvalidRequest": "._support.violations",
    "InvalidResponse": "._support.errors",
    "Limits": "._support.receiving",
    "Mismatch": "._support.mismatches",
    "MissingCredentials": "._support.errors",
    "NotFound": "._support.errors",
    "Options": "._support.settings",
    "RateLimited": "._support.errors",
    "RawAuth": "._support.tokens",
    "Redirect": "._support.http",
    "Repeated": "._support.calls",
    "Request": "._support.requests",
    "Response": "._support.settings",
    "Retries": "._support.retries",
    "Sent": "._support.calls",
    "ServerError": "._support.errors",
    "Signer": "._support.auth",
    "TimedOut": "._support.errors",
    "Timeout": "._support.http",
    "Transport": "._support.transports",
    "TransportError": "._support.errors",
    "UNSET": "._support.unset",
    "Unauthorized": "._support.errors",
    "Unprocessable": "._support.errors",
    "UnreadableField": "._support.readers",
    "Unset": "._support.unset",
    "Violation": "._support.violations",
}

if not TYPE_CHECKING:  # to type checkers there is no other name

    def __getattr__(name):
        if name not in _HOMES:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        from importlib import import_module

        value = globals()[name] = getattr(import_module(_HOMES[name], __name__), name)
        return value


def __dir__() -> list[str]:
    return __all__
