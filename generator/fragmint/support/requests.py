"""What the parameter models share, and how a client calls them."""

from __future__ import annotations

from typing import Any, ClassVar, Generic, TypeVar, cast

from .http import HttpRequest, HttpResponse
from .models import Model

__all__ = ["Request", "security_of", "server_of"]

R = TypeVar("R")


class Request(Model, Generic[R]):
    """The parameters of one operation, whose response is read as an `R`.

    Build one ahead, keep it, compare it; `client.send` sends it.

    `_security` has the alternatives of who may call, each by the names of its schemes:
    () is nobody in particular, None that the description is silent on it. `_server` is
    where the operation is, if not where the others are.
    """

    __slots__ = ()
    _security: ClassVar[tuple[tuple[str, ...], ...] | None] = None
    _server: ClassVar[str | None] = None

    def build(self, server: str, defaults: dict[str, Any]) -> HttpRequest:
        """The request to send to `server`, its base URL without a closing slash.

        `defaults` has the values that the client holds, by wire name.

        Raises:
            InvalidRequest: a rule of the description is broken.
        """
        raise NotImplementedError  # each operation has its own

    @classmethod
    def read(cls, response: HttpResponse) -> R:
        """What `response` says.

        Raises:
            ApiError: it is an error.
            InvalidResponse: it cannot be read.
        """
        raise NotImplementedError  # each operation has its own


# No methods of `Request`: a parameter can have any name.


def security_of(request: Request[Any]) -> tuple[tuple[str, ...], ...] | None:
    """Who may call: see `Request`."""
    kind: Any = type(request)
    return cast("tuple[tuple[str, ...], ...] | None", kind._security)


def server_of(request: Request[Any]) -> str | None:
    """Where it is to be sent: see `Request`."""
    kind: Any = type(request)
    return cast("str | None", kind._server)
