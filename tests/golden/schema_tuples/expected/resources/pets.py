"""Pets"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from .._support.client import BaseAsyncClient, BaseClient

if TYPE_CHECKING:
    from ..models.pet import Pet
    from ..models.pet_open_second import PetOpenSecond
    from ..models.pet_open_second_input import PetOpenSecondInput

__all__ = ["AsyncPets", "Pets"]


class Pets:
    """Pets"""

    def __init__(self, client: BaseClient) -> None:
        self._client = client

    def create(
        self,
        *,
        place: Sequence[float] | None = None,
        open: Sequence[str | PetOpenSecondInput | PetOpenSecond] | None = None,
        rest: Sequence[str | int] | None = None,
        grid: Sequence[Sequence[int]] | None = None,
    ) -> Pet:
        """POST /pets"""
        from ..operations.create_pet import CreatePet

        return self._client.send(
            CreatePet(
                place=place,
                open=open,
                rest=rest,
                grid=grid,
            )
        )


class AsyncPets:
    """Pets"""

    def __init__(self, client: BaseAsyncClient) -> None:
        self._client = client

    async def create(
        self,
        *,
        place: Sequence[float] | None = None,
        open: Sequence[str | PetOpenSecondInput | PetOpenSecond] | None = None,
        rest: Sequence[str | int] | None = None,
        grid: Sequence[Sequence[int]] | None = None,
    ) -> Pet:
        """POST /pets

        The arguments are those of `Pets.create`, the fields of `CreatePet`.
        """
        from ..operations.create_pet import CreatePet

        return await self._client.send(
            CreatePet(
                place=place,
                open=open,
                rest=rest,
                grid=grid,
            )
        )
