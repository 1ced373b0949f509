"""Pets"""

from __future__ import annotations

from .._support.client import BaseAsyncClient, BaseClient

__all__ = ["AsyncPets", "Pets"]


class Pets:
    """Pets"""

    def __init__(self, client: BaseClient) -> None:
        self._client = client

    def query(
        self,
        *,
        kind: str | None = None,
    ) -> list[str]:
        """QUERY /pets"""
        from ..operations.query_pets import QueryPets

        return self._client.send(
            QueryPets(
                kind=kind,
            )
        )

    def copy(
        self,
        *,
        to: str,
    ) -> None:
        """COPY /pets"""
        from ..operations.copy_pets import CopyPets

        return self._client.send(
            CopyPets(
                to=to,
            )
        )


class AsyncPets:
    """Pets"""

    def __init__(self, client: BaseAsyncClient) -> None:
        self._client = client

    async def query(
        self,
        *,
        kind: str | None = None,
    ) -> list[str]:
        """QUERY /pets

        The arguments are those of `Pets.query`, the fields of `QueryPets`.
        """
        from ..operations.query_pets import QueryPets

        return await self._client.send(
            QueryPets(
                kind=kind,
            )
        )

    async def copy(
        self,
        *,
        to: str,
    ) -> None:
        """COPY /pets

        The arguments are those of `Pets.copy`, the fields of `CopyPets`.
        """
        from ..operations.copy_pets import CopyPets

        return await self._client.send(
            CopyPets(
                to=to,
            )
        )
