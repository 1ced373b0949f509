"""Visits"""

from __future__ import annotations

from datetime import date as Date, datetime
from typing import TYPE_CHECKING, Any

from .._support.client import BaseAsyncClient, BaseClient
from .._support.unset import UNSET

if TYPE_CHECKING:
    from ..models.guest import Guest
    from ..models.guest_input import GuestInput
    from ..models.host import Host
    from ..models.host_input import HostInput

__all__ = ["AsyncVisits", "Visits"]


class Visits:
    """Visits"""

    def __init__(self, client: BaseClient) -> None:
        self._client = client

    def create(
        self,
        *,
        at: Date | str | datetime | None = None,
        who: GuestInput | Guest | HostInput | Host | None = None,
        host: Any = UNSET,
    ) -> Guest | Host | dict[str, Any]:
        """POST /visits"""
        from ..operations.create_visit import CreateVisit

        return self._client.send(
            CreateVisit(
                at=at,
                who=who,
                host=host,
            )
        )


class AsyncVisits:
    """Visits"""

    def __init__(self, client: BaseAsyncClient) -> None:
        self._client = client

    async def create(
        self,
        *,
        at: Date | str | datetime | None = None,
        who: GuestInput | Guest | HostInput | Host | None = None,
        host: Any = UNSET,
    ) -> Guest | Host | dict[str, Any]:
        """POST /visits

        The arguments are those of `Visits.create`, the fields of `CreateVisit`.
        """
        from ..operations.create_visit import CreateVisit

        return await self._client.send(
            CreateVisit(
                at=at,
                who=who,
                host=host,
            )
        )
