"""../up"""

from __future__ import annotations

from .._support.client import BaseAsyncClient, BaseClient

__all__ = ["AsyncUp", "Up"]


class Up:
    """../up"""

    def __init__(self, client: BaseClient) -> None:
        self._client = client

    def etc_passwd(
        self,
    ) -> None:
        """GET /slashes"""
        from ..operations.etc_passwd import EtcPasswd

        return self._client.send(EtcPasswd())


class AsyncUp:
    """../up"""

    def __init__(self, client: BaseAsyncClient) -> None:
        self._client = client

    async def etc_passwd(
        self,
    ) -> None:
        """GET /slashes

        The arguments are those of `Up.etc_passwd`, the fields of `EtcPasswd`.
        """
        from ..operations.etc_passwd import EtcPasswd

        return await self._client.send(EtcPasswd())
