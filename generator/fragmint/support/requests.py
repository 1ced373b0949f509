"""What the parameter models share, and how a client calls them."""

from __future__ import annotations

from collections.abc import Mapping
from operator import attrgetter
from typing import Any, Generic, TypeVar

from .http import HttpRequest, HttpResponse
from .models import Model

__all__ = ["Fields", "Request"]

R = TypeVar("R")


class Fields(dict[str, str]):
    """The fields of a model that go out in one place, Python names by wire name."""

    __slots__ = ("_values", "_wire_names")

    def __init__(self, names: Mapping[str, str]) -> None:
        super().__init__(names)
        self._wire_names = tuple(names)
        # attrgetter returns a tuple only for two names or more.
        self._values = attrgetter(*names.values(), "__class__", "__class__")

    def given(self, model: object) -> dict[str, Any]:
        """The values of `model` that are given, by wire name."""
        return {
            name: value
            for name, value in zip(self._wire_names, self._values(model), strict=False)
            if value is not None
        }


class Request(Model, Generic[R]):
    """The parameters of one operation, whose response is read as an `R`.

    Build one ahead, keep it, compare it; `client.send` sends it.
    """

    __slots__ = ()

    def _build(self, server: str, defaults: Mapping[str, Any]) -> HttpRequest:
        """The request to send to `server`, its base URL without a closing slash.

        `defaults` has the values that the client holds, by wire name.

        Raises:
            InvalidRequest: a rule of the description is broken.
        """
        raise NotImplementedError

    @classmethod
    def _read(cls, response: HttpResponse) -> R:
        """What `response` says.

        Raises:
            ApiError: it is an error.
            InvalidResponse: it cannot be read.
        """
        raise NotImplementedError
