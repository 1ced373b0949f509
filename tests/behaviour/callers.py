"""One call by either client, from making it to closing it."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import aclosing, asynccontextmanager, closing, contextmanager
from importlib import import_module
from pathlib import Path
from typing import Any, Protocol

import fragmint
import twilio_participants._support as support
from twilio_participants import (
    AsyncClient,
    Client,
    CreateParticipant,
    Participant,
    Timeout,
)

from .samples import ACCOUNT, AUTH, LEAST
from .server import Server

# Generous: a test that waits for it fails anyway.
PATIENT = Timeout(connect=20.0, total=20.0)


def settings(at: Server | str, options: dict[str, Any]) -> dict[str, Any]:
    usual = {
        "auth": AUTH,
        "account_sid": ACCOUNT,
        "base_url": at if isinstance(at, str) else at.url,
        "timeout": PATIENT,
    }
    return usual | options


class Caller(Protocol):
    by_httpx2: bool

    def create(
        self, at: Server | str, /, *, client: dict[str, Any] | None = None, **given: Any
    ) -> Participant:
        """`participants.create` of what is `given`, over what is required."""
        ...

    def send(
        self, at: Server | str, request: CreateParticipant, /, **client: Any
    ) -> Participant:
        """`client.send`."""
        ...

    def stream(self, at: Server | str, request: CreateParticipant, /) -> bytes:
        """The body of the response, taken as it comes in."""
        ...


def stdlib_of(support: Any) -> Any:
    """The transport that the package of `support` was not made for.

    It is taken from where the other one came from, as a part of this package.
    """
    support.__path__.append(str(Path(fragmint.__file__).parent / "support"))
    return import_module(f"{support.__name__}.stdlib")


stdlib = stdlib_of(support)
# What the package has no use for: to take a response as it comes in.
streaming: Any = import_module(f"{support.__name__}.streaming_client")
Streaming: Any = type("Client", (streaming.BaseClient, Client), {})
AsyncStreaming: Any = type("Client", (streaming.BaseAsyncClient, AsyncClient), {})


class SyncCaller:
    """By the transport of the package, or another."""

    def __init__(self, transport: Callable[[], Any] | None = None) -> None:
        self._transport = transport
        self.by_httpx2 = transport is None

    @contextmanager
    def _client(
        self, at: Server | str, options: dict[str, Any], kind: Any = Client
    ) -> Iterator[Any]:
        if self._transport is None or "transport" in options:
            with kind(**settings(at, options)) as made:
                yield made
            return
        with (
            closing(self._transport()) as transport,
            kind(**settings(at, options | {"transport": transport})) as made,
        ):
            yield made

    def create(
        self, at: Server | str, /, *, client: dict[str, Any] | None = None, **given: Any
    ) -> Participant:
        with self._client(at, client or {}) as made:
            participant: Participant = made.participants.create(**(LEAST | given))
            return participant

    def send(
        self, at: Server | str, request: CreateParticipant, /, **client: Any
    ) -> Participant:
        with self._client(at, client) as made:
            participant: Participant = made.send(request)
            return participant

    def stream(self, at: Server | str, request: CreateParticipant, /) -> bytes:
        client = self._client(at, {}, Streaming)
        with client as made, made.stream(request) as stream:
            return b"".join(stream.iter_bytes())


class AsyncCaller:
    """By the transport of the package, or another."""

    def __init__(self, transport: Callable[[], Any] | None = None) -> None:
        self._transport = transport
        self.by_httpx2 = transport is None

    @asynccontextmanager
    async def _client(
        self, at: Server | str, options: dict[str, Any], kind: Any = AsyncClient
    ) -> AsyncIterator[Any]:
        if self._transport is None or "transport" in options:
            async with kind(**settings(at, options)) as made:
                yield made
            return
        async with (
            aclosing(self._transport()) as transport,
            kind(**settings(at, options | {"transport": transport})) as made,
        ):
            yield made

    def create(
        self, at: Server | str, /, *, client: dict[str, Any] | None = None, **given: Any
    ) -> Participant:
        async def run() -> Participant:
            async with self._client(at, client or {}) as made:
                participant: Participant = await made.participants.create(
                    **(LEAST | given)
                )
                return participant

        return asyncio.run(run())

    def send(
        self, at: Server | str, request: CreateParticipant, /, **client: Any
    ) -> Participant:
        async def run() -> Participant:
            async with self._client(at, client) as made:
                participant: Participant = await made.send(request)
                return participant

        return asyncio.run(run())

    def stream(self, at: Server | str, request: CreateParticipant, /) -> bytes:
        async def run() -> bytes:
            client = self._client(at, {}, AsyncStreaming)
            async with client as made, made.stream(request) as stream:
                return b"".join([piece async for piece in stream.iter_bytes()])

        return asyncio.run(run())
