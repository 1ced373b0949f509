"""Calls"""

from __future__ import annotations

from typing import Literal

from .._support.client import BaseAsyncClient, BaseClient

__all__ = ["AsyncCalls", "Calls"]


class Calls:
    """Calls"""

    def __init__(self, client: BaseClient) -> None:
        self._client = client

    def create(
        self,
        *,
        count: int | None = None,
        ratio: float | None = None,
        level: Literal[1, 2, 3] | None = None,
    ) -> None:
        """POST /calls

        Args:
            count: How many
        """
        from ..operations.create_call import CreateCall

        return self._client.send(
            CreateCall(
                count=count,
                ratio=ratio,
                level=level,
            )
        )


class AsyncCalls:
    """Calls"""

    def __init__(self, client: BaseAsyncClient) -> None:
        self._client = client

    async def create(
        self,
        *,
        count: int | None = None,
        ratio: float | None = None,
        level: Literal[1, 2, 3] | None = None,
    ) -> None:
        """POST /calls

        The arguments are those of `Calls.create`, the fields of `CreateCall`.
        """
        from ..operations.create_call import CreateCall

        return await self._client.send(
            CreateCall(
                count=count,
                ratio=ratio,
                level=level,
            )
        )
