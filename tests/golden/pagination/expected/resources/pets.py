"""Pets"""

from __future__ import annotations

from typing import TYPE_CHECKING, List

from .._support.client import BaseAsyncClient, BaseClient
from .._support.pagination import AsyncPages, Pages

if TYPE_CHECKING:
    from ..models.pets_list_response import PetsListResponse

__all__ = ["AsyncPets", "Pets"]


class Pets:
    """Pets"""

    def __init__(self, client: BaseClient) -> None:
        self._client = client

    def list(
        self,
    ) -> Pages[List[str], PetsListResponse]:
        """GET /pets

        The pages are fetched one after another, as their items are asked for.
        """
        from ..operations.pets_list import PetsList

        return Pages(self._client, PetsList())


class AsyncPets:
    """Pets"""

    def __init__(self, client: BaseAsyncClient) -> None:
        self._client = client

    def list(
        self,
    ) -> AsyncPages[List[str], PetsListResponse]:
        """GET /pets

        The pages are fetched one after another, as their items are asked for.

        The arguments are those of `Pets.list`, the fields of `PetsList`.
        """
        from ..operations.pets_list import PetsList

        return AsyncPages(self._client, PetsList())
