"""Pets"""

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
    from .models.all import All as All
    from .models.any_model import AnyModel as AnyModel
    from .models.bytes import Bytes as Bytes
    from .models.client_model import ClientModel as ClientModel
    from .models.datetime import Datetime as Datetime
    from .models.gr_e import GrE as GrE
    from .models.list_model import ListModel as ListModel
    from .models.literal_model import LiteralModel as LiteralModel
    from .models.mapping_model import MappingModel as MappingModel
    from .models.minus import Minus as Minus
    from .models.model_model import ModelModel as ModelModel
    from .models.none_model import NoneModel as NoneModel
    from .models.pet import Pet as Pet
    from .models.request_model import RequestModel as RequestModel
    from .models.schema2fa import Schema2fa as Schema2fa
    from .models.self_model import SelfModel as SelfModel
    from .models.underscore import Underscore as Underscore
    from .models.user_info import UserInfo as UserInfo
    from .models.user_info_lower import UserInfoLower as UserInfoLower
    from .models.userinfo_upper import UserinfoUpper as UserinfoUpper
    from .operations.fetch_all import FetchAll as FetchAll

__all__ = [
    "Advice",
    "All",
    "Answered",
    "AnyModel",
    "ApiError",
    "AsyncClient",
    "AsyncHttpx2Transport",
    "AsyncIncoming",
    "AsyncTransport",
    "BadRequest",
    "BasicAuth",
    "BearerAuth",
    "Bytes",
    "Client",
    "ClientError",
    "ClientFault",
    "ClientModel",
    "Conflict",
    "ConnectFailed",
    "ConnectionLost",
    "CredentialsRefused",
    "Datetime",
    "FetchAll",
    "Forbidden",
    "GrE",
    "HttpRequest",
    "HttpResponse",
    "Httpx2Transport",
    "Incoming",
    "InvalidRequest",
    "InvalidResponse",
    "Limits",
    "ListModel",
    "LiteralModel",
    "MappingModel",
    "Minus",
    "Mismatch",
    "MissingCredentials",
    "ModelModel",
    "NoneModel",
    "NotFound",
    "Options",
    "Pet",
    "RateLimited",
    "RawAuth",
    "Redirect",
    "Repeated",
    "Request",
    "RequestModel",
    "Response",
    "Retries",
    "Schema2fa",
    "SelfModel",
    "Sent",
    "ServerError",
    "Signer",
    "TimedOut",
    "Timeout",
    "Transport",
    "TransportError",
    "UNSET",
    "Unauthorized",
    "Underscore",
    "Unprocessable",
    "UnreadableField",
    "Unset",
    "UserInfo",
    "UserInfoLower",
    "UserinfoUpper",
    "Violation",
]

# Each name is imported when it is first asked for (PEP 562).
_HOMES = {
    "Advice": "._support.violations",
    "All": ".models.all",
    "Answered": "._support.calls",
    "AnyModel": ".models.any_model",
    "ApiError": "._support.errors",
    "AsyncClient": ".client",
    "AsyncHttpx2Transport": "._support.httpx2",
    "AsyncIncoming": "._support.http",
    "AsyncTransport": "._support.transports",
    "BadRequest": "._support.errors",
    "BasicAuth": "._support.auth",
    "BearerAuth": "._support.tokens",
    "Bytes": ".models.bytes",
    "Client": ".client",
    "ClientError": "._support.errors",
    "ClientFault": "._support.errors",
    "ClientModel": ".models.client_model",
    "Conflict": "._support.errors",
    "ConnectFailed": "._support.errors",
    "ConnectionLost": "._support.errors",
    "CredentialsRefused": "._support.errors",
    "Datetime": ".models.datetime",
    "FetchAll": ".operations.fetch_all",
    "Forbidden": "._support.errors",
    "GrE": ".models.gr_e",
    "HttpRequest": "._support.http",
    "HttpResponse": "._support.http",
    "Httpx2Transport": "._support.httpx2",
    "Incoming": "._support.http",
    "InvalidRequest": "._support.violations",
    "InvalidResponse": "._support.errors",
    "Limits": "._support.receiving",
    "ListModel": ".models.list_model",
    "LiteralModel": ".models.literal_model",
    "MappingModel": ".models.mapping_model",
    "Minus": ".models.minus",
    "Mismatch": "._support.mismatches",
    "MissingCredentials": "._support.errors",
    "ModelModel": ".models.model_model",
    "NoneModel": ".models.none_model",
    "NotFound": "._support.errors",
    "Options": "._support.settings",
    "Pet": ".models.pet",
    "RateLimited": "._support.errors",
    "RawAuth": "._support.tokens",
    "Redirect": "._support.http",
    "Repeated": "._support.calls",
    "Request": "._support.requests",
    "RequestModel": ".models.request_model",
    "Response": "._support.settings",
    "Retries": "._support.retries",
    "Schema2fa": ".models.schema2fa",
    "SelfModel": ".models.self_model",
    "Sent": "._support.calls",
    "ServerError": "._support.errors",
    "Signer": "._support.auth",
    "TimedOut": "._support.errors",
    "Timeout": "._support.http",
    "Transport": "._support.transports",
    "TransportError": "._support.errors",
    "UNSET": "._support.unset",
    "Unauthorized": "._support.errors",
    "Underscore": ".models.underscore",
    "Unprocessable": "._support.errors",
    "UnreadableField": "._support.readers",
    "Unset": "._support.unset",
    "UserInfo": ".models.user_info",
    "UserInfoLower": ".models.user_info_lower",
    "UserinfoUpper": ".models.userinfo_upper",
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
