"""Pets"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from .._support.client import BaseAsyncClient, BaseClient

if TYPE_CHECKING:
    from ..models.list_pets_filter import ListPetsFilter

__all__ = ["AsyncPets", "Pets"]


class Pets:
    """Pets"""

    def __init__(self, client: BaseClient) -> None:
        self._client = client

    def list(
        self,
        *,
        key: Sequence[int],
        any: Any,
        filter: ListPetsFilter | None = None,
        x_point: str | None = None,
    ) -> None:
        """GET /pets/{key}"""
        from ..operations.list_pets import ListPets

        return self._client.send(
            ListPets(
                key=key,
                any=any,
                filter=filter,
                x_point=x_point,
            )
        )


class AsyncPets:
    """Pets"""

    def __init__(self, client: BaseAsyncClient) -> None:
        self._client = client

    async def list(
        self,
        *,
        key: Sequence[int],
        any: Any,
        filter: ListPetsFilter | None = None,
        x_point: str | None = None,
    ) -> None:
        """GET /pets/{key}

        The arguments are those of `Pets.list`, the fields of `ListPets`.
        """
        from ..operations.list_pets import ListPets

        return await self._client.send(
            ListPets(
                key=key,
                any=any,
                filter=filter,
                x_point=x_point,
            )
        )
