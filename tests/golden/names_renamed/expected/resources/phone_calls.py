"""Calls"""

from __future__ import annotations

from typing import TYPE_CHECKING, List

from .._support.client import BaseAsyncClient, BaseClient
from .._support.renames import renamed as _renamed

if TYPE_CHECKING:
    from ..models.phone_call import PhoneCall

__all__ = ["AsyncPhoneCalls", "PhoneCalls"]


class PhoneCalls:
    """Calls"""

    def __init__(self, client: BaseClient) -> None:
        self._client = client

    def every(
        self,
        *,
        status: str | None = None,
    ) -> List[PhoneCall]:
        """All calls

        GET /calls
        """
        from ..operations.list_calls import ListCalls

        return self._client.send(
            ListCalls(
                status=status,
            )
        )

    list = _renamed("phone_calls.list", "phone_calls.every", every)
    """Deprecated: it is called `every` now."""

    list_all = _renamed("phone_calls.list_all", "phone_calls.every", every)
    """Deprecated: it is called `every` now."""

    def get(
        self,
        *,
        call_sid: str,
    ) -> PhoneCall:
        """One call

        GET /calls/{Sid}
        """
        from ..operations.get_call import GetCall

        return self._client.send(
            GetCall(
                call_sid=call_sid,
            )
        )

    fetch = _renamed("phone_calls.fetch", "phone_calls.get", get)
    """Deprecated: it is called `get` now."""


class AsyncPhoneCalls:
    """Calls"""

    def __init__(self, client: BaseAsyncClient) -> None:
        self._client = client

    async def every(
        self,
        *,
        status: str | None = None,
    ) -> List[PhoneCall]:
        """All calls

        GET /calls

        The arguments are those of `PhoneCalls.every`, the fields of `ListCalls`.
        """
        from ..operations.list_calls import ListCalls

        return await self._client.send(
            ListCalls(
                status=status,
            )
        )

    list = _renamed("phone_calls.list", "phone_calls.every", every)
    """Deprecated: it is called `every` now."""

    list_all = _renamed("phone_calls.list_all", "phone_calls.every", every)
    """Deprecated: it is called `every` now."""

    async def get(
        self,
        *,
        call_sid: str,
    ) -> PhoneCall:
        """One call

        GET /calls/{Sid}

        The arguments are those of `PhoneCalls.get`, the fields of `GetCall`.
        """
        from ..operations.get_call import GetCall

        return await self._client.send(
            GetCall(
                call_sid=call_sid,
            )
        )

    fetch = _renamed("phone_calls.fetch", "phone_calls.get", get)
    """Deprecated: it is called `get` now."""
