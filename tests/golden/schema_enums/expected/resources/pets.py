"""Pets"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, Literal

from .._support.client import BaseAsyncClient, BaseClient
from .._support.unset import UNSET, Unset

if TYPE_CHECKING:
    from ..models.pet import Pet
    from ..types.kind import Kind

__all__ = ["AsyncPets", "Pets"]


class Pets:
    """Pets"""

    def __init__(self, client: BaseClient) -> None:
        self._client = client

    def create(
        self,
        *,
        constant: Literal["pet"],
        version: Literal[1] | None = None,
        nothing: Unset | None = UNSET,
        truth: Literal[True] | None = None,
        kind: Kind | None = None,
        kinds: Sequence[Kind] | None = None,
        zone: Literal["GMT0", "GMT+0", "GMT-0"] | None = None,
        level: Literal[1, 2, 3] | None = None,
        ratio: Literal[1] | float | None = None,
        size: Literal["s", "m", 1, True] | float | Unset | None = UNSET,
        maybe: Literal["a", "b"] | Unset | None = UNSET,
        flags: Literal[True] | None = None,
        odd: Any = None,
    ) -> Pet:
        """POST /pets

        Args:
            kind: What it is.
        """
        from ..operations.create_pet import CreatePet

        return self._client.send(
            CreatePet(
                constant=constant,
                version=version,
                nothing=nothing,
                truth=truth,
                kind=kind,
                kinds=kinds,
                zone=zone,
                level=level,
                ratio=ratio,
                size=size,
                maybe=maybe,
                flags=flags,
                odd=odd,
            )
        )


class AsyncPets:
    """Pets"""

    def __init__(self, client: BaseAsyncClient) -> None:
        self._client = client

    async def create(
        self,
        *,
        constant: Literal["pet"],
        version: Literal[1] | None = None,
        nothing: Unset | None = UNSET,
        truth: Literal[True] | None = None,
        kind: Kind | None = None,
        kinds: Sequence[Kind] | None = None,
        zone: Literal["GMT0", "GMT+0", "GMT-0"] | None = None,
        level: Literal[1, 2, 3] | None = None,
        ratio: Literal[1] | float | None = None,
        size: Literal["s", "m", 1, True] | float | Unset | None = UNSET,
        maybe: Literal["a", "b"] | Unset | None = UNSET,
        flags: Literal[True] | None = None,
        odd: Any = None,
    ) -> Pet:
        """POST /pets

        The arguments are those of `Pets.create`, the fields of `CreatePet`.
        """
        from ..operations.create_pet import CreatePet

        return await self._client.send(
            CreatePet(
                constant=constant,
                version=version,
                nothing=nothing,
                truth=truth,
                kind=kind,
                kinds=kinds,
                zone=zone,
                level=level,
                ratio=ratio,
                size=size,
                maybe=maybe,
                flags=flags,
                odd=odd,
            )
        )
