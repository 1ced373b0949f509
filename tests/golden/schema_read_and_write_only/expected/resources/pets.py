"""Pets"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from .._support.client import BaseAsyncClient, BaseClient

if TYPE_CHECKING:
    from ..models.pet import Pet
    from ..models.pet_input import PetInput

__all__ = ["AsyncPets", "Pets"]


class Pets:
    """Pets"""

    def __init__(self, client: BaseClient) -> None:
        self._client = client

    def create(
        self,
        *,
        body: Sequence[PetInput | Pet],
    ) -> Pet:
        """POST /pets"""
        from ..operations.create_pets import CreatePets

        _request = CreatePets(
            body=body,
        )
        # A traceback would show it.
        del body

        return self._client.send(_request)


class AsyncPets:
    """Pets"""

    def __init__(self, client: BaseAsyncClient) -> None:
        self._client = client

    async def create(
        self,
        *,
        body: Sequence[PetInput | Pet],
    ) -> Pet:
        """POST /pets

        The arguments are those of `Pets.create`, the fields of `CreatePets`.
        """
        from ..operations.create_pets import CreatePets

        _request = CreatePets(
            body=body,
        )
        # A traceback would show it.
        del body

        return await self._client.send(_request)
