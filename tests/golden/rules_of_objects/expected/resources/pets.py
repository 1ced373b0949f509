"""Pets"""

from __future__ import annotations

from collections.abc import Mapping

from .._support.client import BaseAsyncClient, BaseClient

__all__ = ["AsyncPets", "Pets"]


class Pets:
    """Pets"""

    def __init__(self, client: BaseClient) -> None:
        self._client = client

    def create(
        self,
        *,
        owner: str | None = None,
        phone: str | None = None,
        street: str | None = None,
        town: str | None = None,
        secret: str | None = None,
        extra: Mapping[str, int] | None = None,
    ) -> None:
        """POST /pets

        Args:
            extra: Properties that the description does not name, by their wire names.
        """
        from ..operations.create_pet import CreatePet

        return self._client.send(
            CreatePet(
                owner=owner,
                phone=phone,
                street=street,
                town=town,
                secret=secret,
                extra=extra,
            )
        )


class AsyncPets:
    """Pets"""

    def __init__(self, client: BaseAsyncClient) -> None:
        self._client = client

    async def create(
        self,
        *,
        owner: str | None = None,
        phone: str | None = None,
        street: str | None = None,
        town: str | None = None,
        secret: str | None = None,
        extra: Mapping[str, int] | None = None,
    ) -> None:
        """POST /pets

        The arguments are those of `Pets.create`, the fields of `CreatePet`.
        """
        from ..operations.create_pet import CreatePet

        return await self._client.send(
            CreatePet(
                owner=owner,
                phone=phone,
                street=street,
                town=town,
                secret=secret,
                extra=extra,
            )
        )
