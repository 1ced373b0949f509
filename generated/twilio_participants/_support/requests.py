"""What the parameter models share, and how a client calls them."""

from __future__ import annotations

from dataclasses import replace
from typing import Any, ClassVar, Generic, TypeVar, cast

from .http import HttpRequest, HttpResponse
from .models import Model

R = TypeVar("R")
R_co = TypeVar("R_co", covariant=True)


class Request(Model, Generic[R_co]):
    """The parameters of one operation, whose response is read as an `R_co`.

    Build one ahead, keep it, compare it; `client.send` sends it.

    `_security` has the alternatives of who may call, each by the names of its schemes:
    () is nobody in particular, None that the description is silent on it. `_server` is
    where the operation is, if not where the others are. `_idempotency_key` is the field
    that one is made for if it is left out. `_pages` is how its answers go on in further
    ones: one of the classes `By…` of `pagination`. `_insist` sees that a response is as
    described, if not `strict.insist` does.
    """

    __slots__ = ()
    _security: ClassVar[tuple[tuple[str, ...], ...] | None] = None
    _server: ClassVar[str | None] = None
    _idempotency_key: ClassVar[str | None] = None
    _pages: ClassVar[Any] = None
    _insist: ClassVar[Any] = None

    def build(self, server: str, defaults: dict[str, Any]) -> HttpRequest:
        """The request to send to `server`, its base URL without a closing slash.

        `defaults` has the values that the client holds, by wire name.

        Raises:
            InvalidRequest: a rule of the description is broken.
        """
        raise NotImplementedError  # each operation has its own

    @classmethod
    def read(cls, response: HttpResponse) -> R_co:
        """What `response` says.

        Raises:
            ApiError: it is an error.
            InvalidResponse: it cannot be read.
        """
        raise NotImplementedError  # each operation has its own


# No methods of `Request`: a parameter can have any name.


def check_request(given: object) -> None:
    """See that it can be sent.

    Raises:
        TypeError: It is no request, but the class of one, say.
    """
    kind = type(given)
    if isinstance(given, Request):
        return
    if isinstance(given, type) and issubclass(given, Request):
        name = given.__name__
        raise TypeError(f"a request must be {name}(…), not the class {name} itself")
    raise TypeError(f"a request must be made by the class of an operation, not {kind}")


def security_of(request: Request[Any]) -> tuple[tuple[str, ...], ...] | None:
    """Who may call: see `Request`."""
    kind: Any = type(request)
    return cast("tuple[tuple[str, ...], ...] | None", kind._security)


def server_of(request: Request[Any]) -> str | None:
    """Where it is to be sent: see `Request`."""
    kind: Any = type(request)
    return cast("str | None", kind._server)


def with_key(request: Request[R]) -> Request[R]:
    """`request` with an idempotency key, if the operation takes one: see `Request`."""
    kind: Any = type(request)
    name: str | None = kind._idempotency_key
    if name is None or getattr(request, name) is not None:
        return request
    from uuid import uuid4

    changed: Any = request
    return cast("Request[R]", replace(changed, **{name: str(uuid4())}))
