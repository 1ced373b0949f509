"""Pets"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from .._support.bodies import File
from .._support.client import BaseAsyncClient, BaseClient

if TYPE_CHECKING:
    from ..models.upload_photo_about import UploadPhotoAbout

__all__ = ["AsyncPets", "Pets"]


class Pets:
    """Pets"""

    def __init__(self, client: BaseClient) -> None:
        self._client = client

    def upload_photo(
        self,
        *,
        photo: File | bytes | str,
        thumbnails: Sequence[File | bytes | str] | None = None,
        caption: str | None = None,
        tags: Sequence[str] | None = None,
        about: UploadPhotoAbout | None = None,
        scan: File | bytes | str | None = None,
    ) -> None:
        """POST /photos

        Args:
            photo: The photo.
        """
        from ..operations.upload_photo import UploadPhoto

        return self._client.send(
            UploadPhoto(
                photo=photo,
                thumbnails=thumbnails,
                caption=caption,
                tags=tags,
                about=about,
                scan=scan,
            )
        )


class AsyncPets:
    """Pets"""

    def __init__(self, client: BaseAsyncClient) -> None:
        self._client = client

    async def upload_photo(
        self,
        *,
        photo: File | bytes | str,
        thumbnails: Sequence[File | bytes | str] | None = None,
        caption: str | None = None,
        tags: Sequence[str] | None = None,
        about: UploadPhotoAbout | None = None,
        scan: File | bytes | str | None = None,
    ) -> None:
        """POST /photos

        The arguments are those of `Pets.upload_photo`, the fields of `UploadPhoto`.
        """
        from ..operations.upload_photo import UploadPhoto

        return await self._client.send(
            UploadPhoto(
                photo=photo,
                thumbnails=thumbnails,
                caption=caption,
                tags=tags,
                about=about,
                scan=scan,
            )
        )
