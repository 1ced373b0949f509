"""Pets"""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._support.client import BaseAsyncClient, BaseClient

if TYPE_CHECKING:
    from ..models.pet import Pet

__all__ = ["AsyncPets", "Pets"]


class Pets:
    """Pets"""

    def __init__(self, client: BaseClient) -> None:
        self._client = client

    def save(
        self,
        *,
        id: int,
        name: str | None,
        weight: float | None = None,
    ) -> Pet:
        """The headers of the answer 200: X-Count.

        PUT /pets/{id}
        """
        from ..operations.save_pet import SavePet

        return self._client.send(
            SavePet(
                id=id,
                name=name,
                weight=weight,
            )
        )


class AsyncPets:
    """Pets"""

    def __init__(self, client: BaseAsyncClient) -> None:
        self._client = client

    async def save(
        self,
        *,
        id: int,
        name: str | None,
        weight: float | None = None,
    ) -> Pet:
        """The headers of the answer 200: X-Count.

        PUT /pets/{id}

        The arguments are those of `Pets.save`, the fields of `SavePet`.
        """
        from ..operations.save_pet import SavePet

        return await self._client.send(
            SavePet(
                id=id,
                name=name,
                weight=weight,
            )
        )
