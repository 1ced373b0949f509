"""default"""

from __future__ import annotations

from .._support.client import BaseAsyncClient, BaseClient

__all__ = ["AsyncDefault", "Default"]


class Default:
    """default"""

    def __init__(self, client: BaseClient) -> None:
        self._client = client

    def list_calls(
        self,
        *,
        page_size: int | None = None,
        x_trace: str | None = None,
    ) -> None:
        """GET /calls"""
        from ..operations.list_calls import ListCalls

        return self._client.send(
            ListCalls(
                page_size=page_size,
                x_trace=x_trace,
            )
        )


class AsyncDefault:
    """default"""

    def __init__(self, client: BaseAsyncClient) -> None:
        self._client = client

    async def list_calls(
        self,
        *,
        page_size: int | None = None,
        x_trace: str | None = None,
    ) -> None:
        """GET /calls

        The arguments are those of `Default.list_calls`, the fields of `ListCalls`.
        """
        from ..operations.list_calls import ListCalls

        return await self._client.send(
            ListCalls(
                page_size=page_size,
                x_trace=x_trace,
            )
        )
