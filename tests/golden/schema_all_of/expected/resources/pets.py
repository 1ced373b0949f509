"""Pets"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from .._support.client import BaseAsyncClient, BaseClient

if TYPE_CHECKING:
    from ..models.dog import Dog
    from ..models.tail import Tail
    from ..models.tail_input import TailInput

__all__ = ["AsyncPets", "Pets"]


class Pets:
    """Pets"""

    def __init__(self, client: BaseClient) -> None:
        self._client = client

    def create(
        self,
        *,
        name: str,
        tail: TailInput | Tail,
        age: int | None = None,
        kind: Literal["dog"] | None = None,
        chip: str | None = None,
    ) -> Dog:
        """POST /pets

        Args:
            tail: Its own words.
        """
        from ..operations.create_pet import CreatePet

        return self._client.send(
            CreatePet(
                name=name,
                tail=tail,
                age=age,
                kind=kind,
                chip=chip,
            )
        )


class AsyncPets:
    """Pets"""

    def __init__(self, client: BaseAsyncClient) -> None:
        self._client = client

    async def create(
        self,
        *,
        name: str,
        tail: TailInput | Tail,
        age: int | None = None,
        kind: Literal["dog"] | None = None,
        chip: str | None = None,
    ) -> Dog:
        """POST /pets

        The arguments are those of `Pets.create`, the fields of `CreatePet`.
        """
        from ..operations.create_pet import CreatePet

        return await self._client.send(
            CreatePet(
                name=name,
                tail=tail,
                age=age,
                kind=kind,
                chip=chip,
            )
        )
