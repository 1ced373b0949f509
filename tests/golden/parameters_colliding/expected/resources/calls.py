"""Calls"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date as Date

from .._support.client import BaseAsyncClient, BaseClient

__all__ = ["AsyncCalls", "Calls"]


class Calls:
    """Calls"""

    def __init__(self, client: BaseClient) -> None:
        self._client = client

    def update(
        self,
        *,
        id: str,
        query_id: str | None = None,
        query_start_time: Date | str | None = None,
        start_time_lt: Date | str | None = None,
        start_time_gt: Date | str | None = None,
        server: str | None = None,
        defaults: str | None = None,
        build_: str | None = None,
        extra_: str | None = None,
        header_id: str | None = None,
        body_id: str | None = None,
        body_start_time: str | None = None,
        self_: bool | None = None,
        body: str | None = None,
        extra: Mapping[str, int] | None = None,
    ) -> None:
        """PUT /calls/{id}

        Args:
            extra: Properties that the description does not name, by their wire names.
        """
        from ..operations.update_call import UpdateCall

        return self._client.send(
            UpdateCall(
                id=id,
                query_id=query_id,
                query_start_time=query_start_time,
                start_time_lt=start_time_lt,
                start_time_gt=start_time_gt,
                server=server,
                defaults=defaults,
                build_=build_,
                extra_=extra_,
                header_id=header_id,
                body_id=body_id,
                body_start_time=body_start_time,
                self_=self_,
                body=body,
                extra=extra,
            )
        )


class AsyncCalls:
    """Calls"""

    def __init__(self, client: BaseAsyncClient) -> None:
        self._client = client

    async def update(
        self,
        *,
        id: str,
        query_id: str | None = None,
        query_start_time: Date | str | None = None,
        start_time_lt: Date | str | None = None,
        start_time_gt: Date | str | None = None,
        server: str | None = None,
        defaults: str | None = None,
        build_: str | None = None,
        extra_: str | None = None,
        header_id: str | None = None,
        body_id: str | None = None,
        body_start_time: str | None = None,
        self_: bool | None = None,
        body: str | None = None,
        extra: Mapping[str, int] | None = None,
    ) -> None:
        """PUT /calls/{id}

        The arguments are those of `Calls.update`, the fields of `UpdateCall`.
        """
        from ..operations.update_call import UpdateCall

        return await self._client.send(
            UpdateCall(
                id=id,
                query_id=query_id,
                query_start_time=query_start_time,
                start_time_lt=start_time_lt,
                start_time_gt=start_time_gt,
                server=server,
                defaults=defaults,
                build_=build_,
                extra_=extra_,
                header_id=header_id,
                body_id=body_id,
                body_start_time=body_start_time,
                self_=self_,
                body=body,
                extra=extra,
            )
        )
