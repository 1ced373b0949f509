"""Pets"""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._support.client import BaseAsyncClient, BaseClient

if TYPE_CHECKING:
    from ..models.create_pet200_response import CreatePet200Response
    from ..models.create_pet202_response import CreatePet202Response
    from ..models.create_pet_home import CreatePetHome
    from ..models.create_pet_owner import CreatePetOwner
    from ..models.create_pet_way_by_car import CreatePetWayByCar
    from ..models.create_pet_way_with_shoes import CreatePetWayWithShoes
    from ..models.create_pet_way_with_train import CreatePetWayWithTrain

__all__ = ["AsyncPets", "Pets"]


class Pets:
    """Pets"""

    def __init__(self, client: BaseClient) -> None:
        self._client = client

    def create(
        self,
        *,
        home: CreatePetHome | None = None,
        owner: CreatePetOwner | None = None,
        way: (
            CreatePetWayByCar | CreatePetWayWithTrain | CreatePetWayWithShoes | None
        ) = None,
    ) -> CreatePet200Response | CreatePet202Response:
        """POST /pets

        Args:
            owner: The owner
        """
        from ..operations.create_pet import CreatePet

        return self._client.send(
            CreatePet(
                home=home,
                owner=owner,
                way=way,
            )
        )


class AsyncPets:
    """Pets"""

    def __init__(self, client: BaseAsyncClient) -> None:
        self._client = client

    async def create(
        self,
        *,
        home: CreatePetHome | None = None,
        owner: CreatePetOwner | None = None,
        way: (
            CreatePetWayByCar | CreatePetWayWithTrain | CreatePetWayWithShoes | None
        ) = None,
    ) -> CreatePet200Response | CreatePet202Response:
        """POST /pets

        The arguments are those of `Pets.create`, the fields of `CreatePet`.
        """
        from ..operations.create_pet import CreatePet

        return await self._client.send(
            CreatePet(
                home=home,
                owner=owner,
                way=way,
            )
        )
