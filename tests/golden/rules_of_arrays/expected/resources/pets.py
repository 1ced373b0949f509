"""Pets"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, Literal

from .._support.client import BaseAsyncClient, BaseClient

if TYPE_CHECKING:
    from ..models.create_pet_row_item import CreatePetRowItem

__all__ = ["AsyncPets", "Pets"]


class Pets:
    """Pets"""

    def __init__(self, client: BaseClient) -> None:
        self._client = client

    def create(
        self,
        *,
        unique: Sequence[str] | None = None,
        has: Sequence[Any] | None = None,
        two: Sequence[Any] | None = None,
        few: Sequence[Any] | None = None,
        pair: Sequence[Literal["a", "b"] | int | bool] | None = None,
        end: Sequence[str] | None = None,
        rows: Sequence[Sequence[CreatePetRowItem]] | None = None,
    ) -> None:
        """POST /pets"""
        from ..operations.create_pet import CreatePet

        return self._client.send(
            CreatePet(
                unique=unique,
                has=has,
                two=two,
                few=few,
                pair=pair,
                end=end,
                rows=rows,
            )
        )


class AsyncPets:
    """Pets"""

    def __init__(self, client: BaseAsyncClient) -> None:
        self._client = client

    async def create(
        self,
        *,
        unique: Sequence[str] | None = None,
        has: Sequence[Any] | None = None,
        two: Sequence[Any] | None = None,
        few: Sequence[Any] | None = None,
        pair: Sequence[Literal["a", "b"] | int | bool] | None = None,
        end: Sequence[str] | None = None,
        rows: Sequence[Sequence[CreatePetRowItem]] | None = None,
    ) -> None:
        """POST /pets

        The arguments are those of `Pets.create`, the fields of `CreatePet`.
        """
        from ..operations.create_pet import CreatePet

        return await self._client.send(
            CreatePet(
                unique=unique,
                has=has,
                two=two,
                few=few,
                pair=pair,
                end=end,
                rows=rows,
            )
        )
