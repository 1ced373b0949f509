"""Pets"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date as Date, datetime
from decimal import Decimal
from typing import TYPE_CHECKING, Any
from uuid import UUID

from .._support.client import BaseAsyncClient, BaseClient
from .._support.unset import UNSET, Unset

if TYPE_CHECKING:
    from ..models.pet import Pet

__all__ = ["AsyncPets", "Pets"]


class Pets:
    """Pets"""

    def __init__(self, client: BaseClient) -> None:
        self._client = client

    def create(
        self,
        *,
        date: Date | str | None = None,
        date_time: datetime | str | None = None,
        rfc_2822: datetime | str | None = None,
        uuid: UUID | str | None = None,
        byte: bytes | str | None = None,
        base64: bytes | str | None = None,
        decimal: Decimal | str | None = None,
        binary: str | None = None,
        duration: str | None = None,
        email: str | None = None,
        uri: str | None = None,
        password: str | None = None,
        unknown: str | None = None,
        int32: int | None = None,
        int64: int | None = None,
        double: float | None = None,
        dates: Sequence[Date | str] | None = None,
        uuid_or_null: UUID | str | Unset | None = UNSET,
        untyped: Any = UNSET,
    ) -> Pet:
        """POST /pets"""
        from ..operations.create_pet import CreatePet

        _request = CreatePet(
            date=date,
            date_time=date_time,
            rfc_2822=rfc_2822,
            uuid=uuid,
            byte=byte,
            base64=base64,
            decimal=decimal,
            binary=binary,
            duration=duration,
            email=email,
            uri=uri,
            password=password,
            unknown=unknown,
            int32=int32,
            int64=int64,
            double=double,
            dates=dates,
            uuid_or_null=uuid_or_null,
            untyped=untyped,
        )
        # A traceback would show it.
        del password

        return self._client.send(_request)


class AsyncPets:
    """Pets"""

    def __init__(self, client: BaseAsyncClient) -> None:
        self._client = client

    async def create(
        self,
        *,
        date: Date | str | None = None,
        date_time: datetime | str | None = None,
        rfc_2822: datetime | str | None = None,
        uuid: UUID | str | None = None,
        byte: bytes | str | None = None,
        base64: bytes | str | None = None,
        decimal: Decimal | str | None = None,
        binary: str | None = None,
        duration: str | None = None,
        email: str | None = None,
        uri: str | None = None,
        password: str | None = None,
        unknown: str | None = None,
        int32: int | None = None,
        int64: int | None = None,
        double: float | None = None,
        dates: Sequence[Date | str] | None = None,
        uuid_or_null: UUID | str | Unset | None = UNSET,
        untyped: Any = UNSET,
    ) -> Pet:
        """POST /pets

        The arguments are those of `Pets.create`, the fields of `CreatePet`.
        """
        from ..operations.create_pet import CreatePet

        _request = CreatePet(
            date=date,
            date_time=date_time,
            rfc_2822=rfc_2822,
            uuid=uuid,
            byte=byte,
            base64=base64,
            decimal=decimal,
            binary=binary,
            duration=duration,
            email=email,
            uri=uri,
            password=password,
            unknown=unknown,
            int32=int32,
            int64=int64,
            double=double,
            dates=dates,
            uuid_or_null=uuid_or_null,
            untyped=untyped,
        )
        # A traceback would show it.
        del password

        return await self._client.send(_request)
