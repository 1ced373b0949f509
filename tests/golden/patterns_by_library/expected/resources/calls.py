"""Calls"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from .._support.client import BaseAsyncClient, BaseClient
from .._support.unset import UNSET

__all__ = ["AsyncCalls", "Calls"]


class Calls:
    """Calls"""

    def __init__(self, client: BaseClient) -> None:
        self._client = client

    def create(
        self,
        *,
        price: str | None = None,
        greek: str | None = None,
        twice: str | None = None,
        date: str | None = None,
        plain: str | None = None,
        other: Any = UNSET,
        either: str | int | None = None,
        extra: Mapping[str, Any] | None = None,
    ) -> None:
        """POST /calls

        Args:
            extra: Properties that the description does not name, by their wire names.
        """
        from ..operations.create_call import CreateCall

        return self._client.send(
            CreateCall(
                price=price,
                greek=greek,
                twice=twice,
                date=date,
                plain=plain,
                other=other,
                either=either,
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
        price: str | None = None,
        greek: str | None = None,
        twice: str | None = None,
        date: str | None = None,
        plain: str | None = None,
        other: Any = UNSET,
        either: str | int | None = None,
        extra: Mapping[str, Any] | None = None,
    ) -> None:
        """POST /calls

        The arguments are those of `Calls.create`, the fields of `CreateCall`.
        """
        from ..operations.create_call import CreateCall

        return await self._client.send(
            CreateCall(
                price=price,
                greek=greek,
                twice=twice,
                date=date,
                plain=plain,
                other=other,
                either=either,
                extra=extra,
            )
        )
