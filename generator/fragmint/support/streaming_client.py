"""The clients of those who can take a response as it comes in."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Any, TypeVar, overload

from .client import BaseAsyncClient as _BaseAsyncClient
from .client import BaseClient as _BaseClient
from .requests import Request
from .streams import StreamRequest, items_read

if TYPE_CHECKING:
    from .streaming import AsyncStream, Stream

Item = TypeVar("Item")


class BaseClient(_BaseClient):
    """Sends requests one after another, or from many threads."""

    @overload
    def stream(self, request: StreamRequest[Any, Item]) -> Stream[Item]: ...
    @overload
    def stream(self, request: Request[Any]) -> Stream[Any]: ...
    def stream(self, request: Request[Any]) -> Stream[Any]:
        """As `send`, with the body of the response to be taken as it comes in.

        Use it in a `with` statement. The request is sent when that is entered, and what
        `send` raises is raised there. The total timeout ends with the headers.
        """
        from .streaming import Stream

        answer = partial(_answer, self, request)
        return Stream(request, answer, self._limits, self._validation)


class BaseAsyncClient(_BaseAsyncClient):
    """Sends requests from one or many tasks."""

    @overload
    def stream(self, request: StreamRequest[Any, Item]) -> AsyncStream[Item]: ...
    @overload
    def stream(self, request: Request[Any]) -> AsyncStream[Any]: ...
    def stream(self, request: Request[Any]) -> AsyncStream[Any]:
        """As `BaseClient.stream`, for an `async with` statement."""
        from .streaming import AsyncStream

        answer = partial(_answer, self, request)
        return AsyncStream(request, answer, self._limits, self._validation)


def _answer(client: Any, request: Request[Any]) -> Any:
    """The answer that `client` gets as it comes in, or what is to be awaited for it."""
    outgoing = client.prepare(request)
    wanted = ", ".join(items_read(type(request))[0])
    if wanted:
        outgoing = outgoing._replace(headers={**outgoing.headers, "Accept": wanted})
    timeout = replace(client._timeout, streamed=True)
    return client.with_options(timeout=timeout)._answer(request, outgoing)
