"""Pets"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date as Date
from typing import TYPE_CHECKING

from .._support.client import BaseAsyncClient, BaseClient

if TYPE_CHECKING:
    from ..models.filter import Filter
    from ..models.list_pets_page import ListPetsPage

__all__ = ["AsyncPets", "Pets"]


class Pets:
    """Pets"""

    def __init__(self, client: BaseClient) -> None:
        self._client = client

    def list(
        self,
        *,
        since: Date | str,
        kinds: Sequence[str] | None = None,
        names: Sequence[str] | None = None,
        ids: Sequence[int] | None = None,
        tags: Sequence[str] | None = None,
        page: ListPetsPage | None = None,
        area: Mapping[str, float] | None = None,
        filter: Filter | None = None,
        path: str | None = None,
        all: bool | None = None,
    ) -> None:
        """GET /pets

        Args:
            page: The page wanted.
        """
        from ..operations.list_pets import ListPets

        return self._client.send(
            ListPets(
                since=since,
                kinds=kinds,
                names=names,
                ids=ids,
                tags=tags,
                page=page,
                area=area,
                filter=filter,
                path=path,
                all=all,
            )
        )


class AsyncPets:
    """Pets"""

    def __init__(self, client: BaseAsyncClient) -> None:
        self._client = client

    async def list(
        self,
        *,
        since: Date | str,
        kinds: Sequence[str] | None = None,
        names: Sequence[str] | None = None,
        ids: Sequence[int] | None = None,
        tags: Sequence[str] | None = None,
        page: ListPetsPage | None = None,
        area: Mapping[str, float] | None = None,
        filter: Filter | None = None,
        path: str | None = None,
        all: bool | None = None,
    ) -> None:
        """GET /pets

        The arguments are those of `Pets.list`, the fields of `ListPets`.
        """
        from ..operations.list_pets import ListPets

        return await self._client.send(
            ListPets(
                since=since,
                kinds=kinds,
                names=names,
                ids=ids,
                tags=tags,
                page=page,
                area=area,
                filter=filter,
                path=path,
                all=all,
            )
        )
