"""Whole"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from .._support.client import BaseAsyncClient, BaseClient

if TYPE_CHECKING:
    from ..models.list_item import ListItem

__all__ = ["AsyncWhole", "Whole"]


class Whole:
    """Whole"""

    def __init__(self, client: BaseClient) -> None:
        self._client = client

    def list(
        self,
        *,
        body: Sequence[ListItem],
    ) -> None:
        """PUT /list"""
        from ..operations.put_list import PutList

        return self._client.send(
            PutList(
                body=body,
            )
        )

    def put_map(
        self,
        *,
        body: Mapping[str, int],
    ) -> None:
        """PUT /map"""
        from ..operations.put_map import PutMap

        return self._client.send(
            PutMap(
                body=body,
            )
        )

    def put_number(
        self,
        *,
        body: float | None,
    ) -> None:
        """PUT /number

        Args:
            body: How many.
        """
        from ..operations.put_number import PutNumber

        return self._client.send(
            PutNumber(
                body=body,
            )
        )


class AsyncWhole:
    """Whole"""

    def __init__(self, client: BaseAsyncClient) -> None:
        self._client = client

    async def list(
        self,
        *,
        body: Sequence[ListItem],
    ) -> None:
        """PUT /list

        The arguments are those of `Whole.list`, the fields of `PutList`.
        """
        from ..operations.put_list import PutList

        return await self._client.send(
            PutList(
                body=body,
            )
        )

    async def put_map(
        self,
        *,
        body: Mapping[str, int],
    ) -> None:
        """PUT /map

        The arguments are those of `Whole.put_map`, the fields of `PutMap`.
        """
        from ..operations.put_map import PutMap

        return await self._client.send(
            PutMap(
                body=body,
            )
        )

    async def put_number(
        self,
        *,
        body: float | None,
    ) -> None:
        """PUT /number

        The arguments are those of `Whole.put_number`, the fields of `PutNumber`.
        """
        from ..operations.put_number import PutNumber

        return await self._client.send(
            PutNumber(
                body=body,
            )
        )
