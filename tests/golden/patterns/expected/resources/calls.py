"""Calls"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from .._support.client import BaseAsyncClient, BaseClient

__all__ = ["AsyncCalls", "Calls"]


class Calls:
    """Calls"""

    def __init__(self, client: BaseClient) -> None:
        self._client = client

    def create(
        self,
        *,
        name: str | None = None,
        number: str | None = None,
        upper: str | None = None,
        spaced: str | None = None,
        visible: str | None = None,
        dragon: str | None = None,
        anything: str | None = None,
        nothing: str | None = None,
        quoted: str | None = None,
        twice: str | None = None,
        price: str | None = None,
        braces: str | None = None,
        extra: Mapping[str, Any] | None = None,
    ) -> None:
        """POST /calls

        Args:
            extra: Properties that the description does not name, by their wire names.
        """
        from ..operations.create_call import CreateCall

        return self._client.send(
            CreateCall(
                name=name,
                number=number,
                upper=upper,
                spaced=spaced,
                visible=visible,
                dragon=dragon,
                anything=anything,
                nothing=nothing,
                quoted=quoted,
                twice=twice,
                price=price,
                braces=braces,
                extra=extra,
            )
        )


class AsyncCalls:
    """Calls"""

    def __init__(self, client: BaseAsyncClient) -> None:
        self._client = client

    async def create(
        self,
        *,
        name: str | None = None,
        number: str | None = None,
        upper: str | None = None,
        spaced: str | None = None,
        visible: str | None = None,
        dragon: str | None = None,
        anything: str | None = None,
        nothing: str | None = None,
        quoted: str | None = None,
        twice: str | None = None,
        price: str | None = None,
        braces: str | None = None,
        extra: Mapping[str, Any] | None = None,
    ) -> None:
        """POST /calls

        The arguments are those of `Calls.create`, the fields of `CreateCall`.
        """
        from ..operations.create_call import CreateCall

        return await self._client.send(
            CreateCall(
                name=name,
                number=number,
                upper=upper,
                spaced=spaced,
                visible=visible,
                dragon=dragon,
                anything=anything,
                nothing=nothing,
                quoted=quoted,
                twice=twice,
                price=price,
                braces=braces,
                extra=extra,
            )
        )
