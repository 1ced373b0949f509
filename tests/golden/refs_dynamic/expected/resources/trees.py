"""trees"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from .._support.client import BaseAsyncClient, BaseClient

if TYPE_CHECKING:
    from ..models.named_tree import NamedTree

__all__ = ["AsyncTrees", "Trees"]


class Trees:
    """trees"""

    def __init__(self, client: BaseClient) -> None:
        self._client = client

    def create(
        self,
        *,
        name: str,
        children: Sequence[NamedTree] | None = None,
    ) -> None:
        """POST /trees"""
        from ..operations.create_tree import CreateTree

        return self._client.send(
            CreateTree(
                name=name,
                children=children,
            )
        )


class AsyncTrees:
    """trees"""

    def __init__(self, client: BaseAsyncClient) -> None:
        self._client = client

    async def create(
        self,
        *,
        name: str,
        children: Sequence[NamedTree] | None = None,
    ) -> None:
        """POST /trees

        The arguments are those of `Trees.create`, the fields of `CreateTree`.
        """
        from ..operations.create_tree import CreateTree

        return await self._client.send(
            CreateTree(
                name=name,
                children=children,
            )
        )
