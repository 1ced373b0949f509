"""CreateVisit: POST /visits"""

from __future__ import annotations

from datetime import date as Date, datetime
from typing import TYPE_CHECKING, Any, cast

from .._support.decoders import decoded
from .._support.encoding import Unwritable
from .._support.fields import Fields
from .._support.http import HttpRequest, HttpResponse
from .._support.json_bodies import json_body
from .._support.models import model
from .._support.plain import plain
from .._support.readers import failure, undescribed
from .._support.requests import Request
from .._support.unions import by_tag, kept, one_of
from .._support.unreadable import as_record
from .._support.unset import UNSET
from .._support.violations import Found
from ..models.guest import Guest, read_guest
from ..models.host import Host, read_host
from ..validators.create_visit_body import check_create_visit_body
from ..validators.guest import resembles_guest
from ..validators.host import is_host

if TYPE_CHECKING:
    from ..models.guest_input import GuestInput
    from ..models.host_input import HostInput

__all__ = ["CreateVisit"]


@model
class CreateVisit(Request[Guest | Host | dict[str, Any]]):
    """POST /visits"""

    at: Date | str | datetime | None = None

    who: GuestInput | Guest | HostInput | Host | None = None

    host: Any = UNSET

    def build(self, server: str, defaults: dict[str, Any]) -> HttpRequest:
        found = Found(_BODY, self)
        try:
            body = plain(_BODY.given(self))
            check_create_visit_body(body, found)
            found.settle("CreateVisit")
            encoded = json_body(body)
            url = server + "/visits"
            return HttpRequest("POST", url, _HEADERS, encoded)
        except Unwritable as error:
            raise found.unwritable("CreateVisit", error) from None

    @classmethod
    def read(cls, response: HttpResponse) -> Guest | Host | dict[str, Any]:
        if response.status == 200 or undescribed(response, "200"):
            return cast(
                "Guest | Host | dict[str, Any]",
                decoded(
                    response,
                    by_tag(
                        "kind",
                        {"guest": as_record(read_guest), "host": as_record(read_host)},
                        unknown=one_of(
                            kept("kind"),
                            (resembles_guest, as_record(read_guest)),
                            (is_host, as_record(read_host)),
                        ),
                    ),
                ),
            )
        raise failure("CreateVisit", response)


_HEADERS: dict[str, str] = {
    "Accept": "application/json",
    "Content-Type": "application/json",
}
_BODY = Fields(
    "spec.yaml#/paths/~1visits/post/requestBody/content/application~1json/schema",
    {
        "at": "at",
        "who": "who",
        "host": "host",
    },
    frozenset({"host"}),
)
