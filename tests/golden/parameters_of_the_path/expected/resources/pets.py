"""Pets"""

from __future__ import annotations

from typing import Literal

from .._support.client import BaseAsyncClient, BaseClient

__all__ = ["AsyncPets", "Pets"]


class Pets:
    """Pets"""

    def __init__(self, client: BaseClient) -> None:
        self._client = client

    def fetch(
        self,
        *,
        id: str,
        query_lang: Literal["en", "de"],
        header_lang: str | None = None,
    ) -> None:
        """One pet.

        GET /pets/{id}

        Args:
            id: Which pet.
            query_lang: The operation's word.
        """
        from ..operations.fetch_pet import FetchPet

        return self._client.send(
            FetchPet(
                id=id,
                query_lang=query_lang,
                header_lang=header_lang,
            )
        )

    def delete(
        self,
        *,
        id: str,
        lang: str | None = None,
    ) -> None:
        """One pet.

        DELETE /pets/{id}

        Args:
            id: Which pet.
        """
        from ..operations.delete_pet import DeletePet

        return self._client.send(
            DeletePet(
                id=id,
                lang=lang,
            )
        )


class AsyncPets:
    """Pets"""

    def __init__(self, client: BaseAsyncClient) -> None:
        self._client = client

    async def fetch(
        self,
        *,
        id: str,
        query_lang: Literal["en", "de"],
        header_lang: str | None = None,
    ) -> None:
        """One pet.

        GET /pets/{id}

        The arguments are those of `Pets.fetch`, the fields of `FetchPet`.
        """
        from ..operations.fetch_pet import FetchPet

        return await self._client.send(
            FetchPet(
                id=id,
                query_lang=query_lang,
                header_lang=header_lang,
            )
        )

    async def delete(
        self,
        *,
        id: str,
        lang: str | None = None,
    ) -> None:
        """One pet.

        DELETE /pets/{id}

        The arguments are those of `Pets.delete`, the fields of `DeletePet`.
        """
        from ..operations.delete_pet import DeletePet

        return await self._client.send(
            DeletePet(
                id=id,
                lang=lang,
            )
        )
