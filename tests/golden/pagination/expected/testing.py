"""For tests of what uses Shop: transports that answer, models, requests."""

from __future__ import annotations

from typing import TYPE_CHECKING, List

from ._support import testing as _testing

if TYPE_CHECKING:
    from .models.list_orders_by_offset_response import ListOrdersByOffsetResponse
    from .models.list_orders_by_uri_response import ListOrdersByUriResponse
    from .models.list_orders_response import ListOrdersResponse
    from .models.list_orders_response_meta import ListOrdersResponseMeta
    from .models.order import Order
    from .models.pets_list_response import PetsListResponse
    from .operations.list_orders import ListOrders
    from .operations.list_orders_by_link import ListOrdersByLink
    from .operations.list_orders_by_offset import ListOrdersByOffset
    from .operations.list_orders_by_page import ListOrdersByPage
    from .operations.list_orders_by_uri import ListOrdersByUri
    from .operations.pets_list import PetsList

__all__ = [
    "AsyncFakeTransport",
    "FakeTransport",
    "make_list_orders_by_offset_response",
    "make_list_orders_by_uri_response",
    "make_list_orders_response",
    "make_list_orders_response_meta",
    "make_order",
    "make_pets_list_response",
    "strategies",
]


class _Orders(_testing.Operations):
    list: _testing.Answers[ListOrders, ListOrdersResponse]
    list_orders_by_page: _testing.Answers[ListOrdersByPage, List[Order]]
    list_orders_by_offset: _testing.Answers[
        ListOrdersByOffset, ListOrdersByOffsetResponse
    ]
    list_orders_by_uri: _testing.Answers[ListOrdersByUri, ListOrdersByUriResponse]
    list_orders_by_link: _testing.Answers[ListOrdersByLink, List[str]]


class _Pets(_testing.Operations):
    list: _testing.Answers[PetsList, PetsListResponse]


class _Resources_(_testing.Resources):
    orders: _Orders
    pets: _Pets


class FakeTransport(_Resources_, _testing.Fake):
    """What a `Client` is given as its transport: it answers as the test says.

    Each operation is where the client has it, and `calls` are the requests so far.
    """


class AsyncFakeTransport(_Resources_, _testing.AsyncFake):
    """`FakeTransport` for an `AsyncClient`."""


class _Strategies_(_testing.Strategies):
    list_orders: _testing.Strategy[ListOrders]
    list_orders_by_page: _testing.Strategy[ListOrdersByPage]
    list_orders_by_offset: _testing.Strategy[ListOrdersByOffset]
    list_orders_by_uri: _testing.Strategy[ListOrdersByUri]
    list_orders_by_link: _testing.Strategy[ListOrdersByLink]
    pets_list: _testing.Strategy[PetsList]


strategies = _Strategies_()
"""Requests that satisfy every rule, drawn by Hypothesis: a function for each operation.
"""

if TYPE_CHECKING:
    make_list_orders_by_offset_response = _testing.factory(ListOrdersByOffsetResponse)
    make_list_orders_by_uri_response = _testing.factory(ListOrdersByUriResponse)
    make_list_orders_response = _testing.factory(ListOrdersResponse)
    make_list_orders_response_meta = _testing.factory(ListOrdersResponseMeta)
    make_order = _testing.factory(Order)
    make_pets_list_response = _testing.factory(PetsListResponse)
else:

    def __getattr__(name):
        return _testing.made(__package__, name)


SAMPLES: dict[str, dict[str, object]] = {
    "list_orders_by_offset_response": {
        "Orders": [],
    },
    "list_orders_by_uri_response": {
        "next_page_uri": None,
    },
    "list_orders_response_meta": {
        "Next-Token": None,
    },
    "pets_list_response": {
        "nextLink": None,
    },
}
"""What fields hold if nothing else is said, by their models and their wire names."""
