"""Pets"""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._support.client import BaseAsyncClient, BaseClient

if TYPE_CHECKING:
    from ..models.list_pets_selector import ListPetsSelector

__all__ = ["AsyncPets", "Pets"]


class Pets:
    """Pets"""

    def __init__(self, client: BaseClient) -> None:
        self._client = client

    def list(
        self,
        *,
        selector: ListPetsSelector | None = None,
        theme: str | None = None,
    ) -> None:
        """GET /pets

        Args:
            selector: What is wanted.
        """
        from ..operations.list_pets import ListPets

        return self._client.send(
            ListPets(
                selector=selector,
                theme=theme,
            )
        )

    def find(
        self,
        *,
        path: str,
    ) -> None:
        """POST /pets"""
        from ..operations.find_pets import FindPets

        return self._client.send(
            FindPets(
                path=path,
            )
        )


class AsyncPets:
    """Pets"""

    def __init__(self, client: BaseAsyncClient) -> None:
        self._client = client

    async def list(
        self,
        *,
        selector: ListPetsSelector | None = None,
        theme: str | None = None,
    ) -> None:
        """GET /pets

        The arguments are those of `Pets.list`, the fields of `ListPets`.
        """
        from ..operations.list_pets import ListPets

        return await self._client.send(
            ListPets(
                selector=selector,
                theme=theme,
            )
        )

    async def find(
        self,
        *,
        path: str,
    ) -> None:
        """POST /pets

        The arguments are those of `Pets.find`, the fields of `FindPets`.
        """
        from ..operations.find_pets import FindPets

        return await self._client.send(
            FindPets(
                path=path,
            )
        )
