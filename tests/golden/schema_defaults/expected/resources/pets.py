"""Pets"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from .._support.client import BaseAsyncClient, BaseClient

__all__ = ["AsyncPets", "Pets"]


class Pets:
    """Pets"""

    def __init__(self, client: BaseClient) -> None:
        self._client = client

    def list(
        self,
        *,
        size: int | None = None,
        kinds: Sequence[str] | None = None,
        all: bool | None = None,
        none: str | None = None,
        on: Mapping[str, Any] | None = None,
    ) -> None:
        """GET /pets

        Args:
            size: How many. Default: 20.
            kinds: Default: ["dog", "c\\"at"].
            all: Default: false.
            none: Default: null.
            on: Default: {"a": 1}.
        """
        from ..operations.list_pets import ListPets

        return self._client.send(
            ListPets(
                size=size,
                kinds=kinds,
                all=all,
                none=none,
                on=on,
            )
        )


class AsyncPets:
    """Pets"""

    def __init__(self, client: BaseAsyncClient) -> None:
        self._client = client

    async def list(
        self,
        *,
        size: int | None = None,
        kinds: Sequence[str] | None = None,
        all: bool | None = None,
        none: str | None = None,
        on: Mapping[str, Any] | None = None,
    ) -> None:
        """GET /pets

        The arguments are those of `Pets.list`, the fields of `ListPets`.
        """
        from ..operations.list_pets import ListPets

        return await self._client.send(
            ListPets(
                size=size,
                kinds=kinds,
                all=all,
                none=none,
                on=on,
            )
        )
