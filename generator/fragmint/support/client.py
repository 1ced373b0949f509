"""The clients, apart from the operations: one that blocks, and one that awaits."""

from __future__ import annotations

from collections.abc import Generator
from time import sleep
from types import TracebackType
from typing import Any, Self, TypeVar

from .calls import Obtain, Outcome, Send, Wait, answered, halt
from .errors import InvalidResponse, TransportError
from .http import AsyncIncoming, HttpRequest, Incoming, with_headers
from .receiving import acollect, collect
from .requests import Request
from .settings import Response, Settings, response
from .tasks import pause as _pause
from .transports import AsyncTransport, Transport
from .validation import read

R = TypeVar("R")


class BaseClient(Settings):
    """Sends requests one after another, or from many threads."""

    _transport: Transport

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

    def _answer(
        self, request: Request[Any], outgoing: HttpRequest | None = None
    ) -> Any:
        call = self._steps(request, outgoing)
        return answered(self._run(type(request).__name__, call))

    def _run(
        self, operation: str, call: Generator[Send | Wait | Obtain, Any, Any]
    ) -> Any:
        outcome: Outcome | None = None
        step: Any = None
        try:
            step = next(call)
            while True:
                if isinstance(step, Send):
                    outcome = self._outcome(operation, step)
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

    def _outcome(self, operation: str, step: Send) -> Outcome:
        try:
            answer = with_headers(self._transport.send(step.request, step.timeout))
            if isinstance(answer, Incoming):
                if step.timeout.streamed and self._is_kept(answer.status):
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
    _transport: AsyncTransport

    async def send(self, request: Request[R]) -> R:
        """As `BaseClient.send`."""
        return read(request, await self._answer(request), self._validation)

    async def exchange(
        self, request: Request[R], outgoing: HttpRequest | None = None
    ) -> Response[R]:
        """As `BaseClient.exchange`."""
        answer = await self._answer(request, outgoing)
        return response(request, answer, self._validation)

    async def _answer(
        self, request: Request[Any], outgoing: HttpRequest | None = None
    ) -> Any:
        call = self._steps(request, outgoing)
        return answered(await self._run(type(request).__name__, call))

    async def _run(
        self, operation: str, call: Generator[Send | Wait | Obtain, Any, Any]
    ) -> Any:
        outcome: Outcome | None = None
        step: Any = None
        try:
            step = next(call)
            while True:
                if isinstance(step, Send):
                    outcome = await self._outcome(operation, step)
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

    async def _outcome(self, operation: str, step: Send) -> Outcome:
        try:
            came = await self._transport.send(step.request, step.timeout)
            answer = with_headers(came)
            if isinstance(answer, AsyncIncoming):
                if step.timeout.streamed and self._is_kept(answer.status):
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
