"""Calls"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from .._support.client import BaseAsyncClient, BaseClient

if TYPE_CHECKING:
    from ..models.call import Call

__all__ = ["AsyncCalls", "Calls"]


class Calls:
    """Calls"""

    def __init__(self, client: BaseClient) -> None:
        self._client = client

    def create(
        self,
        *,
        to: str | None = None,
        next: Call | None = None,
        tree: Sequence[Any] | None = None,
    ) -> None:
        """POST /calls"""
        from ..operations.create_call import CreateCall

        return self._client.send(
            CreateCall(
                to=to,
                next=next,
                tree=tree,
            )
        )


class AsyncCalls:
    """Calls"""

    def __init__(self, client: BaseAsyncClient) -> None:
        self._client = client

    async def create(
        self,
        *,
        to: str | None = None,
        next: Call | None = None,
        tree: Sequence[Any] | None = None,
    ) -> None:
        """POST /calls

        The arguments are those of `Calls.create`, the fields of `CreateCall`.
        """
        from ..operations.create_call import CreateCall

        return await self._client.send(
            CreateCall(
                to=to,
                next=next,
                tree=tree,
            )
        )
