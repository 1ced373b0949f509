"""For tests of what uses Pets: transports that answer, models, requests."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from ._support import testing_streams as _testing
from ._support.streams import ServerSentEvent

if TYPE_CHECKING:
    from .models.event import Event
    from .models.stream_events_response_data import StreamEventsResponseData
    from .operations.list_lines import ListLines
    from .operations.send_events import SendEvents
    from .operations.stream_events import StreamEvents
    from .operations.stream_ticks import StreamTicks

__all__ = [
    "AsyncFakeTransport",
    "FakeTransport",
    "make_event",
    "make_stream_events_response_data",
    "strategies",
]


class _Events(_testing.Operations):
    stream: _testing.StreamAnswers[
        StreamEvents,
        list[ServerSentEvent[str | int | StreamEventsResponseData]],
        ServerSentEvent[str | int | StreamEventsResponseData],
    ]
    send: _testing.Answers[SendEvents, None]
    stream_ticks: _testing.StreamAnswers[
        StreamTicks, list[ServerSentEvent[datetime]], ServerSentEvent[datetime]
    ]
    list_lines: _testing.StreamAnswers[ListLines, list[Event], Event]


class _Resources_(_testing.Resources):
    events: _Events


class FakeTransport(_Resources_, _testing.Fake):
    """What a `Client` is given as its transport: it answers as the test says.

    Each operation is where the client has it, and `calls` are the requests so far.
    """


class AsyncFakeTransport(_Resources_, _testing.AsyncFake):
    """`FakeTransport` for an `AsyncClient`."""


class _Strategies_(_testing.Strategies):
    stream_events: _testing.Strategy[StreamEvents]
    send_events: _testing.Strategy[SendEvents]
    stream_ticks: _testing.Strategy[StreamTicks]
    list_lines: _testing.Strategy[ListLines]


strategies = _Strategies_()
"""Requests that satisfy every rule, drawn by Hypothesis: a function for each operation.
"""

if TYPE_CHECKING:
    make_event = _testing.factory(Event)
    make_stream_events_response_data = _testing.factory(StreamEventsResponseData)
else:

    def __getattr__(name):
        return _testing.made(__package__, name)
