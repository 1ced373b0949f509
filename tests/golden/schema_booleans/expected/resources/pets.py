"""Pets"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from .._support.client import BaseAsyncClient, BaseClient
from .._support.unset import UNSET

if TYPE_CHECKING:
    from ..models.pet import Pet

__all__ = ["AsyncPets", "Pets"]


class Pets:
    """Pets"""

    def __init__(self, client: BaseClient) -> None:
        self._client = client

    def create(
        self,
        *,
        anything: Any = UNSET,
        never: Any = UNSET,
        any: Any = UNSET,
        list_: Sequence[Any] | None = None,
        empty: Sequence[Any] | None = None,
        untyped: Any = UNSET,
    ) -> Pet:
        """POST /pets

        Args:
            untyped: No type at all.
        """
        from ..operations.create_pet import CreatePet

        return self._client.send(
            CreatePet(
                anything=anything,
                never=never,
                any=any,
                list_=list_,
                empty=empty,
                untyped=untyped,
            )
        )


class AsyncPets:
    """Pets"""

    def __init__(self, client: BaseAsyncClient) -> None:
        self._client = client

    async def create(
        self,
        *,
        anything: Any = UNSET,
        never: Any = UNSET,
        any: Any = UNSET,
        list_: Sequence[Any] | None = None,
        empty: Sequence[Any] | None = None,
        untyped: Any = UNSET,
    ) -> Pet:
        """POST /pets

        The arguments are those of `Pets.create`, the fields of `CreatePet`.
        """
        from ..operations.create_pet import CreatePet

        return await self._client.send(
            CreatePet(
                anything=anything,
                never=never,
                any=any,
                list_=list_,
                empty=empty,
                untyped=untyped,
            )
        )
