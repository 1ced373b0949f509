"""Sends"""

from __future__ import annotations

from datetime import datetime
from typing import Literal

from .._support.client import BaseAsyncClient, BaseClient

__all__ = ["AsyncSends", "Sends"]


class Sends:
    """Sends"""

    def __init__(self, client: BaseClient) -> None:
        self._client = client

    def plan(
        self,
        *,
        zone: Literal["all zones"] | None = None,
        send_at: Literal["now"] | None = None,
        default_at: datetime | str | None = None,
    ) -> None:
        """PUT /sends

        Args:
            send_at: Values that are listed are right.
            default_at: Default: "soon".
        """
        from ..operations.plan_send import PlanSend

        return self._client.send(
            PlanSend(
                zone=zone,
                send_at=send_at,
                default_at=default_at,
            )
        )


class AsyncSends:
    """Sends"""

    def __init__(self, client: BaseAsyncClient) -> None:
        self._client = client

    async def plan(
        self,
        *,
        zone: Literal["all zones"] | None = None,
        send_at: Literal["now"] | None = None,
        default_at: datetime | str | None = None,
    ) -> None:
        """PUT /sends

        The arguments are those of `Sends.plan`, the fields of `PlanSend`.
        """
        from ..operations.plan_send import PlanSend

        return await self._client.send(
            PlanSend(
                zone=zone,
                send_at=send_at,
                default_at=default_at,
            )
        )
