"""Pets"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from .._support.bodies import File
from .._support.client import BaseAsyncClient, BaseClient
from .._support.unset import UNSET, Unset

if TYPE_CHECKING:
    from ..models.owner import Owner
    from ..models.owner_input import OwnerInput
    from ..models.pet import Pet

__all__ = ["AsyncPets", "Pets"]


class Pets:
    """Pets"""

    def __init__(self, client: BaseClient) -> None:
        self._client = client

    def create(
        self,
        *,
        name: str | Unset | None = UNSET,
        weight: float | None = None,
        kind: Literal["dog", "cat"] | Unset | None = UNSET,
        owner: OwnerInput | Owner | Unset | None = UNSET,
        friend: OwnerInput | Owner | Unset | None = UNSET,
    ) -> Pet:
        """POST /pets

        Args:
            friend: Beside a reference nothing counts.
        """
        from ..operations.create_pet import CreatePet

        return self._client.send(
            CreatePet(
                name=name,
                weight=weight,
                kind=kind,
                owner=owner,
                friend=friend,
            )
        )

    def upload_photo(
        self,
        *,
        photo: File | bytes | str | None = None,
    ) -> bytes:
        """POST /photos"""
        from ..operations.upload_photo import UploadPhoto

        return self._client.send(
            UploadPhoto(
                photo=photo,
            )
        )


class AsyncPets:
    """Pets"""

    def __init__(self, client: BaseAsyncClient) -> None:
        self._client = client

    async def create(
        self,
        *,
        name: str | Unset | None = UNSET,
        weight: float | None = None,
        kind: Literal["dog", "cat"] | Unset | None = UNSET,
        owner: OwnerInput | Owner | Unset | None = UNSET,
        friend: OwnerInput | Owner | Unset | None = UNSET,
    ) -> Pet:
        """POST /pets

        The arguments are those of `Pets.create`, the fields of `CreatePet`.
        """
        from ..operations.create_pet import CreatePet

        return await self._client.send(
            CreatePet(
                name=name,
                weight=weight,
                kind=kind,
                owner=owner,
                friend=friend,
            )
        )

    async def upload_photo(
        self,
        *,
        photo: File | bytes | str | None = None,
    ) -> bytes:
        """POST /photos

        The arguments are those of `Pets.upload_photo`, the fields of `UploadPhoto`.
        """
        from ..operations.upload_photo import UploadPhoto

        return await self._client.send(
            UploadPhoto(
                photo=photo,
            )
        )
