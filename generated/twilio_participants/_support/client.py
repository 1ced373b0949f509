"""The clients, apart from the operations: one that blocks, and one that awaits."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from importlib import import_module
from time import sleep
from types import TracebackType
from typing import Any, ClassVar, Self, TypeVar, Unpack

from .auth import Auth, Credentials, Scheme
from .calls import Outcome, Send
from .errors import TransportError
from .http import AsyncIncoming, HttpResponse, Incoming, Timeout
from .receiving import acollect, collect
from .requests import Request
from .settings import DEFAULT_TIMEOUT, NONE, Options, Response, Settings, response
from .transports import AsyncOwnTransport, AsyncTransport, OwnTransport, Transport

__all__ = ["DEFAULT_TIMEOUT", "BaseAsyncClient", "BaseClient"]

R = TypeVar("R")


class BaseClient(Settings):
    """Sends requests one after another, or from many threads.

    `server` is where the description says that the API is; `base_url` is the user's
    word, and goes before it. `credentials` are by the names of `schemes`.
    """

    _transport_class: ClassVar[type[OwnTransport]]
    _own: OwnTransport | None = None

    def __init__(
        self,
        *,
        auth: Auth | None = None,
        base_url: str | None = None,
        server: str = "",
        timeout: Timeout | float = DEFAULT_TIMEOUT,
        defaults: Mapping[str, Any] = NONE,
        credentials: Mapping[str, Credentials | None] = NONE,
        schemes: Mapping[str, Scheme] = NONE,
        transport: Transport | None = None,
        **options: Unpack[Options],
    ) -> None:
        super().__init__(
            auth=auth,
            base_url=base_url,
            server=server,
            timeout=timeout,
            defaults=defaults,
            credentials=credentials,
            schemes=schemes,
            options=options,
        )
        if transport is None:
            transport = self._own = self._transport_class()
        self._transport = transport

    def send(self, request: Request[R]) -> R:
        """Check `request`, send it, and read the response.

        Raises:
            InvalidRequest: a rule of the description is broken; nothing was sent.
            MissingCredentials: the operation needs some; nothing was sent.
            TransportError: no whole response came.
            ApiError: the server answered with an error.
            InvalidResponse: the response cannot be read.
        """
        return request.read(self._answer(request))

    def exchange(self, request: Request[R]) -> Response[R]:
        """As `send`, with the response itself: its status, headers and body."""
        return response(request, self._answer(request))

    def _answer(self, request: Request[Any]) -> HttpResponse:
        operation = type(request).__name__
        call = self._steps(request)
        try:
            step = next(call)
            while True:
                if isinstance(step, Send):
                    step = call.send(self._outcome(operation, step))
                else:
                    sleep(step.seconds)
                    step = next(call)
        except StopIteration as stop:
            answer: HttpResponse = stop.value
            return answer

    def _outcome(self, operation: str, step: Send) -> Outcome:
        try:
            answer = self._transport.send(step.request, step.timeout)
            if isinstance(answer, Incoming):
                return collect(operation, answer, self._limits)
        except TransportError as error:
            return error
        else:
            return answer

    def close(self) -> None:
        """Close the connections. A transport that was handed in is left alone."""
        own, self._own = self._own, None
        if own is not None:
            own.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()


class BaseAsyncClient(Settings):
    """Sends requests from one or many tasks."""

    _transport_class: ClassVar[type[AsyncOwnTransport]]
    _own: AsyncOwnTransport | None = None

    def __init__(
        self,
        *,
        auth: Auth | None = None,
        base_url: str | None = None,
        server: str = "",
        timeout: Timeout | float = DEFAULT_TIMEOUT,
        defaults: Mapping[str, Any] = NONE,
        credentials: Mapping[str, Credentials | None] = NONE,
        schemes: Mapping[str, Scheme] = NONE,
        transport: AsyncTransport | None = None,
        **options: Unpack[Options],
    ) -> None:
        super().__init__(
            auth=auth,
            base_url=base_url,
            server=server,
            timeout=timeout,
            defaults=defaults,
            credentials=credentials,
            schemes=schemes,
            options=options,
        )
        if transport is None:
            transport = self._own = self._transport_class()
        self._transport = transport

    async def send(self, request: Request[R]) -> R:
        """As `BaseClient.send`."""
        return request.read(await self._answer(request))

    async def exchange(self, request: Request[R]) -> Response[R]:
        """As `BaseClient.exchange`."""
        return response(request, await self._answer(request))

    async def _answer(self, request: Request[Any]) -> HttpResponse:
        operation = type(request).__name__
        call = self._steps(request)
        try:
            step = next(call)
            while True:
                if isinstance(step, Send):
                    step = call.send(await self._outcome(operation, step))
                else:
                    await _pause(step.seconds)
                    step = next(call)
        except StopIteration as stop:
            answer: HttpResponse = stop.value
            return answer

    async def _outcome(self, operation: str, step: Send) -> Outcome:
        try:
            answer = await self._transport.send(step.request, step.timeout)
            if isinstance(answer, AsyncIncoming):
                return await acollect(operation, answer, self._limits)
        except TransportError as error:
            return error
        else:
            return answer

    async def aclose(self) -> None:
        """Close the connections. A transport that was handed in is left alone."""
        own, self._own = self._own, None
        if own is not None:
            await own.aclose()

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        await self.aclose()


async def _pause(seconds: float) -> None:
    """Wait, whichever library runs the task."""
    try:
        asyncio.get_running_loop()
    except RuntimeError:  # it is trio, on which httpx2 stands by way of anyio
        await import_module("anyio").sleep(seconds)
    else:
        await asyncio.sleep(seconds)
