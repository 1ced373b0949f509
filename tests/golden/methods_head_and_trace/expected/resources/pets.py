"""Pets"""

from __future__ import annotations

from .._support.client import BaseAsyncClient, BaseClient

__all__ = ["AsyncPets", "Pets"]


class Pets:
    """Pets"""

    def __init__(self, client: BaseClient) -> None:
        self._client = client

    def options(
        self,
    ) -> None:
        """OPTIONS /pets"""
        from ..operations.options_pets import OptionsPets

        return self._client.send(OptionsPets())

    def touch(
        self,
    ) -> None:
        """The headers of the answer 200: X-Count.

        HEAD /pets
        """
        from ..operations.touch_pets import TouchPets

        return self._client.send(TouchPets())

    def trace(
        self,
    ) -> bytes:
        """TRACE /pets"""
        from ..operations.trace_pets import TracePets

        return self._client.send(TracePets())


class AsyncPets:
    """Pets"""

    def __init__(self, client: BaseAsyncClient) -> None:
        self._client = client

    async def options(
        self,
    ) -> None:
        """OPTIONS /pets

        The arguments are those of `Pets.options`, the fields of `OptionsPets`.
        """
        from ..operations.options_pets import OptionsPets

        return await self._client.send(OptionsPets())

    async def touch(
        self,
    ) -> None:
        """The headers of the answer 200: X-Count.

        HEAD /pets

        The arguments are those of `Pets.touch`, the fields of `TouchPets`.
        """
        from ..operations.touch_pets import TouchPets

        return await self._client.send(TouchPets())

    async def trace(
        self,
    ) -> bytes:
        """TRACE /pets

        The arguments are those of `Pets.trace`, the fields of `TracePets`.
        """
        from ..operations.trace_pets import TracePets

        return await self._client.send(TracePets())
