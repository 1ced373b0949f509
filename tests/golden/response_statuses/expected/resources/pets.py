"""Pets"""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._support.client import BaseAsyncClient, BaseClient

if TYPE_CHECKING:
    from ..models.job import Job
    from ..models.pet import Pet

__all__ = ["AsyncPets", "Pets"]


class Pets:
    """Pets"""

    def __init__(self, client: BaseClient) -> None:
        self._client = client

    def save(
        self,
    ) -> Pet | Job | None:
        """PUT /pets"""
        from ..operations.save_pet import SavePet

        return self._client.send(SavePet())

    def fetch_job(
        self,
    ) -> Pet | Job:
        """GET /jobs"""
        from ..operations.fetch_job import FetchJob

        return self._client.send(FetchJob())


class AsyncPets:
    """Pets"""

    def __init__(self, client: BaseAsyncClient) -> None:
        self._client = client

    async def save(
        self,
    ) -> Pet | Job | None:
        """PUT /pets

        The arguments are those of `Pets.save`, the fields of `SavePet`.
        """
        from ..operations.save_pet import SavePet

        return await self._client.send(SavePet())

    async def fetch_job(
        self,
    ) -> Pet | Job:
        """GET /jobs

        The arguments are those of `Pets.fetch_job`, the fields of `FetchJob`.
        """
        from ..operations.fetch_job import FetchJob

        return await self._client.send(FetchJob())
