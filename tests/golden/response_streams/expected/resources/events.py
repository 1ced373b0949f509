"""Events"""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from .._support.streaming import AsyncStream, Stream
from .._support.streaming_client import BaseAsyncClient, BaseClient
from .._support.streams import ServerSentEvent

if TYPE_CHECKING:
    from ..models.event import Event
    from ..models.stream_events_response_data import StreamEventsResponseData

__all__ = ["AsyncEvents", "Events"]


class Events:
    """Events"""

    def __init__(self, client: BaseClient) -> None:
        self._client = client

    def stream(
        self,
    ) -> Stream[ServerSentEvent[str | int | StreamEventsResponseData]]:
        """GET /events

        Use it in a `with` statement; what comes is read as you iterate over it.
        """
        from ..operations.stream_events import StreamEvents

        return self._client.stream(StreamEvents())

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

    def stream_ticks(
        self,
        *,
        since: datetime | str | None = None,
    ) -> Stream[ServerSentEvent[datetime]]:
        """GET /ticks

        Use it in a `with` statement; what comes is read as you iterate over it.
        """
        from ..operations.stream_ticks import StreamTicks

        return self._client.stream(
            StreamTicks(
                since=since,
            )
        )

    def list_lines(
        self,
    ) -> Stream[Event]:
        """GET /lines

        Use it in a `with` statement; what comes is read as you iterate over it.
        """
        from ..operations.list_lines import ListLines

        return self._client.stream(ListLines())


class AsyncEvents:
    """Events"""

    def __init__(self, client: BaseAsyncClient) -> None:
        self._client = client

    def stream(
        self,
    ) -> AsyncStream[ServerSentEvent[str | int | StreamEventsResponseData]]:
        """GET /events

        Use it in a `with` statement; what comes is read as you iterate over it.

        The arguments are those of `Events.stream`, the fields of `StreamEvents`.
        """
        from ..operations.stream_events import StreamEvents

        return self._client.stream(StreamEvents())

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

    def stream_ticks(
        self,
        *,
        since: datetime | str | None = None,
    ) -> AsyncStream[ServerSentEvent[datetime]]:
        """GET /ticks

        Use it in a `with` statement; what comes is read as you iterate over it.

        The arguments are those of `Events.stream_ticks`, the fields of `StreamTicks`.
        """
        from ..operations.stream_ticks import StreamTicks

        return self._client.stream(
            StreamTicks(
                since=since,
            )
        )

    def list_lines(
        self,
    ) -> AsyncStream[Event]:
        """GET /lines

        Use it in a `with` statement; what comes is read as you iterate over it.

        The arguments are those of `Events.list_lines`, the fields of `ListLines`.
        """
        from ..operations.list_lines import ListLines

        return self._client.stream(ListLines())
