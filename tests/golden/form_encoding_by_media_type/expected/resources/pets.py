"""Pets"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from .._support.client import BaseAsyncClient, BaseClient

__all__ = ["AsyncPets", "Pets"]


class Pets:
    """Pets"""

    def __init__(self, client: BaseClient) -> None:
        self._client = client

    def create(
        self,
        *,
        tags: Sequence[str] | None = None,
        content_type: Literal[
            "application/x-www-form-urlencoded", "multipart/form-data"
        ] = "application/x-www-form-urlencoded",
    ) -> None:
        """POST /pets

        Args:
            content_type: The media type that the body is sent as.
        """
        from ..operations.create_pet import CreatePet

        return self._client.send(
            CreatePet(
                tags=tags,
                content_type=content_type,
            )
        )


class AsyncPets:
    """Pets"""

    def __init__(self, client: BaseAsyncClient) -> None:
        self._client = client

    async def create(
        self,
        *,
        tags: Sequence[str] | None = None,
        content_type: Literal[
            "application/x-www-form-urlencoded", "multipart/form-data"
        ] = "application/x-www-form-urlencoded",
    ) -> None:
        """POST /pets

        The arguments are those of `Pets.create`, the fields of `CreatePet`.
        """
        from ..operations.create_pet import CreatePet

        return await self._client.send(
            CreatePet(
                tags=tags,
                content_type=content_type,
            )
        )
