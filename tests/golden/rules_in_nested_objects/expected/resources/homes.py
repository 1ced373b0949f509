"""Homes"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from .._support.client import BaseAsyncClient, BaseClient

if TYPE_CHECKING:
    from ..models.create_home_pet import CreateHomePet
    from ..models.create_home_room import CreateHomeRoom

__all__ = ["AsyncHomes", "Homes"]


class Homes:
    """Homes"""

    def __init__(self, client: BaseClient) -> None:
        self._client = client

    def create(
        self,
        *,
        pet: CreateHomePet | None = None,
        rooms: Sequence[CreateHomeRoom] | None = None,
    ) -> None:
        """POST /homes

        Args:
            pet: Who lives there.
        """
        from ..operations.create_home import CreateHome

        return self._client.send(
            CreateHome(
                pet=pet,
                rooms=rooms,
            )
        )


class AsyncHomes:
    """Homes"""

    def __init__(self, client: BaseAsyncClient) -> None:
        self._client = client

    async def create(
        self,
        *,
        pet: CreateHomePet | None = None,
        rooms: Sequence[CreateHomeRoom] | None = None,
    ) -> None:
        """POST /homes

        The arguments are those of `Homes.create`, the fields of `CreateHome`.
        """
        from ..operations.create_home import CreateHome

        return await self._client.send(
            CreateHome(
                pet=pet,
                rooms=rooms,
            )
        )
