"""The clients, apart from the operations: one that blocks, and one that awaits."""

from __future__ import annotations

from collections.abc import Generator
from functools import partial
from time import sleep
from types import TracebackType
from typing import TYPE_CHECKING, Any, ClassVar, Self, TypeVar, overload

from .calls import Obtain, Outcome, Send, Wait, answered, halt
from .errors import InvalidResponse, TransportError
from .http import AsyncIncoming, HttpRequest, Incoming, with_headers
from .receiving import acollect, collect
from .requests import Request, StreamRequest
from .settings import Response, Settings, response
from .tasks import pause as _pause
from .transports import AsyncOwnTransport, AsyncTransport, OwnTransport, Transport
from .validation import read

if TYPE_CHECKING:
    from .streaming import AsyncStream, Stream


Item = TypeVar("Item")
R = TypeVar("R")


class BaseClient(Settings):
    """Sends requests one after another, or from many threads."""

    _transport_class: ClassVar[type[OwnTransport]]
    _transport: Transport
    _own: OwnTransport | None = None

    def send(self, request: Request[R]) -> R:
        """Check `request`, send it, and read the response.

        Raises:
            InvalidRequest: a rule of the description is broken; nothing was sent.
            MissingCredentials: the operation needs some; nothing was sent.
            CredentialsRefused: they get no access token; nothing was sent.
            TransportError: no whole response came.
            ApiError: the server answered with an error.
            InvalidResponse: the response cannot be read, or is not as described and
                responses are validated strictly.
        """
        return read(request, self._answer(request), self._validation)

    def exchange(
        self, request: Request[R], outgoing: HttpRequest | None = None
    ) -> Response[R]:
        """As `send`, with the response itself: its status, headers and body.

        `outgoing` is what goes out, if it is not what `prepare` makes of `request`. It
        has to be for the same origin, since credentials are added to it.
        """
        answer = self._answer(request, outgoing)
        return response(request, answer, self._validation)

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

        answer = partial(self._answer, request, stream=True)
        return Stream(request, answer, self._limits, self._validation)

    def _answer(
        self,
        request: Request[Any],
        outgoing: HttpRequest | None = None,
        *,
        stream: bool = False,
    ) -> Any:
        call = self._steps(request, outgoing, stream=stream)
        return answered(self._run(type(request).__name__, call, stream=stream))

    def _run(
        self,
        operation: str,
        call: Generator[Send | Wait | Obtain, Any, Any],
        *,
        stream: bool = False,
    ) -> Any:
        outcome: Outcome | None = None
        step: Any = None
        try:
            step = next(call)
            while True:
                if isinstance(step, Send):
                    outcome = self._outcome(operation, step, stream)
                    step = call.send(outcome)
                elif isinstance(step, Wait):
                    sleep(step.seconds)
                    step = next(call)
                else:
                    step.blocking(self._run, self._retries)
                    step = next(call)
        except StopIteration as stop:
            return stop.value
        except BaseException as error:  # noqa: BLE001  # `halt` raises it
            if isinstance(outcome, Incoming):  # a hook failed
                outcome.close()
            step = None
            halt(call, error)

    def _outcome(self, operation: str, step: Send, stream: bool) -> Outcome:
        try:
            answer = with_headers(self._transport.send(step.request, step.timeout))
            if isinstance(answer, Incoming):
                if stream and self._is_kept(answer.status):
                    return answer
                return collect(operation, answer, self._limits)
        except (InvalidResponse, TransportError) as error:
            return error.with_traceback(None)  # which shows what was sent
        except StopIteration:  # which here would be the end of the call
            raise RuntimeError("the transport raised StopIteration") from None
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

    _awaits = True
    _transport_class: ClassVar[type[AsyncOwnTransport]]
    _transport: AsyncTransport
    _own: AsyncOwnTransport | None = None

    async def send(self, request: Request[R]) -> R:
        """As `BaseClient.send`."""
        return read(request, await self._answer(request), self._validation)

    async def exchange(
        self, request: Request[R], outgoing: HttpRequest | None = None
    ) -> Response[R]:
        """As `BaseClient.exchange`."""
        answer = await self._answer(request, outgoing)
        return response(request, answer, self._validation)

    @overload
    def stream(self, request: StreamRequest[Any, Item]) -> AsyncStream[Item]: ...
    @overload
    def stream(self, request: Request[Any]) -> AsyncStream[Any]: ...
    def stream(self, request: Request[Any]) -> AsyncStream[Any]:
        """As `BaseClient.stream`, for an `async with` statement."""
        from .streaming import AsyncStream

        answer = partial(self._answer, request, stream=True)
        return AsyncStream(request, answer, self._limits, self._validation)

    async def _answer(
        self,
        request: Request[Any],
        outgoing: HttpRequest | None = None,
        *,
        stream: bool = False,
    ) -> Any:
        call = self._steps(request, outgoing, stream=stream)
        return answered(await self._run(type(request).__name__, call, stream=stream))

    async def _run(
        self,
        operation: str,
        call: Generator[Send | Wait | Obtain, Any, Any],
        *,
        stream: bool = False,
    ) -> Any:
        outcome: Outcome | None = None
        step: Any = None
        try:
            step = next(call)
            while True:
                if isinstance(step, Send):
                    outcome = await self._outcome(operation, step, stream)
                    step = call.send(outcome)
                elif isinstance(step, Wait):
                    await _pause(step.seconds)
                    step = next(call)
                else:
                    await step.awaited(self._run, self._retries)
                    step = next(call)
        except StopIteration as stop:
            return stop.value
        except BaseException as error:  # noqa: BLE001  # `halt` raises it
            if isinstance(outcome, AsyncIncoming):  # a hook failed
                await outcome.close()
            step = None
            halt(call, error)

    async def _outcome(self, operation: str, step: Send, stream: bool) -> Outcome:
        try:
            came = await self._transport.send(step.request, step.timeout)
            answer = with_headers(came)
            if isinstance(answer, AsyncIncoming):
                if stream and self._is_kept(answer.status):
                    return answer
                return await acollect(operation, answer, self._limits)
        except (InvalidResponse, TransportError) as error:
            return error.with_traceback(None)  # which shows what was sent
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
