"""Pets"""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._support.client import BaseAsyncClient, BaseClient
from .._support.http import Redirect

if TYPE_CHECKING:
    from ..models.fetch_moved301_response import FetchMoved301Response

__all__ = ["AsyncPets", "Pets"]


class Pets:
    """Pets"""

    def __init__(self, client: BaseClient) -> None:
        self._client = client

    def fetch_photo(
        self,
    ) -> Redirect:
        """The headers of the answer 302: Location.

        GET /photo
        """
        from ..operations.fetch_photo import FetchPhoto

        return self._client.send(FetchPhoto())

    def fetch_moved(
        self,
    ) -> FetchMoved301Response | Redirect:
        """GET /moved"""
        from ..operations.fetch_moved import FetchMoved

        return self._client.send(FetchMoved())


class AsyncPets:
    """Pets"""

    def __init__(self, client: BaseAsyncClient) -> None:
        self._client = client

    async def fetch_photo(
        self,
    ) -> Redirect:
        """The headers of the answer 302: Location.

        GET /photo

        The arguments are those of `Pets.fetch_photo`, the fields of `FetchPhoto`.
        """
        from ..operations.fetch_photo import FetchPhoto

        return await self._client.send(FetchPhoto())

    async def fetch_moved(
        self,
    ) -> FetchMoved301Response | Redirect:
        """GET /moved

        The arguments are those of `Pets.fetch_moved`, the fields of `FetchMoved`.
        """
        from ..operations.fetch_moved import FetchMoved

        return await self._client.send(FetchMoved())
