"""What the parameter models share, and how a client calls them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Generic, TypeVar

from .http import HttpRequest, HttpResponse
from .models import Model, made

__all__ = ["Fields", "Request"]

R = TypeVar("R")


class Fields(dict[str, str]):
    """The fields of a model that go out in one place, Python names by wire name."""

    __slots__ = ("given",)

    given: Callable[[object], dict[str, Any]]
    """The values of a model that are given, by wire name."""

    def __init__(self, names: Mapping[str, str]) -> None:
        super().__init__(names)
        scope: dict[str, Any] = {}
        lines = ["fields = {}"]
        for wire_name, name in names.items():
            scope[f"wire_{name}"] = wire_name
            lines.append(f"if (value := model.{name}) is not None:")
            lines.append(f" fields[wire_{name}] = value")
        self.given = made("given(model)", [*lines, "return fields"], scope)


class Request(Model, Generic[R]):
    """The parameters of one operation, whose response is read as an `R`.

    Build one ahead, keep it, compare it; `client.send` sends it.
    """

    __slots__ = ()

    def build(self, server: str, defaults: Mapping[str, Any]) -> HttpRequest:
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
