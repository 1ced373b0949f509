"""Pets"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime

from .._support.client import BaseAsyncClient, BaseClient

__all__ = ["AsyncPets", "Pets"]


class Pets:
    """Pets"""

    def __init__(self, client: BaseClient) -> None:
        self._client = client

    def list(
        self,
        *,
        if_modified_since: datetime | str,
        session: str,
        x_trace: str | None = None,
        x_fields: Mapping[str, str] | None = None,
        authorization: str | None = None,
        seen: Sequence[int] | None = None,
    ) -> None:
        """GET /pets

        Args:
            x_trace: What the logs call it.
            authorization: No security is described.
        """
        from ..operations.list_pets import ListPets

        _request = ListPets(
            if_modified_since=if_modified_since,
            session=session,
            x_trace=x_trace,
            x_fields=x_fields,
            authorization=authorization,
            seen=seen,
        )
        # A traceback would show it.
        del authorization

        return self._client.send(_request)


class AsyncPets:
    """Pets"""

    def __init__(self, client: BaseAsyncClient) -> None:
        self._client = client

    async def list(
        self,
        *,
        if_modified_since: datetime | str,
        session: str,
        x_trace: str | None = None,
        x_fields: Mapping[str, str] | None = None,
        authorization: str | None = None,
        seen: Sequence[int] | None = None,
    ) -> None:
        """GET /pets

        The arguments are those of `Pets.list`, the fields of `ListPets`.
        """
        from ..operations.list_pets import ListPets

        _request = ListPets(
            if_modified_since=if_modified_since,
            session=session,
            x_trace=x_trace,
            x_fields=x_fields,
            authorization=authorization,
            seen=seen,
        )
        # A traceback would show it.
        del authorization

        return await self._client.send(_request)
