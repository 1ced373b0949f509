"""Orders"""

from __future__ import annotations

from typing import TYPE_CHECKING, List

from .._support.client import BaseAsyncClient, BaseClient
from .._support.pagination import AsyncPages, Pages

if TYPE_CHECKING:
    from ..models.list_orders_by_offset_response import ListOrdersByOffsetResponse
    from ..models.list_orders_by_uri_response import ListOrdersByUriResponse
    from ..models.list_orders_response import ListOrdersResponse
    from ..models.order import Order

__all__ = ["AsyncOrders", "Orders"]


class Orders:
    """Orders"""

    def __init__(self, client: BaseClient) -> None:
        self._client = client

    def list(
        self,
        *,
        page_token: str | None = None,
        limit: int | None = None,
    ) -> Pages[Order, ListOrdersResponse]:
        """The orders.

        GET /orders

        The pages are fetched one after another, as their items are asked for.
        """
        from ..operations.list_orders import ListOrders

        return Pages(
            self._client,
            ListOrders(
                page_token=page_token,
                limit=limit,
            ),
        )

    def list_orders_by_page(
        self,
        *,
        page: int | None = None,
    ) -> Pages[Order, List[Order]]:
        """GET /orders/by-page

        The pages are fetched one after another, as their items are asked for.

        Args:
            page: Default: 0.
        """
        from ..operations.list_orders_by_page import ListOrdersByPage

        return Pages(
            self._client,
            ListOrdersByPage(
                page=page,
            ),
        )

    def list_orders_by_offset(
        self,
        *,
        from_: int | None = None,
        limit: int | None = None,
    ) -> Pages[Order, ListOrdersByOffsetResponse]:
        """GET /orders/by-offset

        The pages are fetched one after another, as their items are asked for.
        """
        from ..operations.list_orders_by_offset import ListOrdersByOffset

        return Pages(
            self._client,
            ListOrdersByOffset(
                from_=from_,
                limit=limit,
            ),
        )

    def list_orders_by_uri(
        self,
    ) -> Pages[Order, ListOrdersByUriResponse]:
        """GET /orders/by-uri

        The pages are fetched one after another, as their items are asked for.
        """
        from ..operations.list_orders_by_uri import ListOrdersByUri

        return Pages(self._client, ListOrdersByUri())

    def list_orders_by_link(
        self,
    ) -> Pages[str, List[str]]:
        """GET /orders/by-link

        The pages are fetched one after another, as their items are asked for.
        """
        from ..operations.list_orders_by_link import ListOrdersByLink

        return Pages(self._client, ListOrdersByLink())


class AsyncOrders:
    """Orders"""

    def __init__(self, client: BaseAsyncClient) -> None:
        self._client = client

    def list(
        self,
        *,
        page_token: str | None = None,
        limit: int | None = None,
    ) -> AsyncPages[Order, ListOrdersResponse]:
        """The orders.

        GET /orders

        The pages are fetched one after another, as their items are asked for.

        The arguments are those of `Orders.list`, the fields of `ListOrders`.
        """
        from ..operations.list_orders import ListOrders

        return AsyncPages(
            self._client,
            ListOrders(
                page_token=page_token,
                limit=limit,
            ),
        )

    def list_orders_by_page(
        self,
        *,
        page: int | None = None,
    ) -> AsyncPages[Order, List[Order]]:
        """GET /orders/by-page

        The pages are fetched one after another, as their items are asked for.

        The arguments are those of `Orders.list_orders_by_page`, the fields of
        `ListOrdersByPage`.
        """
        from ..operations.list_orders_by_page import ListOrdersByPage

        return AsyncPages(
            self._client,
            ListOrdersByPage(
                page=page,
            ),
        )

    def list_orders_by_offset(
        self,
        *,
        from_: int | None = None,
        limit: int | None = None,
    ) -> AsyncPages[Order, ListOrdersByOffsetResponse]:
        """GET /orders/by-offset

        The pages are fetched one after another, as their items are asked for.

        The arguments are those of `Orders.list_orders_by_offset`, the fields of
        `ListOrdersByOffset`.
        """
        from ..operations.list_orders_by_offset import ListOrdersByOffset

        return AsyncPages(
            self._client,
            ListOrdersByOffset(
                from_=from_,
                limit=limit,
            ),
        )

    def list_orders_by_uri(
        self,
    ) -> AsyncPages[Order, ListOrdersByUriResponse]:
        """GET /orders/by-uri

        The pages are fetched one after another, as their items are asked for.

        The arguments are those of `Orders.list_orders_by_uri`, the fields of
        `ListOrdersByUri`.
        """
        from ..operations.list_orders_by_uri import ListOrdersByUri

        return AsyncPages(self._client, ListOrdersByUri())

    def list_orders_by_link(
        self,
    ) -> AsyncPages[str, List[str]]:
        """GET /orders/by-link

        The pages are fetched one after another, as their items are asked for.

        The arguments are those of `Orders.list_orders_by_link`, the fields of
        `ListOrdersByLink`.
        """
        from ..operations.list_orders_by_link import ListOrdersByLink

        return AsyncPages(self._client, ListOrdersByLink())
