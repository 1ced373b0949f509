"""Calls"""

from __future__ import annotations

from typing import TYPE_CHECKING

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
        sid: str | None = None,
        parent: str | None = None,
    ) -> Call:
        """POST /calls

        Args:
            sid: The words here, the rule there
            parent: A name that nothing else has
        """
        from ..operations.create_call import CreateCall

        return self._client.send(
            CreateCall(
                sid=sid,
                parent=parent,
            )
        )


class AsyncCalls:
    """Calls"""

    def __init__(self, client: BaseAsyncClient) -> None:
        self._client = client

    async def create(
        self,
        *,
        sid: str | None = None,
        parent: str | None = None,
    ) -> Call:
        """POST /calls

        The arguments are those of `Calls.create`, the fields of `CreateCall`.
        """
        from ..operations.create_call import CreateCall

        return await self._client.send(
            CreateCall(
                sid=sid,
                parent=parent,
            )
        )
