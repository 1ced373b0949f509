"""Pets"""

from __future__ import annotations

from .._support.client import BaseAsyncClient, BaseClient

__all__ = ["AsyncPets", "Pets"]


class Pets:
    """Pets"""

    def __init__(self, client: BaseClient) -> None:
        self._client = client

    def add(
        self,
        *,
        name: str | None = None,
    ) -> None:
        """POST /pets"""
        from ..operations.add_pet import AddPet

        return self._client.send(
            AddPet(
                name=name,
            )
        )


class AsyncPets:
    """Pets"""

    def __init__(self, client: BaseAsyncClient) -> None:
        self._client = client

    async def add(
        self,
        *,
        name: str | None = None,
    ) -> None:
        """POST /pets

        The arguments are those of `Pets.add`, the fields of `AddPet`.
        """
        from ..operations.add_pet import AddPet

        return await self._client.send(
            AddPet(
                name=name,
            )
        )
