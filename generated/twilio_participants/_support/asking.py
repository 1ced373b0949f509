"""Credentials whose secret an async function gives, which few need."""

from __future__ import annotations

from collections.abc import Generator
from typing import Any

from .auth import Grant
from .http import HttpRequest, Timeout


class Asked(Grant):
    """Credentials of one call, which are `asking` an async function in a step of it."""

    __slots__ = ("_asking", "_settled")

    def __init__(self, asking: Any) -> None:
        self._asking = asking

    def value(self) -> str:
        """What they are this time."""
        value: str = self._settled.value()
        return value

    def is_fresh(self) -> bool:
        """Each request asks for its own."""
        return False

    def drop(self, refused: HttpRequest) -> None:
        """Nothing is kept."""

    def obtain(self, timeout: Timeout) -> Generator[Any, None, None]:
        """See `awaited`: no client that blocks has them."""
        yield self

    async def awaited(self, *_: object) -> None:
        """Ask, in a task."""
        self._settled = await self._asking.settled()
