"""Calls"""

from __future__ import annotations

from .._support.client import BaseAsyncClient, BaseClient

__all__ = ["AsyncCalls", "Calls"]


class Calls:
    """Calls"""

    def __init__(self, client: BaseClient) -> None:
        self._client = client

    def create(
        self,
        *,
        password: str,
        user: str | None = None,
    ) -> None:
        """POST /calls

        Args:
            password: The secret
        """
        from ..operations.create_call import CreateCall

        _request = CreateCall(
            password=password,
            user=user,
        )
        # A traceback would show it.
        del password

        return self._client.send(_request)


class AsyncCalls:
    """Calls"""

    def __init__(self, client: BaseAsyncClient) -> None:
        self._client = client

    async def create(
        self,
        *,
        password: str,
        user: str | None = None,
    ) -> None:
        """POST /calls

        The arguments are those of `Calls.create`, the fields of `CreateCall`.
        """
        from ..operations.create_call import CreateCall

        _request = CreateCall(
            password=password,
            user=user,
        )
        # A traceback would show it.
        del password

        return await self._client.send(_request)
