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
    from .models.cat import Cat as Cat
    from .models.cat_input import CatInput as CatInput
    from .models.cow import Cow as Cow
    from .models.dog import Dog as Dog
    from .models.dog_input import DogInput as DogInput
    from .operations.add_pet import AddPet as AddPet
    from .operations.list_pets import ListPets as ListPets
    from .types.animal import Animal as Animal
    from .types.counts import Counts as Counts
    from .types.counts_input import CountsInput as CountsInput
    from .types.json import Json as Json
    from .types.json_input import JsonInput as JsonInput
    from .types.pet import Pet as Pet
    from .types.pet_input import PetInput as PetInput
    from .types.pets import Pets as Pets
    from .types.reason import Reason as Reason
    from .types.status import Status as Status
    from .types.tags import Tags as Tags
    from .types.when import When as When
    from .types.why import Why as Why

__all__ = [
    "AddPet",
    "Advice",
    "Animal",
    "Answered",
    "ApiError",
    "AsyncClient",
    "AsyncHttpx2Transport",
    "AsyncIncoming",
    "AsyncTransport",
    "BadRequest",
    "BasicAuth",
    "BearerAuth",
    "Cat",
    "CatInput",
    "Client",
    "ClientError",
    "ClientFault",
    "Conflict",
    "ConnectFailed",
    "ConnectionLost",
    "Counts",
    "CountsInput",
    "Cow",
    "CredentialsRefused",
    "Dog",
    "DogInput",
    "Forbidden",
    "HttpRequest",
    "HttpResponse",
    "Httpx2Transport",
    "Incoming",
    "InvalidRequest",
    "InvalidResponse",
    "Json",
    "JsonInput",
    "Limits",
    "ListPets",
    "Mismatch",
    "MissingCredentials",
    "NotFound",
    "Options",
    "Pet",
    "PetInput",
    "Pets",
    "RateLimited",
    "RawAuth",
    "Reason",
    "Redirect",
    "Repeated",
    "Request",
    "Response",
    "Retries",
    "Sent",
    "ServerError",
    "Signer",
    "Status",
    "Tags",
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
    "When",
    "Why",
]

# Each name is imported when it is first asked for (PEP 562).
_HOMES = {
    "AddPet": ".operations.add_pet",
    "Advice": "._support.violations",
    "Animal": ".types.animal",
    "Answered": "._support.calls",
    "ApiError": "._support.errors",
    "AsyncClient": ".client",
    "AsyncHttpx2Transport": "._support.httpx2",
    "AsyncIncoming": "._support.http",
    "AsyncTransport": "._support.transports",
    "BadRequest": "._support.errors",
    "BasicAuth": "._support.auth",
    "BearerAuth": "._support.tokens",
    "Cat": ".models.cat",
    "CatInput": ".models.cat_input",
    "Client": ".client",
    "ClientError": "._support.errors",
    "ClientFault": "._support.errors",
    "Conflict": "._support.errors",
    "ConnectFailed": "._support.errors",
    "ConnectionLost": "._support.errors",
    "Counts": ".types.counts",
    "CountsInput": ".types.counts_input",
    "Cow": ".models.cow",
    "CredentialsRefused": "._support.errors",
    "Dog": ".models.dog",
    "DogInput": ".models.dog_input",
    "Forbidden": "._support.errors",
    "HttpRequest": "._support.http",
    "HttpResponse": "._support.http",
    "Httpx2Transport": "._support.httpx2",
    "Incoming": "._support.http",
    "InvalidRequest": "._support.violations",
    "InvalidResponse": "._support.errors",
    "Json": ".types.json",
    "JsonInput": ".types.json_input",
    "Limits": "._support.receiving",
    "ListPets": ".operations.list_pets",
    "Mismatch": "._support.mismatches",
    "MissingCredentials": "._support.errors",
    "NotFound": "._support.errors",
    "Options": "._support.settings",
    "Pet": ".types.pet",
    "PetInput": ".types.pet_input",
    "Pets": ".types.pets",
    "RateLimited": "._support.errors",
    "RawAuth": "._support.tokens",
    "Reason": ".types.reason",
    "Redirect": "._support.http",
    "Repeated": "._support.calls",
    "Request": "._support.requests",
    "Response": "._support.settings",
    "Retries": "._support.retries",
    "Sent": "._support.calls",
    "ServerError": "._support.errors",
    "Signer": "._support.auth",
    "Status": ".types.status",
    "Tags": ".types.tags",
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
    "When": ".types.when",
    "Why": ".types.why",
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
