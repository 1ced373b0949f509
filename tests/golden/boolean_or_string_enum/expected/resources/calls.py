"""Calls"""

from __future__ import annotations

from typing import Literal

from .._support.client import BaseAsyncClient, BaseClient

__all__ = ["AsyncCalls", "Calls"]


class Calls:
    """Calls"""

    def __init__(self, client: BaseClient) -> None:
        self._client = client

    def create(
        self,
        *,
        beep: Literal["true", "false", "onEnter"] | bool | None = None,
        never: Literal["nothing", False] | None = None,
        mixed: Literal[1, 2, False] | None = None,
    ) -> None:
        """POST /calls

        Args:
            beep: Whether to beep
            never: The boolean false, or nothing
            mixed: A one that is no true
        """
        from ..operations.create_call import CreateCall

        return self._client.send(
            CreateCall(
                beep=beep,
                never=never,
                mixed=mixed,
            )
        )


class AsyncCalls:
    """Calls"""

    def __init__(self, client: BaseAsyncClient) -> None:
        self._client = client

    async def create(
        self,
        *,
        beep: Literal["true", "false", "onEnter"] | bool | None = None,
        never: Literal["nothing", False] | None = None,
        mixed: Literal[1, 2, False] | None = None,
    ) -> None:
        """POST /calls

        The arguments are those of `Calls.create`, the fields of `CreateCall`.
        """
        from ..operations.create_call import CreateCall

        return await self._client.send(
            CreateCall(
                beep=beep,
                never=never,
                mixed=mixed,
            )
        )
