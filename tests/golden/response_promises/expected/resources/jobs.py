"""Jobs"""

from __future__ import annotations

from typing import TYPE_CHECKING, List, Literal

from .._support.client import BaseAsyncClient, BaseClient

if TYPE_CHECKING:
    from ..models.job import Job

__all__ = ["AsyncJobs", "Jobs"]


class Jobs:
    """Jobs"""

    def __init__(self, client: BaseClient) -> None:
        self._client = client

    def list(
        self,
    ) -> List[Job]:
        """GET /jobs"""
        from ..operations.list_jobs import ListJobs

        return self._client.send(ListJobs())

    def list_states(
        self,
    ) -> List[Literal["queued", "done"] | str]:
        """GET /states"""
        from ..operations.list_states import ListStates

        return self._client.send(ListStates())


class AsyncJobs:
    """Jobs"""

    def __init__(self, client: BaseAsyncClient) -> None:
        self._client = client

    async def list(
        self,
    ) -> List[Job]:
        """GET /jobs

        The arguments are those of `Jobs.list`, the fields of `ListJobs`.
        """
        from ..operations.list_jobs import ListJobs

        return await self._client.send(ListJobs())

    async def list_states(
        self,
    ) -> List[Literal["queued", "done"] | str]:
        """GET /states

        The arguments are those of `Jobs.list_states`, the fields of `ListStates`.
        """
        from ..operations.list_states import ListStates

        return await self._client.send(ListStates())
