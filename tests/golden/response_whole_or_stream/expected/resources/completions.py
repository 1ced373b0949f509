"""Completions"""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._support.client import BaseAsyncClient, BaseClient

if TYPE_CHECKING:
    from ..models.completion import Completion

__all__ = ["AsyncCompletions", "Completions"]


class Completions:
    """Completions"""

    def __init__(self, client: BaseClient) -> None:
        self._client = client

    def create(
        self,
        *,
        prompt: str,
        stream: bool | None = None,
    ) -> Completion:
        """POST /completions"""
        from ..operations.create_completion import CreateCompletion

        return self._client.send(
            CreateCompletion(
                prompt=prompt,
                stream=stream,
            )
        )


class AsyncCompletions:
    """Completions"""

    def __init__(self, client: BaseAsyncClient) -> None:
        self._client = client

    async def create(
        self,
        *,
        prompt: str,
        stream: bool | None = None,
    ) -> Completion:
        """POST /completions

        The arguments are those of `Completions.create`, the fields of
        `CreateCompletion`.
        """
        from ..operations.create_completion import CreateCompletion

        return await self._client.send(
            CreateCompletion(
                prompt=prompt,
                stream=stream,
            )
        )
