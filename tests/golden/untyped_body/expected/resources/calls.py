"""calls"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from .._support.client import BaseAsyncClient, BaseClient

__all__ = ["AsyncCalls", "Calls"]


class Calls:
    """calls"""

    def __init__(self, client: BaseClient) -> None:
        self._client = client

    def create(
        self,
        *,
        body: Mapping[str, Any],
    ) -> str:
        """POST /calls"""
        from ..operations.create_call import CreateCall

        return self._client.send(
            CreateCall(
                body=body,
            )
        )


class AsyncCalls:
    """calls"""

    def __init__(self, client: BaseAsyncClient) -> None:
        self._client = client

    async def create(
        self,
        *,
        body: Mapping[str, Any],
    ) -> str:
        """POST /calls

        The arguments are those of `Calls.create`, the fields of `CreateCall`.
        """
        from ..operations.create_call import CreateCall

        return await self._client.send(
            CreateCall(
                body=body,
            )
        )
