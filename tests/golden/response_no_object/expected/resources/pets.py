"""Pets"""

from __future__ import annotations

from datetime import date as Date
from typing import TYPE_CHECKING, List

from .._support.client import BaseAsyncClient, BaseClient

if TYPE_CHECKING:
    from ..models.pet import Pet

__all__ = ["AsyncPets", "Pets"]


class Pets:
    """Pets"""

    def __init__(self, client: BaseClient) -> None:
        self._client = client

    def list(
        self,
    ) -> List[Pet]:
        """GET /list"""
        from ..operations.list_pets import ListPets

        return self._client.send(ListPets())

    def map(
        self,
    ) -> dict[str, Pet]:
        """GET /map"""
        from ..operations.map_pets import MapPets

        return self._client.send(MapPets())

    def date(
        self,
    ) -> Date | None:
        """GET /date"""
        from ..operations.date_pets import DatePets

        return self._client.send(DatePets())

    def either(
        self,
    ) -> Pet | List[Pet]:
        """GET /either"""
        from ..operations.either_pet import EitherPet

        return self._client.send(EitherPet())


class AsyncPets:
    """Pets"""

    def __init__(self, client: BaseAsyncClient) -> None:
        self._client = client

    async def list(
        self,
    ) -> List[Pet]:
        """GET /list

        The arguments are those of `Pets.list`, the fields of `ListPets`.
        """
        from ..operations.list_pets import ListPets

        return await self._client.send(ListPets())

    async def map(
        self,
    ) -> dict[str, Pet]:
        """GET /map

        The arguments are those of `Pets.map`, the fields of `MapPets`.
        """
        from ..operations.map_pets import MapPets

        return await self._client.send(MapPets())

    async def date(
        self,
    ) -> Date | None:
        """GET /date

        The arguments are those of `Pets.date`, the fields of `DatePets`.
        """
        from ..operations.date_pets import DatePets

        return await self._client.send(DatePets())

    async def either(
        self,
    ) -> Pet | List[Pet]:
        """GET /either

        The arguments are those of `Pets.either`, the fields of `EitherPet`.
        """
        from ..operations.either_pet import EitherPet

        return await self._client.send(EitherPet())
