"""Pets"""

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
    from .operations.adopt_pet import AdoptPet as AdoptPet
    from .operations.create_pet import CreatePet as CreatePet
    from .operations.delete_pet import DeletePet as DeletePet
    from .operations.get_pet import GetPet as GetPet
    from .operations.get_root import GetRoot as GetRoot
    from .operations.list_pets import ListPets as ListPets
    from .operations.list_photos import ListPhotos as ListPhotos
    from .operations.patch_pet import PatchPet as PatchPet
    from .operations.replace_pet import ReplacePet as ReplacePet

__all__ = [
    "AdoptPet",
    "Advice",
    "ApiError",
    "AsyncClient",
    "Client",
    "ClientError",
    "ConnectFailed",
    "ConnectionLost",
    "CreatePet",
    "DeletePet",
    "File",
    "GetPet",
    "GetRoot",
    "HttpRequest",
    "HttpResponse",
    "InvalidPayload",
    "InvalidRequest",
    "InvalidResponse",
    "ListPets",
    "ListPhotos",
    "MissingCredentials",
    "PatchPet",
    "Redirect",
    "ReplacePet",
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
    "AdoptPet": ".operations.adopt_pet",
    "Advice": "._support.violations",
    "ApiError": "._support.errors",
    "AsyncClient": ".client",
    "Client": ".client",
    "ClientError": "._support.errors",
    "ConnectFailed": "._support.errors",
    "ConnectionLost": "._support.errors",
    "CreatePet": ".operations.create_pet",
    "DeletePet": ".operations.delete_pet",
    "File": "._support.bodies",
    "GetPet": ".operations.get_pet",
    "GetRoot": ".operations.get_root",
    "HttpRequest": "._support.http",
    "HttpResponse": "._support.http",
    "InvalidPayload": "._support.payloads",
    "InvalidRequest": "._support.violations",
    "InvalidResponse": "._support.errors",
    "ListPets": ".operations.list_pets",
    "ListPhotos": ".operations.list_photos",
    "MissingCredentials": "._support.errors",
    "PatchPet": ".operations.patch_pet",
    "Redirect": "._support.http",
    "ReplacePet": ".operations.replace_pet",
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
