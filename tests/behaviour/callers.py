"""One call by either client, from making it to closing it."""

from __future__ import annotations

import asyncio
from typing import Any, Protocol

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


class SyncCaller:
    def create(
        self, at: Server | str, /, *, client: dict[str, Any] | None = None, **given: Any
    ) -> Participant:
        with Client(**settings(at, client or {})) as made:
            return made.participants.create(**(LEAST | given))

    def send(
        self, at: Server | str, request: CreateParticipant, /, **client: Any
    ) -> Participant:
        with Client(**settings(at, client)) as made:
            return made.send(request)


class AsyncCaller:
    def create(
        self, at: Server | str, /, *, client: dict[str, Any] | None = None, **given: Any
    ) -> Participant:
        async def run() -> Participant:
            async with AsyncClient(**settings(at, client or {})) as made:
                return await made.participants.create(**(LEAST | given))

        return asyncio.run(run())

    def send(
        self, at: Server | str, request: CreateParticipant, /, **client: Any
    ) -> Participant:
        async def run() -> Participant:
            async with AsyncClient(**settings(at, client)) as made:
                return await made.send(request)

        return asyncio.run(run())
