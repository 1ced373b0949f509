"""pets"""

from __future__ import annotations

from .._support.client import BaseAsyncClient, BaseClient

__all__ = ["AsyncPets", "Pets"]


class Pets:
    """pets"""

    def __init__(self, client: BaseClient) -> None:
        self._client = client

    def create(
        self,
        *,
        idempotency_key: str | None = None,
    ) -> None:
        """POST /pets

        Args:
            idempotency_key: Whatever tells this request from all others. Left out, one
                is made for each call, and is the same whenever that is repeated.
        """
        from ..operations.create_pet import CreatePet

        return self._client.send(
            CreatePet(
                idempotency_key=idempotency_key,
            )
        )


class AsyncPets:
    """pets"""

    def __init__(self, client: BaseAsyncClient) -> None:
        self._client = client

    async def create(
        self,
        *,
        idempotency_key: str | None = None,
    ) -> None:
        """POST /pets

        The arguments are those of `Pets.create`, the fields of `CreatePet`.
        """
        from ..operations.create_pet import CreatePet

        return await self._client.send(
            CreatePet(
                idempotency_key=idempotency_key,
            )
        )
