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
        """GET /pets"""
        from ..operations.list_pets import ListPets

        return self._client.send(ListPets())

    def list_photos(
        self,
    ) -> None:
        """GET /photos"""
        from ..operations.list_photos import ListPhotos

        return self._client.send(ListPhotos())

    def upload_photo(
        self,
    ) -> None:
        """POST /photos"""
        from ..operations.upload_photo import UploadPhoto

        return self._client.send(UploadPhoto())

    def list_old(
        self,
    ) -> None:
        """GET /old"""
        from ..operations.list_old import ListOld

        return self._client.send(ListOld())


class AsyncPets:
    """Pets"""

    def __init__(self, client: BaseAsyncClient) -> None:
        self._client = client

    async def list(
        self,
    ) -> None:
        """GET /pets

        The arguments are those of `Pets.list`, the fields of `ListPets`.
        """
        from ..operations.list_pets import ListPets

        return await self._client.send(ListPets())

    async def list_photos(
        self,
    ) -> None:
        """GET /photos

        The arguments are those of `Pets.list_photos`, the fields of `ListPhotos`.
        """
        from ..operations.list_photos import ListPhotos

        return await self._client.send(ListPhotos())

    async def upload_photo(
        self,
    ) -> None:
        """POST /photos

        The arguments are those of `Pets.upload_photo`, the fields of `UploadPhoto`.
        """
        from ..operations.upload_photo import UploadPhoto

        return await self._client.send(UploadPhoto())

    async def list_old(
        self,
    ) -> None:
        """GET /old

        The arguments are those of `Pets.list_old`, the fields of `ListOld`.
        """
        from ..operations.list_old import ListOld

        return await self._client.send(ListOld())
