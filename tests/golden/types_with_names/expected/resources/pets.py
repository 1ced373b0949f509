"""Pets"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, List, Literal

from .._support.client import BaseAsyncClient, BaseClient

if TYPE_CHECKING:
    from ..types.animal import Animal
    from ..types.pet import Pet
    from ..types.status import Status

__all__ = ["AsyncPetsResource", "PetsResource"]


class PetsResource:
    """Pets"""

    def __init__(self, client: BaseClient) -> None:
        self._client = client

    def list(
        self,
        *,
        status: Status | None = None,
        tags: Sequence[str] | None = None,
        plain: Literal["new", "sold"] | None = None,
    ) -> List[Pet | dict[str, Any]]:
        """GET /pets

        Args:
            status: How it is with a pet.
        """
        from ..operations.list_pets import ListPets

        return self._client.send(
            ListPets(
                status=status,
                tags=tags,
                plain=plain,
            )
        )

    def add(
        self,
        *,
        body: Animal | Pet,
    ) -> Pet | dict[str, Any] | None:
        """POST /pets"""
        from ..operations.add_pet import AddPet

        return self._client.send(
            AddPet(
                body=body,
            )
        )


class AsyncPetsResource:
    """Pets"""

    def __init__(self, client: BaseAsyncClient) -> None:
        self._client = client

    async def list(
        self,
        *,
        status: Status | None = None,
        tags: Sequence[str] | None = None,
        plain: Literal["new", "sold"] | None = None,
    ) -> List[Pet | dict[str, Any]]:
        """GET /pets

        The arguments are those of `PetsResource.list`, the fields of `ListPets`.
        """
        from ..operations.list_pets import ListPets

        return await self._client.send(
            ListPets(
                status=status,
                tags=tags,
                plain=plain,
            )
        )

    async def add(
        self,
        *,
        body: Animal | Pet,
    ) -> Pet | dict[str, Any] | None:
        """POST /pets

        The arguments are those of `PetsResource.add`, the fields of `AddPet`.
        """
        from ..operations.add_pet import AddPet

        return await self._client.send(
            AddPet(
                body=body,
            )
        )
