"""pets"""

from __future__ import annotations

from collections.abc import Sequence

from .._support.client import BaseAsyncClient, BaseClient

__all__ = ["AsyncPets", "Pets"]


class Pets:
    """pets"""

    def __init__(self, client: BaseClient) -> None:
        self._client = client

    def create(
        self,
        *,
        name: str | None = None,
        pair: Sequence[str | int] | None = None,
        bark: str | None = None,
        loud: bool | None = None,
    ) -> None:
        """POST /pets"""
        from ..operations.create_pet import CreatePet

        return self._client.send(
            CreatePet(
                name=name,
                pair=pair,
                bark=bark,
                loud=loud,
            )
        )


class AsyncPets:
    """pets"""

    def __init__(self, client: BaseAsyncClient) -> None:
        self._client = client

    async def create(
        self,
        *,
        name: str | None = None,
        pair: Sequence[str | int] | None = None,
        bark: str | None = None,
        loud: bool | None = None,
    ) -> None:
        """POST /pets

        The arguments are those of `Pets.create`, the fields of `CreatePet`.
        """
        from ..operations.create_pet import CreatePet

        return await self._client.send(
            CreatePet(
                name=name,
                pair=pair,
                bark=bark,
                loud=loud,
            )
        )
