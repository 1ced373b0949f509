"""For tests of what uses Pets: transports that answer, models, requests."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ._support import testing as _testing

if TYPE_CHECKING:
    from .models.all import All
    from .models.any_model import AnyModel
    from .models.bytes import Bytes
    from .models.client_model import ClientModel
    from .models.datetime import Datetime
    from .models.gr_e import GrE
    from .models.list_model import ListModel
    from .models.literal_model import LiteralModel
    from .models.mapping_model import MappingModel
    from .models.minus import Minus
    from .models.model_model import ModelModel
    from .models.none_model import NoneModel
    from .models.pet import Pet
    from .models.request_model import RequestModel
    from .models.schema2fa import Schema2fa
    from .models.self_model import SelfModel
    from .models.underscore import Underscore
    from .models.user_info import UserInfo
    from .models.user_info_lower import UserInfoLower
    from .models.userinfo_upper import UserinfoUpper
    from .operations.fetch_all import FetchAll

__all__ = [
    "AsyncFakeTransport",
    "FakeTransport",
    "make_all",
    "make_any_model",
    "make_bytes",
    "make_client_model",
    "make_datetime",
    "make_gr_e",
    "make_list_model",
    "make_literal_model",
    "make_mapping_model",
    "make_minus",
    "make_model_model",
    "make_none_model",
    "make_pet",
    "make_request_model",
    "make_schema2fa",
    "make_self_model",
    "make_underscore",
    "make_user_info",
    "make_user_info_lower",
    "make_userinfo_upper",
    "strategies",
]


class _Pets(_testing.Operations):
    fetch_all: _testing.Answers[FetchAll, All]


class _Resources_(_testing.Resources):
    pets: _Pets


class FakeTransport(_Resources_, _testing.Fake):
    """What a `Client` is given as its transport: it answers as the test says.

    Each operation is where the client has it, and `calls` are the requests so far.
    """


class AsyncFakeTransport(_Resources_, _testing.AsyncFake):
    """`FakeTransport` for an `AsyncClient`."""


class _Strategies_(_testing.Strategies):
    fetch_all: _testing.Strategy[FetchAll]


strategies = _Strategies_()
"""Requests that satisfy every rule, drawn by Hypothesis: a function for each operation.
"""

if TYPE_CHECKING:
    make_all = _testing.factory(All)
    make_any_model = _testing.factory(AnyModel)
    make_bytes = _testing.factory(Bytes)
    make_client_model = _testing.factory(ClientModel)
    make_datetime = _testing.factory(Datetime)
    make_gr_e = _testing.factory(GrE)
    make_list_model = _testing.factory(ListModel)
    make_literal_model = _testing.factory(LiteralModel)
    make_mapping_model = _testing.factory(MappingModel)
    make_minus = _testing.factory(Minus)
    make_model_model = _testing.factory(ModelModel)
    make_none_model = _testing.factory(NoneModel)
    make_pet = _testing.factory(Pet)
    make_request_model = _testing.factory(RequestModel)
    make_schema2fa = _testing.factory(Schema2fa)
    make_self_model = _testing.factory(SelfModel)
    make_underscore = _testing.factory(Underscore)
    make_user_info = _testing.factory(UserInfo)
    make_user_info_lower = _testing.factory(UserInfoLower)
    make_userinfo_upper = _testing.factory(UserinfoUpper)
else:

    def __getattr__(name):
        return _testing.made(__package__, name)
