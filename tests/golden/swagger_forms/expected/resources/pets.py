"""Pets"""

from __future__ import annotations

from collections.abc import Sequence
from typing import List, Literal

from .._support.bodies import File
from .._support.client import BaseAsyncClient, BaseClient

__all__ = ["AsyncPets", "Pets"]


class Pets:
    """Pets"""

    def __init__(self, client: BaseClient) -> None:
        self._client = client

    def list(
        self,
        *,
        csv: Sequence[str] | None = None,
        ssv: Sequence[str] | None = None,
        tsv: Sequence[str] | None = None,
        pipes: Sequence[str] | None = None,
        multi: Sequence[Literal["a", "b"]] | None = None,
    ) -> str | List[str]:
        """GET /pets

        Args:
            multi: Default: ["a"].
        """
        from ..operations.list_pets import ListPets

        return self._client.send(
            ListPets(
                csv=csv,
                ssv=ssv,
                tsv=tsv,
                pipes=pipes,
                multi=multi,
            )
        )

    def create(
        self,
        *,
        name: str,
        tags: Sequence[str] | None = None,
        friends: Sequence[str] | None = None,
    ) -> None:
        """POST /pets"""
        from ..operations.create_pet import CreatePet

        return self._client.send(
            CreatePet(
                name=name,
                tags=tags,
                friends=friends,
            )
        )

    def upload_photo(
        self,
        *,
        photo: File | bytes | str,
        caption: str | None = None,
    ) -> bytes:
        """POST /photos"""
        from ..operations.upload_photo import UploadPhoto

        return self._client.send(
            UploadPhoto(
                photo=photo,
                caption=caption,
            )
        )


class AsyncPets:
    """Pets"""

    def __init__(self, client: BaseAsyncClient) -> None:
        self._client = client

    async def list(
        self,
        *,
        csv: Sequence[str] | None = None,
        ssv: Sequence[str] | None = None,
        tsv: Sequence[str] | None = None,
        pipes: Sequence[str] | None = None,
        multi: Sequence[Literal["a", "b"]] | None = None,
    ) -> str | List[str]:
        """GET /pets

        The arguments are those of `Pets.list`, the fields of `ListPets`.
        """
        from ..operations.list_pets import ListPets

        return await self._client.send(
            ListPets(
                csv=csv,
                ssv=ssv,
                tsv=tsv,
                pipes=pipes,
                multi=multi,
            )
        )

    async def create(
        self,
        *,
        name: str,
        tags: Sequence[str] | None = None,
        friends: Sequence[str] | None = None,
    ) -> None:
        """POST /pets

        The arguments are those of `Pets.create`, the fields of `CreatePet`.
        """
        from ..operations.create_pet import CreatePet

        return await self._client.send(
            CreatePet(
                name=name,
                tags=tags,
                friends=friends,
            )
        )

    async def upload_photo(
        self,
        *,
        photo: File | bytes | str,
        caption: str | None = None,
    ) -> bytes:
        """POST /photos

        The arguments are those of `Pets.upload_photo`, the fields of `UploadPhoto`.
        """
        from ..operations.upload_photo import UploadPhoto

        return await self._client.send(
            UploadPhoto(
                photo=photo,
                caption=caption,
            )
        )
