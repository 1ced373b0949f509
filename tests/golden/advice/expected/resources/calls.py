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
        region: Literal["us1", "ie1"] | str | None = None,
        trunk: str | None = None,
        to: str | None = None,
    ) -> None:
        """POST /calls

        Args:
            region: Where the call is mixed
            trunk: The trunk
            to: Who is called
        """
        from ..operations.create_call import CreateCall

        return self._client.send(
            CreateCall(
                region=region,
                trunk=trunk,
                to=to,
            )
        )


class AsyncCalls:
    """Calls"""

    def __init__(self, client: BaseAsyncClient) -> None:
        self._client = client

    async def create(
        self,
        *,
        region: Literal["us1", "ie1"] | str | None = None,
        trunk: str | None = None,
        to: str | None = None,
    ) -> None:
        """POST /calls

        The arguments are those of `Calls.create`, the fields of `CreateCall`.
        """
        from ..operations.create_call import CreateCall

        return await self._client.send(
            CreateCall(
                region=region,
                trunk=trunk,
                to=to,
            )
        )
