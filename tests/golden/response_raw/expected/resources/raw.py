"""Raw"""

from __future__ import annotations

from typing import Any

from .._support.client import BaseAsyncClient, BaseClient

__all__ = ["AsyncRaw", "Raw"]


class Raw:
    """Raw"""

    def __init__(self, client: BaseClient) -> None:
        self._client = client

    def fetch_file(
        self,
    ) -> bytes:
        """GET /file"""
        from ..operations.fetch_file import FetchFile

        return self._client.send(FetchFile())

    def fetch_text(
        self,
    ) -> str:
        """GET /text"""
        from ..operations.fetch_text import FetchText

        return self._client.send(FetchText())

    def fetch_xml(
        self,
    ) -> str:
        """GET /xml"""
        from ..operations.fetch_xml import FetchXml

        return self._client.send(FetchXml())

    def fetch_anything(
        self,
    ) -> Any:
        """GET /anything"""
        from ..operations.fetch_anything import FetchAnything

        return self._client.send(FetchAnything())

    def fetch_malformed(
        self,
    ) -> bytes:
        """GET /malformed"""
        from ..operations.fetch_malformed import FetchMalformed

        return self._client.send(FetchMalformed())


class AsyncRaw:
    """Raw"""

    def __init__(self, client: BaseAsyncClient) -> None:
        self._client = client

    async def fetch_file(
        self,
    ) -> bytes:
        """GET /file

        The arguments are those of `Raw.fetch_file`, the fields of `FetchFile`.
        """
        from ..operations.fetch_file import FetchFile

        return await self._client.send(FetchFile())

    async def fetch_text(
        self,
    ) -> str:
        """GET /text

        The arguments are those of `Raw.fetch_text`, the fields of `FetchText`.
        """
        from ..operations.fetch_text import FetchText

        return await self._client.send(FetchText())

    async def fetch_xml(
        self,
    ) -> str:
        """GET /xml

        The arguments are those of `Raw.fetch_xml`, the fields of `FetchXml`.
        """
        from ..operations.fetch_xml import FetchXml

        return await self._client.send(FetchXml())

    async def fetch_anything(
        self,
    ) -> Any:
        """GET /anything

        The arguments are those of `Raw.fetch_anything`, the fields of `FetchAnything`.
        """
        from ..operations.fetch_anything import FetchAnything

        return await self._client.send(FetchAnything())

    async def fetch_malformed(
        self,
    ) -> bytes:
        """GET /malformed

        The arguments are those of `Raw.fetch_malformed`, the fields of
        `FetchMalformed`.
        """
        from ..operations.fetch_malformed import FetchMalformed

        return await self._client.send(FetchMalformed())
