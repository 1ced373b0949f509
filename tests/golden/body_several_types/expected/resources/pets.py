"""Pets"""

from __future__ import annotations

from collections.abc import AsyncIterable, Iterable, Sequence
from typing import TYPE_CHECKING, Literal

from .._support.bodies import File
from .._support.client import BaseAsyncClient, BaseClient

if TYPE_CHECKING:
    from ..models.import_pets_body import ImportPetsBody
    from ..models.pet import Pet

__all__ = ["AsyncPets", "Pets"]


class Pets:
    """Pets"""

    def __init__(self, client: BaseClient) -> None:
        self._client = client

    def add(
        self,
        *,
        name: str,
        age: int | None = None,
        content_type: Literal[
            "application/json", "application/x-www-form-urlencoded"
        ] = "application/json",
    ) -> None:
        """POST /alike

        Args:
            content_type: The media type that the body is sent as.
        """
        from ..operations.add_pet import AddPet

        return self._client.send(
            AddPet(
                name=name,
                age=age,
                content_type=content_type,
            )
        )

    def import_(
        self,
        *,
        body: (
            Sequence[Pet]
            | ImportPetsBody
            | str
            | bytes
            | File
            | Iterable[bytes]
            | AsyncIterable[bytes]
        ),
        content_type: Literal[
            "application/json",
            "application/vnd.pets+json",
            "text/csv",
            "application/octet-stream",
        ] = "application/json",
    ) -> None:
        """POST /unlike

        Args:
            content_type: The media type that the body is sent as.
        """
        from ..operations.import_pets import ImportPets

        return self._client.send(
            ImportPets(
                body=body,
                content_type=content_type,
            )
        )


class AsyncPets:
    """Pets"""

    def __init__(self, client: BaseAsyncClient) -> None:
        self._client = client

    async def add(
        self,
        *,
        name: str,
        age: int | None = None,
        content_type: Literal[
            "application/json", "application/x-www-form-urlencoded"
        ] = "application/json",
    ) -> None:
        """POST /alike

        The arguments are those of `Pets.add`, the fields of `AddPet`.
        """
        from ..operations.add_pet import AddPet

        return await self._client.send(
            AddPet(
                name=name,
                age=age,
                content_type=content_type,
            )
        )

    async def import_(
        self,
        *,
        body: (
            Sequence[Pet]
            | ImportPetsBody
            | str
            | bytes
            | File
            | Iterable[bytes]
            | AsyncIterable[bytes]
        ),
        content_type: Literal[
            "application/json",
            "application/vnd.pets+json",
            "text/csv",
            "application/octet-stream",
        ] = "application/json",
    ) -> None:
        """POST /unlike

        The arguments are those of `Pets.import_`, the fields of `ImportPets`.
        """
        from ..operations.import_pets import ImportPets

        return await self._client.send(
            ImportPets(
                body=body,
                content_type=content_type,
            )
        )
