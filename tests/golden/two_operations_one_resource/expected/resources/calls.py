"""All that is called"""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._support.client import BaseAsyncClient, BaseClient

if TYPE_CHECKING:
    from ..models.call import Call

__all__ = ["AsyncCalls", "Calls"]


class Calls:
    """All that is called"""

    def __init__(self, client: BaseClient) -> None:
        self._client = client

    def fetch(
        self,
        *,
        sid: str,
    ) -> Call:
        """Fetch a call

        GET /calls/{Sid}

        Args:
            sid: The call
        """
        from ..operations.fetch_call import FetchCall

        return self._client.send(
            FetchCall(
                sid=sid,
            )
        )

    def update(
        self,
        *,
        sid: str,
        label: str | None = None,
    ) -> Call | None:
        """Update a call

        POST /calls/{Sid}

        Args:
            sid: The call
            label: A new name
        """
        from ..operations.update_call import UpdateCall

        return self._client.send(
            UpdateCall(
                sid=sid,
                label=label,
            )
        )


class AsyncCalls:
    """All that is called"""

    def __init__(self, client: BaseAsyncClient) -> None:
        self._client = client

    async def fetch(
        self,
        *,
        sid: str,
    ) -> Call:
        """Fetch a call

        GET /calls/{Sid}

        The arguments are those of `Calls.fetch`, the fields of `FetchCall`.
        """
        from ..operations.fetch_call import FetchCall

        return await self._client.send(
            FetchCall(
                sid=sid,
            )
        )

    async def update(
        self,
        *,
        sid: str,
        label: str | None = None,
    ) -> Call | None:
        """Update a call

        POST /calls/{Sid}

        The arguments are those of `Calls.update`, the fields of `UpdateCall`.
        """
        from ..operations.update_call import UpdateCall

        return await self._client.send(
            UpdateCall(
                sid=sid,
                label=label,
            )
        )
