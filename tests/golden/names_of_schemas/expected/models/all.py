"""What `All` is."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from datetime import datetime
from typing import TYPE_CHECKING, Any, Literal

from .._support.decoders import map_of, value
from .._support.models import Model, model
from .._support.readers import record, text
from .._support.typed import as_datetime
from .._support.unreadable import as_record
from ..models.any_model import read_any_model
from ..models.bytes import read_bytes
from ..models.client_model import read_client_model
from ..models.datetime import read_datetime
from ..models.gr_e import read_gr_e
from ..models.list_model import read_list_model
from ..models.literal_model import read_literal_model
from ..models.mapping_model import read_mapping_model
from ..models.minus import read_minus
from ..models.model_model import read_model_model
from ..models.none_model import read_none_model
from ..models.pet import read_pet
from ..models.request_model import read_request_model
from ..models.schema2fa import read_schema2fa
from ..models.self_model import read_self_model
from ..models.underscore import read_underscore
from ..models.user_info import read_user_info
from ..models.user_info_lower import read_user_info_lower
from ..models.userinfo_upper import read_userinfo_upper

if TYPE_CHECKING:
    from ..models.any_model import AnyModel
    from ..models.bytes import Bytes
    from ..models.client_model import ClientModel
    from ..models.datetime import Datetime
    from ..models.gr_e import GrE
    from ..models.list_model import ListModel
    from ..models.literal_model import LiteralModel
    from ..models.mapping_model import MappingModel
    from ..models.minus import Minus
    from ..models.model_model import ModelModel
    from ..models.none_model import NoneModel
    from ..models.pet import Pet
    from ..models.request_model import RequestModel
    from ..models.schema2fa import Schema2fa
    from ..models.self_model import SelfModel
    from ..models.underscore import Underscore
    from ..models.user_info import UserInfo
    from ..models.user_info_lower import UserInfoLower
    from ..models.userinfo_upper import UserinfoUpper

__all__ = ["All", "read_all"]


@model
class All(Model):
    """All."""

    a: Bytes | None = None

    b: ListModel | None = None

    c: NoneModel | None = None

    d: ClientModel | None = None

    e: SelfModel | None = None

    f: ModelModel | None = None

    g: AnyModel | None = None

    h: UserInfoLower | None = None

    i: UserInfo | None = None

    j: UserinfoUpper | None = None

    k: Pet | None = None

    l: Schema2fa | None = None

    m: RequestModel | None = None

    n: GrE | None = None

    o: Underscore | None = None

    p: Minus | None = None

    q: MappingModel | None = None

    r: Datetime | None = None

    when: datetime | None = None

    s: dict[str, LiteralModel] | None = None

    t: Literal["x"] | str | None = None

    extra: Mapping[str, Any] = field(default_factory=dict[str, Any], hash=False)
    """What came and is not described, or not as described, by its wire name."""


def read_all(data: dict[str, Any]) -> All:
    """The `All` that the JSON object `data` is; it is used up."""
    return All(
        a=record(data, "a", read_bytes),
        b=record(data, "b", read_list_model),
        c=record(data, "c", read_none_model),
        d=record(data, "d", read_client_model),
        e=record(data, "e", read_self_model),
        f=record(data, "f", read_model_model),
        g=record(data, "g", read_any_model),
        h=record(data, "h", read_user_info_lower),
        i=record(data, "i", read_user_info),
        j=record(data, "j", read_userinfo_upper),
        k=record(data, "k", read_pet),
        l=record(data, "l", read_schema2fa),
        m=record(data, "m", read_request_model),
        n=record(data, "n", read_gr_e),
        o=record(data, "o", read_underscore),
        p=record(data, "p", read_minus),
        q=record(data, "q", read_mapping_model),
        r=record(data, "r", read_datetime),
        when=value(data, "when", as_datetime),
        s=value(data, "s", map_of(as_record(read_literal_model))),
        t=text(data, "t"),
        extra=data,
    )
