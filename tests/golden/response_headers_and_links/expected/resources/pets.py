"""Pets"""

from __future__ import annotations

from .._support.client import BaseAsyncClient, BaseClient

__all__ = ["AsyncPets", "Pets"]


class Pets:
    """Pets"""

    def __init__(self, client: BaseClient) -> None:
        self._client = client

    def create(
        self,
    ) -> None:
        """Add a pet

        The headers of the answer 201: X-Rate-Limit, Location.

        After the answer 201, fetch: fetchPet: The pet that was made.

        After the answer 201, feed:
        https://other.example.com/openapi.yaml#/paths/~1feed/post.

        POST /pets
        """
        from ..operations.create_pet import CreatePet

        return self._client.send(CreatePet())

    def fetch(
        self,
        *,
        id: str,
    ) -> None:
        """GET /pets/{id}"""
        from ..operations.fetch_pet import FetchPet

        return self._client.send(
            FetchPet(
                id=id,
            )
        )


class AsyncPets:
    """Pets"""

    def __init__(self, client: BaseAsyncClient) -> None:
        self._client = client

    async def create(
        self,
    ) -> None:
        """Add a pet

        The headers of the answer 201: X-Rate-Limit, Location.

        After the answer 201, fetch: fetchPet: The pet that was made.

        After the answer 201, feed:
        https://other.example.com/openapi.yaml#/paths/~1feed/post.

        POST /pets

        The arguments are those of `Pets.create`, the fields of `CreatePet`.
        """
        from ..operations.create_pet import CreatePet

        return await self._client.send(CreatePet())

    async def fetch(
        self,
        *,
        id: str,
    ) -> None:
        """GET /pets/{id}

        The arguments are those of `Pets.fetch`, the fields of `FetchPet`.
        """
        from ..operations.fetch_pet import FetchPet

        return await self._client.send(
            FetchPet(
                id=id,
            )
        )
