"""Pets"""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._support.client import BaseAsyncClient, BaseClient

if TYPE_CHECKING:
    from ..models.pet import Pet
    from ..models.pet_owner import PetOwner
    from ..models.pet_owner_input import PetOwnerInput

__all__ = ["AsyncPets", "Pets"]


class Pets:
    """Pets"""

    def __init__(self, client: BaseClient) -> None:
        self._client = client

    def create(
        self,
        *,
        name: str | None = None,
        nick: str | None = None,
        owner: PetOwnerInput | PetOwner | None = None,
    ) -> Pet:
        """POST /pets

        Args:
            name: What it is called.
            nick: A name. Default: "Rex". Deprecated.
        """
        from ..operations.create_pet import CreatePet

        return self._client.send(
            CreatePet(
                name=name,
                nick=nick,
                owner=owner,
            )
        )


class AsyncPets:
    """Pets"""

    def __init__(self, client: BaseAsyncClient) -> None:
        self._client = client

    async def create(
        self,
        *,
        name: str | None = None,
        nick: str | None = None,
        owner: PetOwnerInput | PetOwner | None = None,
    ) -> Pet:
        """POST /pets

        The arguments are those of `Pets.create`, the fields of `CreatePet`.
        """
        from ..operations.create_pet import CreatePet

        return await self._client.send(
            CreatePet(
                name=name,
                nick=nick,
                owner=owner,
            )
        )
