"""ListPets: GET /pets"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, Literal, cast

from .._support.decoders import decoded, list_of
from .._support.encoding import Unwritable
from .._support.fields import Fields
from .._support.http import HttpRequest, HttpResponse
from .._support.models import model
from .._support.parameters import query_string
from .._support.readers import failure, undescribed
from .._support.requests import Request
from .._support.unions import by_tag, kept, one_of
from .._support.unreadable import as_record
from .._support.violations import Found
from ..models.cat import read_cat
from ..models.dog import read_dog
from ..types.pet import Pet
from ..validators.cat import resembles_cat
from ..validators.dog import resembles_dog
from ..validators.list_pets_query import check_list_pets_query

if TYPE_CHECKING:
    from ..types.status import Status

__all__ = ["ListPets"]


@model
class ListPets(Request[list[Pet | dict[str, Any]]]):
    """GET /pets"""

    status: Status | None = None
    """How it is with a pet."""

    tags: Sequence[str] | None = None

    plain: Literal["new", "sold"] | None = None

    def build(self, server: str, defaults: dict[str, Any]) -> HttpRequest:
        found = Found(_QUERY, self)
        try:
            query = _QUERY.given(self)
            check_list_pets_query(query, found)
            found.settle("ListPets")
            url = server + "/pets" + query_string(query)
            return HttpRequest("GET", url, _HEADERS)
        except Unwritable as error:
            raise found.unwritable("ListPets", error) from None

    @classmethod
    def read(cls, response: HttpResponse) -> list[Pet | dict[str, Any]]:
        if response.status == 200 or undescribed(response, "200"):
            return cast(
                "list[Pet | dict[str, Any]]",
                decoded(
                    response,
                    list_of(
                        by_tag(
                            "kind",
                            {"cat": as_record(read_cat), "dog": as_record(read_dog)},
                            unknown=one_of(
                                kept("kind"),
                                (resembles_cat, as_record(read_cat)),
                                (resembles_dog, as_record(read_dog)),
                            ),
                        )
                    ),
                ),
            )
        raise failure("ListPets", response)


_HEADERS: dict[str, str] = {
    "Accept": "application/json",
}
_QUERY = Fields(
    "spec.yaml#/paths/~1pets/get",
    {
        "status": "status",
        "tags": "tags",
        "plain": "plain",
    },
)
