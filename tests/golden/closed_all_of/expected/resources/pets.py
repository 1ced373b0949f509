"""pets"""

from __future__ import annotations

from .._support.client import BaseAsyncClient, BaseClient

__all__ = ["AsyncPets", "Pets"]


class Pets:
    """pets"""

    def __init__(self, client: BaseClient) -> None:
        self._client = client

    def sell(
        self,
        *,
        amount: float,
        name: str,
        tag: str | None = None,
        age: int | None = None,
        to: str | None = None,
    ) -> None:
        """PUT /pets"""
        from ..operations.sell_pet import SellPet

        return self._client.send(
            SellPet(
                amount=amount,
                name=name,
                tag=tag,
                age=age,
                to=to,
            )
        )

    def create(
        self,
        *,
        name: str,
        tag: str | None = None,
        age: int | None = None,
    ) -> None:
        """POST /pets"""
        from ..operations.create_pet import CreatePet

        return self._client.send(
            CreatePet(
                name=name,
                tag=tag,
                age=age,
            )
        )

    def change(
        self,
        *,
        tag: str | None = None,
        name: str | None = None,
        age: int | None = None,
    ) -> None:
        """PATCH /pets"""
        from ..operations.change_pet import ChangePet

        return self._client.send(
            ChangePet(
                tag=tag,
                name=name,
                age=age,
            )
        )


class AsyncPets:
    """pets"""

    def __init__(self, client: BaseAsyncClient) -> None:
        self._client = client

    async def sell(
        self,
        *,
        amount: float,
        name: str,
        tag: str | None = None,
        age: int | None = None,
        to: str | None = None,
    ) -> None:
        """PUT /pets

        The arguments are those of `Pets.sell`, the fields of `SellPet`.
        """
        from ..operations.sell_pet import SellPet

        return await self._client.send(
            SellPet(
                amount=amount,
                name=name,
                tag=tag,
                age=age,
                to=to,
            )
        )

    async def create(
        self,
        *,
        name: str,
        tag: str | None = None,
        age: int | None = None,
    ) -> None:
        """POST /pets

        The arguments are those of `Pets.create`, the fields of `CreatePet`.
        """
        from ..operations.create_pet import CreatePet

        return await self._client.send(
            CreatePet(
                name=name,
                tag=tag,
                age=age,
            )
        )

    async def change(
        self,
        *,
        tag: str | None = None,
        name: str | None = None,
        age: int | None = None,
    ) -> None:
        """PATCH /pets

        The arguments are those of `Pets.change`, the fields of `ChangePet`.
        """
        from ..operations.change_pet import ChangePet

        return await self._client.send(
            ChangePet(
                tag=tag,
                name=name,
                age=age,
            )
        )
