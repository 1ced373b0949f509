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
        trim: Literal["trim-silence", "do-not-trim"] | None = None,
        only: Literal["one"] | None = None,
    ) -> None:
        """POST /calls

        Args:
            trim: Default: "trim-silence".
        """
        from ..operations.create_call import CreateCall

        return self._client.send(
            CreateCall(
                trim=trim,
                only=only,
            )
        )


class AsyncCalls:
    """Calls"""

    def __init__(self, client: BaseAsyncClient) -> None:
        self._client = client

    async def create(
        self,
        *,
        trim: Literal["trim-silence", "do-not-trim"] | None = None,
        only: Literal["one"] | None = None,
    ) -> None:
        """POST /calls

        The arguments are those of `Calls.create`, the fields of `CreateCall`.
        """
        from ..operations.create_call import CreateCall

        return await self._client.send(
            CreateCall(
                trim=trim,
                only=only,
            )
        )
