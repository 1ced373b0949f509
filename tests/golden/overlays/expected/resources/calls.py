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
        to: str,
        from_: str,
    ) -> None:
        """POST /calls

        Args:
            to: Who is called.
            from_: Who is called.
        """
        from ..operations.create_call import CreateCall

        return self._client.send(
            CreateCall(
                to=to,
                from_=from_,
            )
        )

    def get(
        self,
        *,
        sid: str,
    ) -> None:
        """GET /calls/{sid}"""
        from ..operations.get_call import GetCall

        return self._client.send(
            GetCall(
                sid=sid,
            )
        )


class AsyncCalls:
    """Calls"""

    def __init__(self, client: BaseAsyncClient) -> None:
        self._client = client

    async def create(
        self,
        *,
        to: str,
        from_: str,
    ) -> None:
        """POST /calls

        The arguments are those of `Calls.create`, the fields of `CreateCall`.
        """
        from ..operations.create_call import CreateCall

        return await self._client.send(
            CreateCall(
                to=to,
                from_=from_,
            )
        )

    async def get(
        self,
        *,
        sid: str,
    ) -> None:
        """GET /calls/{sid}

        The arguments are those of `Calls.get`, the fields of `GetCall`.
        """
        from ..operations.get_call import GetCall

        return await self._client.send(
            GetCall(
                sid=sid,
            )
        )
