"""What the parameter models share, and how a client calls them."""

from __future__ import annotations

from typing import Any, Generic, TypeVar

from .http import HttpRequest, HttpResponse
from .models import Model

__all__ = ["Request"]

R = TypeVar("R")


class Request(Model, Generic[R]):
    """The parameters of one operation, whose response is read as an `R`.

    Build one ahead, keep it, compare it; `client.send` sends it.
    """

    __slots__ = ()

    def build(self, server: str, defaults: dict[str, Any]) -> HttpRequest:
        """The request to send to `server`, its base URL without a closing slash.

        `defaults` has the values that the client holds, by wire name.

        Raises:
            InvalidRequest: a rule of the description is broken.
        """
        raise NotImplementedError

    @classmethod
    def read(cls, response: HttpResponse) -> R:
        """What `response` says.

        Raises:
            ApiError: it is an error.
            InvalidResponse: it cannot be read.
        """
        raise NotImplementedError
