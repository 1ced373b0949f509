"""Subscriptions"""

from __future__ import annotations

from .._support.client import BaseAsyncClient, BaseClient

__all__ = ["AsyncSubscriptions", "Subscriptions"]


class Subscriptions:
    """Subscriptions"""

    def __init__(self, client: BaseClient) -> None:
        self._client = client

    def subscribe(
        self,
        *,
        url: str,
    ) -> None:
        """POST /subscriptions"""
        from ..operations.subscribe import Subscribe

        return self._client.send(
            Subscribe(
                url=url,
            )
        )


class AsyncSubscriptions:
    """Subscriptions"""

    def __init__(self, client: BaseAsyncClient) -> None:
        self._client = client

    async def subscribe(
        self,
        *,
        url: str,
    ) -> None:
        """POST /subscriptions

        The arguments are those of `Subscriptions.subscribe`, the fields of `Subscribe`.
        """
        from ..operations.subscribe import Subscribe

        return await self._client.send(
            Subscribe(
                url=url,
            )
        )
