"""Pets"""

from __future__ import annotations

from typing import Any

from .._support.client import BaseAsyncClient, BaseClient
from .._support.unset import UNSET

__all__ = ["AsyncPets", "Pets"]


class Pets:
    """Pets"""

    def __init__(self, client: BaseClient) -> None:
        self._client = client

    def create(
        self,
        *,
        tens: int | None = None,
        cents: float | None = None,
        open: float | None = None,
        untyped: Any = UNSET,
        big: int | None = None,
        either: int | str | None = None,
    ) -> None:
        """POST /pets"""
        from ..operations.create_pet import CreatePet

        return self._client.send(
            CreatePet(
                tens=tens,
                cents=cents,
                open=open,
                untyped=untyped,
                big=big,
                either=either,
            )
        )


class AsyncPets:
    """Pets"""

    def __init__(self, client: BaseAsyncClient) -> None:
        self._client = client

    async def create(
        self,
        *,
        tens: int | None = None,
        cents: float | None = None,
        open: float | None = None,
        untyped: Any = UNSET,
        big: int | None = None,
        either: int | str | None = None,
    ) -> None:
        """POST /pets

        The arguments are those of `Pets.create`, the fields of `CreatePet`.
        """
        from ..operations.create_pet import CreatePet

        return await self._client.send(
            CreatePet(
                tens=tens,
                cents=cents,
                open=open,
                untyped=untyped,
                big=big,
                either=either,
            )
        )
