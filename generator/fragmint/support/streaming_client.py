"""The clients of those who can take a response as it comes in."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Any, TypeVar, overload

from .client import BaseAsyncClient as _BaseAsyncClient
from .client import BaseClient as _BaseClient
from .discreet import discreet
from .http import HttpRequest
from .requests import Request
from .settings import Settings
from .streams import StreamRequest, items_read

if TYPE_CHECKING:
    from .streaming import AsyncStream, Stream

Item = TypeVar("Item")


class _Streaming(Settings):
    def _answer_in_pieces(self, request: Request[Any]) -> Any:
        """The answer as it comes in, or what is to be awaited for it."""
        client: Any = self.with_options()
        client._timeout = replace(self._timeout, streamed=True)
        return client._answer(request)

    @discreet
    def prepare(self, request: Request[Any]) -> HttpRequest:
        """The request as it would go out, but for the credentials and the options.

        Raises:
            InvalidRequest: a rule of the description is broken.
        """
        outgoing = super().prepare(request)
        wanted = ", ".join(items_read(type(request))[0])
        if wanted and self._timeout.streamed:
            headers = {**outgoing.headers, "Accept": wanted}
            outgoing = outgoing._replace(headers=headers)
        return outgoing


class BaseClient(_Streaming, _BaseClient):
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

        answer = partial(self._answer_in_pieces, request)
        return Stream(request, answer, self._limits, self._validation)


class BaseAsyncClient(_Streaming, _BaseAsyncClient):
    """Sends requests from one or many tasks."""

    @overload
    def stream(self, request: StreamRequest[Any, Item]) -> AsyncStream[Item]: ...
    @overload
    def stream(self, request: Request[Any]) -> AsyncStream[Any]: ...
    def stream(self, request: Request[Any]) -> AsyncStream[Any]:
        """As `BaseClient.stream`, for an `async with` statement."""
        from .streaming import AsyncStream

        answer = partial(self._answer_in_pieces, request)
        return AsyncStream(request, answer, self._limits, self._validation)
