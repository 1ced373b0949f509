"""Events"""

from __future__ import annotations

from .._support.client import BaseAsyncClient, BaseClient

__all__ = ["AsyncEvents", "Events"]


class Events:
    """Events"""

    def __init__(self, client: BaseClient) -> None:
        self._client = client

    def stream(
        self,
    ) -> str:
        """GET /events"""
        from ..operations.stream_events import StreamEvents

        return self._client.send(StreamEvents())

    def send(
        self,
        *,
        body: str | bytes,
    ) -> None:
        """POST /events"""
        from ..operations.send_events import SendEvents

        return self._client.send(
            SendEvents(
                body=body,
            )
        )


class AsyncEvents:
    """Events"""

    def __init__(self, client: BaseAsyncClient) -> None:
        self._client = client

    async def stream(
        self,
    ) -> str:
        """GET /events

        The arguments are those of `Events.stream`, the fields of `StreamEvents`.
        """
        from ..operations.stream_events import StreamEvents

        return await self._client.send(StreamEvents())

    async def send(
        self,
        *,
        body: str | bytes,
    ) -> None:
        """POST /events

        The arguments are those of `Events.send`, the fields of `SendEvents`.
        """
        from ..operations.send_events import SendEvents

        return await self._client.send(
            SendEvents(
                body=body,
            )
        )
