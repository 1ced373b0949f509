"""Pets"""

from __future__ import annotations

from .._support.client import BaseAsyncClient, BaseClient

__all__ = ["AsyncPets", "Pets"]


class Pets:
    """Pets"""

    def __init__(self, client: BaseClient) -> None:
        self._client = client

    def list(
        self,
    ) -> None:
        """GET /v1/pets"""
        from ..operations.list_pets import ListPets

        return self._client.send(ListPets())

    def create(
        self,
    ) -> None:
        """POST /v1/pets"""
        from ..operations.create_pet import CreatePet

        return self._client.send(CreatePet())

    def get(
        self,
        *,
        pet_id: str,
    ) -> None:
        """GET /v1/pets/{petId}"""
        from ..operations.get_pet import GetPet

        return self._client.send(
            GetPet(
                pet_id=pet_id,
            )
        )

    def replace(
        self,
        *,
        pet_id: str,
    ) -> None:
        """PUT /v1/pets/{petId}"""
        from ..operations.replace_pet import ReplacePet

        return self._client.send(
            ReplacePet(
                pet_id=pet_id,
            )
        )

    def delete(
        self,
        *,
        pet_id: str,
    ) -> None:
        """DELETE /v1/pets/{petId}"""
        from ..operations.delete_pet import DeletePet

        return self._client.send(
            DeletePet(
                pet_id=pet_id,
            )
        )

    def patch(
        self,
        *,
        pet_id: str,
    ) -> None:
        """PATCH /v1/pets/{petId}"""
        from ..operations.patch_pet import PatchPet

        return self._client.send(
            PatchPet(
                pet_id=pet_id,
            )
        )

    def list_photos(
        self,
        *,
        pet_id: str,
    ) -> None:
        """GET /v1/pets/{petId}/photos"""
        from ..operations.list_photos import ListPhotos

        return self._client.send(
            ListPhotos(
                pet_id=pet_id,
            )
        )

    def adopt(
        self,
        *,
        pet_id: str,
    ) -> None:
        """POST /v1/pets/{petId}:adopt"""
        from ..operations.adopt_pet import AdoptPet

        return self._client.send(
            AdoptPet(
                pet_id=pet_id,
            )
        )


class AsyncPets:
    """Pets"""

    def __init__(self, client: BaseAsyncClient) -> None:
        self._client = client

    async def list(
        self,
    ) -> None:
        """GET /v1/pets

        The arguments are those of `Pets.list`, the fields of `ListPets`.
        """
        from ..operations.list_pets import ListPets

        return await self._client.send(ListPets())

    async def create(
        self,
    ) -> None:
        """POST /v1/pets

        The arguments are those of `Pets.create`, the fields of `CreatePet`.
        """
        from ..operations.create_pet import CreatePet

        return await self._client.send(CreatePet())

    async def get(
        self,
        *,
        pet_id: str,
    ) -> None:
        """GET /v1/pets/{petId}

        The arguments are those of `Pets.get`, the fields of `GetPet`.
        """
        from ..operations.get_pet import GetPet

        return await self._client.send(
            GetPet(
                pet_id=pet_id,
            )
        )

    async def replace(
        self,
        *,
        pet_id: str,
    ) -> None:
        """PUT /v1/pets/{petId}

        The arguments are those of `Pets.replace`, the fields of `ReplacePet`.
        """
        from ..operations.replace_pet import ReplacePet

        return await self._client.send(
            ReplacePet(
                pet_id=pet_id,
            )
        )

    async def delete(
        self,
        *,
        pet_id: str,
    ) -> None:
        """DELETE /v1/pets/{petId}

        The arguments are those of `Pets.delete`, the fields of `DeletePet`.
        """
        from ..operations.delete_pet import DeletePet

        return await self._client.send(
            DeletePet(
                pet_id=pet_id,
            )
        )

    async def patch(
        self,
        *,
        pet_id: str,
    ) -> None:
        """PATCH /v1/pets/{petId}

        The arguments are those of `Pets.patch`, the fields of `PatchPet`.
        """
        from ..operations.patch_pet import PatchPet

        return await self._client.send(
            PatchPet(
                pet_id=pet_id,
            )
        )

    async def list_photos(
        self,
        *,
        pet_id: str,
    ) -> None:
        """GET /v1/pets/{petId}/photos

        The arguments are those of `Pets.list_photos`, the fields of `ListPhotos`.
        """
        from ..operations.list_photos import ListPhotos

        return await self._client.send(
            ListPhotos(
                pet_id=pet_id,
            )
        )

    async def adopt(
        self,
        *,
        pet_id: str,
    ) -> None:
        """POST /v1/pets/{petId}:adopt

        The arguments are those of `Pets.adopt`, the fields of `AdoptPet`.
        """
        from ..operations.adopt_pet import AdoptPet

        return await self._client.send(
            AdoptPet(
                pet_id=pet_id,
            )
        )
