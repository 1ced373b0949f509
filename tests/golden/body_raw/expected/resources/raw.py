"""Raw"""

from __future__ import annotations

from collections.abc import AsyncIterable, Iterable
from typing import Any

from .._support.bodies import File
from .._support.client import BaseAsyncClient, BaseClient

__all__ = ["AsyncRaw", "Raw"]


class Raw:
    """Raw"""

    def __init__(self, client: BaseClient) -> None:
        self._client = client

    def put_text(
        self,
        *,
        body: str | bytes,
    ) -> None:
        """PUT /text

        Args:
            body: The text.
        """
        from ..operations.put_text import PutText

        return self._client.send(
            PutText(
                body=body,
            )
        )

    def put_xml(
        self,
        *,
        body: str | bytes,
    ) -> None:
        """PUT /xml"""
        from ..operations.put_xml import PutXml

        return self._client.send(
            PutXml(
                body=body,
            )
        )

    def put_image(
        self,
        *,
        body: File | bytes | str | Iterable[bytes] | AsyncIterable[bytes] | None = None,
    ) -> None:
        """PUT /image"""
        from ..operations.put_image import PutImage

        return self._client.send(
            PutImage(
                body=body,
            )
        )

    def put_unknown(
        self,
        *,
        body: File | bytes | str | Iterable[bytes] | AsyncIterable[bytes],
    ) -> None:
        """PUT /unknown"""
        from ..operations.put_unknown import PutUnknown

        return self._client.send(
            PutUnknown(
                body=body,
            )
        )

    def put_anything(
        self,
        *,
        body: Any,
    ) -> None:
        """PUT /anything"""
        from ..operations.put_anything import PutAnything

        return self._client.send(
            PutAnything(
                body=body,
            )
        )


class AsyncRaw:
    """Raw"""

    def __init__(self, client: BaseAsyncClient) -> None:
        self._client = client

    async def put_text(
        self,
        *,
        body: str | bytes,
    ) -> None:
        """PUT /text

        The arguments are those of `Raw.put_text`, the fields of `PutText`.
        """
        from ..operations.put_text import PutText

        return await self._client.send(
            PutText(
                body=body,
            )
        )

    async def put_xml(
        self,
        *,
        body: str | bytes,
    ) -> None:
        """PUT /xml

        The arguments are those of `Raw.put_xml`, the fields of `PutXml`.
        """
        from ..operations.put_xml import PutXml

        return await self._client.send(
            PutXml(
                body=body,
            )
        )

    async def put_image(
        self,
        *,
        body: File | bytes | str | Iterable[bytes] | AsyncIterable[bytes] | None = None,
    ) -> None:
        """PUT /image

        The arguments are those of `Raw.put_image`, the fields of `PutImage`.
        """
        from ..operations.put_image import PutImage

        return await self._client.send(
            PutImage(
                body=body,
            )
        )

    async def put_unknown(
        self,
        *,
        body: File | bytes | str | Iterable[bytes] | AsyncIterable[bytes],
    ) -> None:
        """PUT /unknown

        The arguments are those of `Raw.put_unknown`, the fields of `PutUnknown`.
        """
        from ..operations.put_unknown import PutUnknown

        return await self._client.send(
            PutUnknown(
                body=body,
            )
        )

    async def put_anything(
        self,
        *,
        body: Any,
    ) -> None:
        """PUT /anything

        The arguments are those of `Raw.put_anything`, the fields of `PutAnything`.
        """
        from ..operations.put_anything import PutAnything

        return await self._client.send(
            PutAnything(
                body=body,
            )
        )
