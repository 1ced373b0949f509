"""Connections that are kept, and a bound on how many there are."""

from __future__ import annotations

import os
from collections import deque
from concurrent.futures import Future
from threading import RLock
from time import monotonic

from .routes import Route
from .wire import Wire

_IDLE = 30.0
"""Seconds after which a connection is not used again: what is between may forget it."""


class Pool:
    """The connections of one process: at most `limit`, idle ones included.

    Whoever wants one asks for a place, and takes a connection when it is there; keeping
    or dropping the connection gives the place to the next in line.
    """

    def __init__(self, limit: int) -> None:
        self.process = os.getpid()
        self._limit = limit
        self._lock = RLock()  # garbage collection may come in here at any point
        self._free = limit
        self._line: deque[Future[None]] = deque()
        self._idle: list[Wire] = []
        self._busy: set[Wire] = set()
        self._closed = False

    def ask(self) -> Future[None] | None:
        """A place: None if there is one, else what tells when there is.

        Raises:
            RuntimeError: It is closed.
        """
        with self._lock:
            if self._closed:
                raise RuntimeError("the transport is closed")
            if self._free:
                self._free -= 1
                return None
            place = Future[None]()
            self._line.append(place)
            if self._free:  # by now: garbage collection has ended a response
                self._free -= 1
                self._give()
            return place

    def leave(self, place: Future[None]) -> None:
        """Wait no longer for `place`, whether or not it was given by now."""
        with self._lock:
            if not place.cancel():
                self._give()
            elif place in self._line:
                self._line.remove(place)

    def take(self, route: Route) -> Wire:
        """A connection for the place that was given; it may have to be made yet."""
        with self._lock:
            wire = self._kept(route)
            if wire is None:
                if len(self._idle) + len(self._busy) >= self._limit:
                    self._idle.pop(0).close()
                wire = Wire(route)
            self._busy.add(wire)
            if self._closed:
                wire.abort()
            return wire

    def keep(self, wire: Wire) -> None:
        """Have back a connection that can be used again."""
        with self._lock:
            self._busy.discard(wire)
            if self._closed:
                wire.close()
            else:
                wire.since = monotonic()
                self._idle.append(wire)
            self._give()

    def drop(self, wire: Wire) -> None:
        """Close a connection, and wake who waits for it."""
        if self.process == os.getpid():  # in a fork, it is still its parent's
            wire.abort()
        wire.close()
        with self._lock:
            self._busy.discard(wire)
            self._give()

    def close(self) -> None:
        """Close what is idle, and end what is busy; again is no harm."""
        with self._lock:
            self._closed = True
            for wire in self._idle:
                wire.close()
            self._idle.clear()
            for wire in self._busy.copy():
                wire.abort()

    def forget(self) -> None:
        """Let go of the sockets in a process that was forked: they are its parent's."""
        # The lock may be held for ever, by a thread that is not here.
        for wire in (*self._idle, *self._busy):
            wire.close()

    def _kept(self, route: Route) -> Wire | None:
        oldest = monotonic() - _IDLE
        for wire in reversed(self._idle):  # of which it is no harm to remove that one
            if wire.route == route:
                self._idle.remove(wire)
                if wire.since > oldest and wire.silent():
                    return wire
                wire.close()
        return None

    def _give(self) -> None:
        while self._line:
            place = self._line.popleft()
            if place.set_running_or_notify_cancel():
                place.set_result(None)
                return
        self._free += 1
