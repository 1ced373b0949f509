"""Pets"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from .._support.client import BaseAsyncClient, BaseClient

if TYPE_CHECKING:
    from ..models.fetch_pet_point import FetchPetPoint

__all__ = ["AsyncPets", "Pets"]


class Pets:
    """Pets"""

    def __init__(self, client: BaseClient) -> None:
        self._client = client

    def fetch(
        self,
        *,
        id: int,
        parts: Sequence[str],
        label: str,
        matrix: Sequence[int],
        point: FetchPetPoint,
    ) -> None:
        """GET /pets/{id}/{parts}/x{label}/{matrix}/{point}.json"""
        from ..operations.fetch_pet import FetchPet

        return self._client.send(
            FetchPet(
                id=id,
                parts=parts,
                label=label,
                matrix=matrix,
                point=point,
            )
        )


class AsyncPets:
    """Pets"""

    def __init__(self, client: BaseAsyncClient) -> None:
        self._client = client

    async def fetch(
        self,
        *,
        id: int,
        parts: Sequence[str],
        label: str,
        matrix: Sequence[int],
        point: FetchPetPoint,
    ) -> None:
        """GET /pets/{id}/{parts}/x{label}/{matrix}/{point}.json

        The arguments are those of `Pets.fetch`, the fields of `FetchPet`.
        """
        from ..operations.fetch_pet import FetchPet

        return await self._client.send(
            FetchPet(
                id=id,
                parts=parts,
                label=label,
                matrix=matrix,
                point=point,
            )
        )
