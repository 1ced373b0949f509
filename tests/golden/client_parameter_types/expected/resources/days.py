"""Days"""

from __future__ import annotations

from datetime import date as Date
from typing import Literal

from .._support.client import BaseAsyncClient, BaseClient

__all__ = ["AsyncDays", "Days"]


class Days:
    """Days"""

    def __init__(self, client: BaseClient) -> None:
        self._client = client

    def fetch(
        self,
        *,
        day: Date | str | None = None,
        zone: Literal["a", "b"] | None = None,
    ) -> None:
        """GET /days/{Day}

        Args:
            day: Left out, it is the client's.
            zone: Left out, it is the client's.
        """
        from ..operations.fetch_day import FetchDay

        return self._client.send(
            FetchDay(
                day=day,
                zone=zone,
            )
        )


class AsyncDays:
    """Days"""

    def __init__(self, client: BaseAsyncClient) -> None:
        self._client = client

    async def fetch(
        self,
        *,
        day: Date | str | None = None,
        zone: Literal["a", "b"] | None = None,
    ) -> None:
        """GET /days/{Day}

        The arguments are those of `Days.fetch`, the fields of `FetchDay`.
        """
        from ..operations.fetch_day import FetchDay

        return await self._client.send(
            FetchDay(
                day=day,
                zone=zone,
            )
        )
