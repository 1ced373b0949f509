"""Pets"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from .._support.client import BaseAsyncClient, BaseClient
from .._support.unset import UNSET, Unset

if TYPE_CHECKING:
    from ..models.cat import Cat
    from ..models.dog import Dog

__all__ = ["AsyncPets", "Pets"]


class Pets:
    """Pets"""

    def __init__(self, client: BaseClient) -> None:
        self._client = client

    def create(
        self,
        *,
        id: str | int | Unset | None = UNSET,
        any: Cat | Dog | None = None,
        list_: Sequence[Cat | Dog] | None = None,
        all: str | None = None,
        no_cat: Any = UNSET,
        no_text: Any = UNSET,
    ) -> None:
        """POST /pets"""
        from ..operations.create_pet import CreatePet

        return self._client.send(
            CreatePet(
                id=id,
                any=any,
                list_=list_,
                all=all,
                no_cat=no_cat,
                no_text=no_text,
            )
        )


class AsyncPets:
    """Pets"""

    def __init__(self, client: BaseAsyncClient) -> None:
        self._client = client

    async def create(
        self,
        *,
        id: str | int | Unset | None = UNSET,
        any: Cat | Dog | None = None,
        list_: Sequence[Cat | Dog] | None = None,
        all: str | None = None,
        no_cat: Any = UNSET,
        no_text: Any = UNSET,
    ) -> None:
        """POST /pets

        The arguments are those of `Pets.create`, the fields of `CreatePet`.
        """
        from ..operations.create_pet import CreatePet

        return await self._client.send(
            CreatePet(
                id=id,
                any=any,
                list_=list_,
                all=all,
                no_cat=no_cat,
                no_text=no_text,
            )
        )
