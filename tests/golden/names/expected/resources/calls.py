"""Calls"""

from __future__ import annotations

from .._support.client import BaseAsyncClient, BaseClient

__all__ = ["AsyncCalls", "Calls"]


class Calls:
    """Calls"""

    def __init__(self, client: BaseClient) -> None:
        self._client = client

    def create(
        self,
        *,
        from_: str,
        class_: str,
        call_sid_to_coach: str | None = None,
        kebab_case: str | None = None,
        snake_case: str | None = None,
        http_status2xx: str | None = None,
        field_2fa: str | None = None,
        self_: str | None = None,
        type: str | None = None,
        id: str | None = None,
        filter_name: str | None = None,
        größe: str | None = None,
    ) -> None:
        """POST /calls"""
        from ..operations.create_call import CreateCall

        return self._client.send(
            CreateCall(
                from_=from_,
                class_=class_,
                call_sid_to_coach=call_sid_to_coach,
                kebab_case=kebab_case,
                snake_case=snake_case,
                http_status2xx=http_status2xx,
                field_2fa=field_2fa,
                self_=self_,
                type=type,
                id=id,
                filter_name=filter_name,
                größe=größe,
            )
        )


class AsyncCalls:
    """Calls"""

    def __init__(self, client: BaseAsyncClient) -> None:
        self._client = client

    async def create(
        self,
        *,
        from_: str,
        class_: str,
        call_sid_to_coach: str | None = None,
        kebab_case: str | None = None,
        snake_case: str | None = None,
        http_status2xx: str | None = None,
        field_2fa: str | None = None,
        self_: str | None = None,
        type: str | None = None,
        id: str | None = None,
        filter_name: str | None = None,
        größe: str | None = None,
    ) -> None:
        """POST /calls

        The arguments are those of `Calls.create`, the fields of `CreateCall`.
        """
        from ..operations.create_call import CreateCall

        return await self._client.send(
            CreateCall(
                from_=from_,
                class_=class_,
                call_sid_to_coach=call_sid_to_coach,
                kebab_case=kebab_case,
                snake_case=snake_case,
                http_status2xx=http_status2xx,
                field_2fa=field_2fa,
                self_=self_,
                type=type,
                id=id,
                filter_name=filter_name,
                größe=größe,
            )
        )
