"""Readings"""

from __future__ import annotations

from typing import Any

from .._support.client import BaseAsyncClient, BaseClient
from .._support.unset import UNSET

__all__ = ["AsyncReadings", "Readings"]


class Readings:
    """Readings"""

    def __init__(self, client: BaseClient) -> None:
        self._client = client

    def create(
        self,
        *,
        small: int | None = None,
        large: int | None = None,
        large_text: str | None = None,
        large_either: int | str | None = None,
        rate: float | None = None,
        text: str | None = None,
        untyped: Any = UNSET,
        whole_number: float | None = None,
    ) -> None:
        """POST /readings"""
        from ..operations.create_reading import CreateReading

        return self._client.send(
            CreateReading(
                small=small,
                large=large,
                large_text=large_text,
                large_either=large_either,
                rate=rate,
                text=text,
                untyped=untyped,
                whole_number=whole_number,
            )
        )


class AsyncReadings:
    """Readings"""

    def __init__(self, client: BaseAsyncClient) -> None:
        self._client = client

    async def create(
        self,
        *,
        small: int | None = None,
        large: int | None = None,
        large_text: str | None = None,
        large_either: int | str | None = None,
        rate: float | None = None,
        text: str | None = None,
        untyped: Any = UNSET,
        whole_number: float | None = None,
    ) -> None:
        """POST /readings

        The arguments are those of `Readings.create`, the fields of `CreateReading`.
        """
        from ..operations.create_reading import CreateReading

        return await self._client.send(
            CreateReading(
                small=small,
                large=large,
                large_text=large_text,
                large_either=large_either,
                rate=rate,
                text=text,
                untyped=untyped,
                whole_number=whole_number,
            )
        )
