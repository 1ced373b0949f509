"""Trees"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from .._support.client import BaseAsyncClient, BaseClient
from .._support.unset import UNSET, Unset

if TYPE_CHECKING:
    from ..models.branch import Branch
    from ..models.branch_input import BranchInput
    from ..models.egg import Egg
    from ..models.egg_input import EggInput
    from ..models.tree import Tree
    from ..models.tree_input import TreeInput
    from ..types.json_input import JsonInput

__all__ = ["AsyncTrees", "Trees"]


class Trees:
    """Trees"""

    def __init__(self, client: BaseClient) -> None:
        self._client = client

    def create(
        self,
        *,
        name: str,
        self_: TreeInput | Tree | None = None,
        children: Sequence[TreeInput | Tree] | None = None,
        by_name: Mapping[str, TreeInput | Tree] | None = None,
        egg: EggInput | Egg | None = None,
        value: JsonInput | Unset | None = UNSET,
        rows: Sequence[Any] | None = None,
        branch: BranchInput | Branch | None = None,
    ) -> Tree:
        """POST /trees"""
        from ..operations.create_tree import CreateTree

        return self._client.send(
            CreateTree(
                name=name,
                self_=self_,
                children=children,
                by_name=by_name,
                egg=egg,
                value=value,
                rows=rows,
                branch=branch,
            )
        )


class AsyncTrees:
    """Trees"""

    def __init__(self, client: BaseAsyncClient) -> None:
        self._client = client

    async def create(
        self,
        *,
        name: str,
        self_: TreeInput | Tree | None = None,
        children: Sequence[TreeInput | Tree] | None = None,
        by_name: Mapping[str, TreeInput | Tree] | None = None,
        egg: EggInput | Egg | None = None,
        value: JsonInput | Unset | None = UNSET,
        rows: Sequence[Any] | None = None,
        branch: BranchInput | Branch | None = None,
    ) -> Tree:
        """POST /trees

        The arguments are those of `Trees.create`, the fields of `CreateTree`.
        """
        from ..operations.create_tree import CreateTree

        return await self._client.send(
            CreateTree(
                name=name,
                self_=self_,
                children=children,
                by_name=by_name,
                egg=egg,
                value=value,
                rows=rows,
                branch=branch,
            )
        )
