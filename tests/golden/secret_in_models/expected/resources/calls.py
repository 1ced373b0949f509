"""Calls"""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._support.client import BaseAsyncClient, BaseClient

if TYPE_CHECKING:
    from ..models.call import Call
    from ..models.login import Login
    from ..models.login_input import LoginInput
    from ..models.place import Place

__all__ = ["AsyncCalls", "Calls"]


class Calls:
    """Calls"""

    def __init__(self, client: BaseClient) -> None:
        self._client = client

    def create(
        self,
        *,
        login: LoginInput | Login | None = None,
        place: Place | None = None,
    ) -> Call:
        """POST /calls"""
        from ..operations.create_call import CreateCall

        _request = CreateCall(
            login=login,
            place=place,
        )
        # A traceback would show it.
        del login
        del place

        return self._client.send(_request)


class AsyncCalls:
    """Calls"""

    def __init__(self, client: BaseAsyncClient) -> None:
        self._client = client

    async def create(
        self,
        *,
        login: LoginInput | Login | None = None,
        place: Place | None = None,
    ) -> Call:
        """POST /calls

        The arguments are those of `Calls.create`, the fields of `CreateCall`.
        """
        from ..operations.create_call import CreateCall

        _request = CreateCall(
            login=login,
            place=place,
        )
        # A traceback would show it.
        del login
        del place

        return await self._client.send(_request)
