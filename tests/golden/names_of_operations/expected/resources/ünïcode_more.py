"""Ünïcode & more"""

from __future__ import annotations

from .._support.client import BaseAsyncClient, BaseClient

__all__ = ["AsyncÜnïcodeMore", "ÜnïcodeMore"]


class ÜnïcodeMore:
    """Ünïcode & more"""

    def __init__(self, client: BaseClient) -> None:
        self._client = client

    def none(
        self,
    ) -> None:
        """POST /none"""
        from ..operations.create_none import CreateNone

        return self._client.send(CreateNone())

    def pets_v1_fetch_all_things(
        self,
    ) -> None:
        """GET /dotted"""
        from ..operations.pets_v1_fetch_all_things import PetsV1FetchAllThings

        return self._client.send(PetsV1FetchAllThings())


class AsyncÜnïcodeMore:
    """Ünïcode & more"""

    def __init__(self, client: BaseAsyncClient) -> None:
        self._client = client

    async def none(
        self,
    ) -> None:
        """POST /none

        The arguments are those of `ÜnïcodeMore.none`, the fields of `CreateNone`.
        """
        from ..operations.create_none import CreateNone

        return await self._client.send(CreateNone())

    async def pets_v1_fetch_all_things(
        self,
    ) -> None:
        """GET /dotted

        The arguments are those of `ÜnïcodeMore.pets_v1_fetch_all_things`, the fields of
        `PetsV1FetchAllThings`.
        """
        from ..operations.pets_v1_fetch_all_things import PetsV1FetchAllThings

        return await self._client.send(PetsV1FetchAllThings())
