"""Calls"""

from __future__ import annotations

from collections.abc import Sequence

from .._support.client import BaseAsyncClient, BaseClient

__all__ = ["AsyncCalls", "Calls"]


class Calls:
    """Calls"""

    def __init__(self, client: BaseClient) -> None:
        self._client = client

    def create(
        self,
        *,
        pin: str | None = None,
        word: str | None = None,
        words: Sequence[str] | None = None,
    ) -> None:
        """POST /calls"""
        from ..operations.create_call import CreateCall

        _request = CreateCall(
            pin=pin,
            word=word,
            words=words,
        )
        # A traceback would show it.
        del pin
        del word
        del words

        return self._client.send(_request)


class AsyncCalls:
    """Calls"""

    def __init__(self, client: BaseAsyncClient) -> None:
        self._client = client

    async def create(
        self,
        *,
        pin: str | None = None,
        word: str | None = None,
        words: Sequence[str] | None = None,
    ) -> None:
        """POST /calls

        The arguments are those of `Calls.create`, the fields of `CreateCall`.
        """
        from ..operations.create_call import CreateCall

        _request = CreateCall(
            pin=pin,
            word=word,
            words=words,
        )
        # A traceback would show it.
        del pin
        del word
        del words

        return await self._client.send(_request)
