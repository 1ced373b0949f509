"""Pets"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .._support.client import BaseAsyncClient, BaseClient
from .._support.unset import UNSET, Unset

if TYPE_CHECKING:
    from ..models.inner import Inner

__all__ = ["AsyncPets", "Pets"]


class Pets:
    """Pets"""

    def __init__(self, client: BaseClient) -> None:
        self._client = client

    def update(
        self,
        *,
        id: str,
        needed: str,
        needed_or_null: str | None,
        optional: str | None = None,
        optional_or_null: str | Unset | None = UNSET,
        anything: Any = UNSET,
        inner: Inner | Unset | None = UNSET,
    ) -> None:
        """PATCH /pets/{id}

        Args:
            optional_or_null: Null takes it away.
        """
        from ..operations.update_pet import UpdatePet

        return self._client.send(
            UpdatePet(
                id=id,
                needed=needed,
                needed_or_null=needed_or_null,
                optional=optional,
                optional_or_null=optional_or_null,
                anything=anything,
                inner=inner,
            )
        )


class AsyncPets:
    """Pets"""

    def __init__(self, client: BaseAsyncClient) -> None:
        self._client = client

    async def update(
        self,
        *,
        id: str,
        needed: str,
        needed_or_null: str | None,
        optional: str | None = None,
        optional_or_null: str | Unset | None = UNSET,
        anything: Any = UNSET,
        inner: Inner | Unset | None = UNSET,
    ) -> None:
        """PATCH /pets/{id}

        The arguments are those of `Pets.update`, the fields of `UpdatePet`.
        """
        from ..operations.update_pet import UpdatePet

        return await self._client.send(
            UpdatePet(
                id=id,
                needed=needed,
                needed_or_null=needed_or_null,
                optional=optional,
                optional_or_null=optional_or_null,
                anything=anything,
                inner=inner,
            )
        )
