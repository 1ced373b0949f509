"""Calls of an account."""

from __future__ import annotations

from .._support.client import BaseAsyncClient, BaseClient

__all__ = ["AsyncCalls", "Calls"]


class Calls:
    """Calls of an account."""

    def __init__(self, client: BaseClient) -> None:
        self._client = client

    def delete(
        self,
        *,
        call_sid: str,
        account_sid: str | None = None,
    ) -> None:
        """Delete a call

        It is gone for good.

        Deprecated.

        DELETE /accounts/{AccountSid}/calls/{CallSid}

        Args:
            account_sid: The account. Left out, it is the client's.
        """
        from ..operations.delete_call import DeleteCall

        return self._client.send(
            DeleteCall(
                call_sid=call_sid,
                account_sid=account_sid,
            )
        )


class AsyncCalls:
    """Calls of an account."""

    def __init__(self, client: BaseAsyncClient) -> None:
        self._client = client

    async def delete(
        self,
        *,
        call_sid: str,
        account_sid: str | None = None,
    ) -> None:
        """Delete a call

        It is gone for good.

        Deprecated.

        DELETE /accounts/{AccountSid}/calls/{CallSid}

        The arguments are those of `Calls.delete`, the fields of `DeleteCall`.
        """
        from ..operations.delete_call import DeleteCall

        return await self._client.send(
            DeleteCall(
                call_sid=call_sid,
                account_sid=account_sid,
            )
        )
