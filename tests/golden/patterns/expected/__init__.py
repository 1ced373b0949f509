"""Calls"""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ._support.bodies import File as File
    from ._support.errors import (
        ApiError as ApiError,
        ClientError as ClientError,
        ConnectFailed as ConnectFailed,
        ConnectionLost as ConnectionLost,
        InvalidResponse as InvalidResponse,
        MissingCredentials as MissingCredentials,
        TimedOut as TimedOut,
        TransportError as TransportError,
    )
    from ._support.http import (
        HttpRequest as HttpRequest,
        HttpResponse as HttpResponse,
        Redirect as Redirect,
        Timeout as Timeout,
    )
    from ._support.payloads import InvalidPayload as InvalidPayload
    from ._support.readers import UnreadableField as UnreadableField
    from ._support.requests import Request as Request
    from ._support.unset import UNSET as UNSET, Unset as Unset
    from ._support.violations import (
        Advice as Advice,
        InvalidRequest as InvalidRequest,
        Violation as Violation,
    )
    from .client import AsyncClient as AsyncClient, Client as Client
    from .operations.create_call import CreateCall as CreateCall

__all__ = [
    "Advice",
    "ApiError",
    "AsyncClient",
    "Client",
    "ClientError",
    "ConnectFailed",
    "ConnectionLost",
    "CreateCall",
    "File",
    "HttpRequest",
    "HttpResponse",
    "InvalidPayload",
    "InvalidRequest",
    "InvalidResponse",
    "MissingCredentials",
    "Redirect",
    "Request",
    "TimedOut",
    "Timeout",
    "TransportError",
    "UNSET",
    "UnreadableField",
    "Unset",
    "Violation",
]

# Each name is imported when it is first asked for (PEP 562).
_HOMES = {
    "Advice": "._support.violations",
    "ApiError": "._support.errors",
    "AsyncClient": ".client",
    "Client": ".client",
    "ClientError": "._support.errors",
    "ConnectFailed": "._support.errors",
    "ConnectionLost": "._support.errors",
    "CreateCall": ".operations.create_call",
    "File": "._support.bodies",
    "HttpRequest": "._support.http",
    "HttpResponse": "._support.http",
    "InvalidPayload": "._support.payloads",
    "InvalidRequest": "._support.violations",
    "InvalidResponse": "._support.errors",
    "MissingCredentials": "._support.errors",
    "Redirect": "._support.http",
    "Request": "._support.requests",
    "TimedOut": "._support.errors",
    "Timeout": "._support.http",
    "TransportError": "._support.errors",
    "UNSET": "._support.unset",
    "UnreadableField": "._support.readers",
    "Unset": "._support.unset",
    "Violation": "._support.violations",
}


def __getattr__(name: str) -> object:
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module

    value = globals()[name] = getattr(import_module(_HOMES[name], __name__), name)
    return value


def __dir__() -> list[str]:
    return __all__
