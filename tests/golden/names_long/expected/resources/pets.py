"""Pets"""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._support.client import BaseAsyncClient, BaseClient

if TYPE_CHECKING:
    from ..models.to_read_it_aloud_in_a_meeting_with_others_who_would_rather_have_lunch import (
        ToReadItAloudInAMeetingWithOthersWhoWouldRatherHaveLunch,
    )

__all__ = ["AsyncPets", "Pets"]


class Pets:
    """Pets"""

    def __init__(self, client: BaseClient) -> None:
        self._client = client

    def an_operation_whose_name_goes_on_others_who_would_rather_have_lunch_one(
        self,
    ) -> ToReadItAloudInAMeetingWithOthersWhoWouldRatherHaveLunch:
        """GET /pets"""
        from ..operations.an_operation_whose_name_goes_on_others_who_would_rather_have_lunch_one import (
            AnOperationWhoseNameGoesOnOthersWhoWouldRatherHaveLunchOne,
        )

        return self._client.send(
            AnOperationWhoseNameGoesOnOthersWhoWouldRatherHaveLunchOne()
        )

    def an_operation_whose_name_goes_on_others_who_would_rather_have_lunch_two(
        self,
    ) -> None:
        """POST /pets"""
        from ..operations.an_operation_whose_name_goes_on_others_who_would_rather_have_lunch_two import (
            AnOperationWhoseNameGoesOnOthersWhoWouldRatherHaveLunchTwo,
        )

        return self._client.send(
            AnOperationWhoseNameGoesOnOthersWhoWouldRatherHaveLunchTwo()
        )


class AsyncPets:
    """Pets"""

    def __init__(self, client: BaseAsyncClient) -> None:
        self._client = client

    async def an_operation_whose_name_goes_on_others_who_would_rather_have_lunch_one(
        self,
    ) -> ToReadItAloudInAMeetingWithOthersWhoWouldRatherHaveLunch:
        """GET /pets

        The arguments are those of
        `Pets.an_operation_whose_name_goes_on_others_who_would_rather_have_lunch_one`,
        the fields of `AnOperationWhoseNameGoesOnOthersWhoWouldRatherHaveLunchOne`.
        """
        from ..operations.an_operation_whose_name_goes_on_others_who_would_rather_have_lunch_one import (
            AnOperationWhoseNameGoesOnOthersWhoWouldRatherHaveLunchOne,
        )

        return await self._client.send(
            AnOperationWhoseNameGoesOnOthersWhoWouldRatherHaveLunchOne()
        )

    async def an_operation_whose_name_goes_on_others_who_would_rather_have_lunch_two(
        self,
    ) -> None:
        """POST /pets

        The arguments are those of
        `Pets.an_operation_whose_name_goes_on_others_who_would_rather_have_lunch_two`,
        the fields of `AnOperationWhoseNameGoesOnOthersWhoWouldRatherHaveLunchTwo`.
        """
        from ..operations.an_operation_whose_name_goes_on_others_who_would_rather_have_lunch_two import (
            AnOperationWhoseNameGoesOnOthersWhoWouldRatherHaveLunchTwo,
        )

        return await self._client.send(
            AnOperationWhoseNameGoesOnOthersWhoWouldRatherHaveLunchTwo()
        )
