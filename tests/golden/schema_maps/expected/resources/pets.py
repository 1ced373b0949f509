"""Pets"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date as Date, datetime
from typing import TYPE_CHECKING, Any

from .._support.client import BaseAsyncClient, BaseClient

if TYPE_CHECKING:
    from ..models.pet import Pet
    from ..models.pet_closed import PetClosed
    from ..models.pet_closed_input import PetClosedInput
    from ..models.pet_open import PetOpen
    from ..models.pet_open_input import PetOpenInput
    from ..models.pet_prefixed import PetPrefixed
    from ..models.pet_prefixed_input import PetPrefixedInput

__all__ = ["AsyncPets", "Pets"]


class Pets:
    """Pets"""

    def __init__(self, client: BaseClient) -> None:
        self._client = client

    def create(
        self,
        *,
        ages: Mapping[str, int] | None = None,
        any: Mapping[str, Any] | None = None,
        free: Mapping[str, Any] | None = None,
        none: Mapping[str, Any] | None = None,
        dates: Mapping[str, Mapping[str, Date | str]] | None = None,
        by_pattern: Mapping[str, str | datetime] | None = None,
        open: PetOpenInput | PetOpen | None = None,
        closed: PetClosedInput | PetClosed | None = None,
        prefixed: PetPrefixedInput | PetPrefixed | None = None,
    ) -> Pet:
        """POST /pets"""
        from ..operations.create_pet import CreatePet

        return self._client.send(
            CreatePet(
                ages=ages,
                any=any,
                free=free,
                none=none,
                dates=dates,
                by_pattern=by_pattern,
                open=open,
                closed=closed,
                prefixed=prefixed,
            )
        )


class AsyncPets:
    """Pets"""

    def __init__(self, client: BaseAsyncClient) -> None:
        self._client = client

    async def create(
        self,
        *,
        ages: Mapping[str, int] | None = None,
        any: Mapping[str, Any] | None = None,
        free: Mapping[str, Any] | None = None,
        none: Mapping[str, Any] | None = None,
        dates: Mapping[str, Mapping[str, Date | str]] | None = None,
        by_pattern: Mapping[str, str | datetime] | None = None,
        open: PetOpenInput | PetOpen | None = None,
        closed: PetClosedInput | PetClosed | None = None,
        prefixed: PetPrefixedInput | PetPrefixed | None = None,
    ) -> Pet:
        """POST /pets

        The arguments are those of `Pets.create`, the fields of `CreatePet`.
        """
        from ..operations.create_pet import CreatePet

        return await self._client.send(
            CreatePet(
                ages=ages,
                any=any,
                free=free,
                none=none,
                dates=dates,
                by_pattern=by_pattern,
                open=open,
                closed=closed,
                prefixed=prefixed,
            )
        )
