"""ImportPets: POST /unlike"""

from __future__ import annotations

from collections.abc import AsyncIterable, Iterable, Sequence
from typing import TYPE_CHECKING, Any, Literal

from .._support.bodies import File, file_body, raw_body
from .._support.encoding import Unwritable
from .._support.fields import Fields
from .._support.http import HttpRequest, HttpResponse
from .._support.json_bodies import json_body
from .._support.models import model
from .._support.plain import plain
from .._support.readers import failure, undescribed
from .._support.requests import Request
from .._support.violations import Found
from ..validators.import_pets_application_json_body import (
    check_import_pets_application_json_body,
)
from ..validators.import_pets_application_vnd_pets_json_body import (
    check_import_pets_application_vnd_pets_json_body,
)

if TYPE_CHECKING:
    from ..models.import_pets_body import ImportPetsBody
    from ..models.pet import Pet

__all__ = ["ImportPets"]


@model
class ImportPets(Request[None]):
    """POST /unlike"""

    body: (
        Sequence[Pet]
        | ImportPetsBody
        | str
        | bytes
        | File
        | Iterable[bytes]
        | AsyncIterable[bytes]
    )

    content_type: Literal[
        "application/json",
        "application/vnd.pets+json",
        "text/csv",
        "application/octet-stream",
    ] = "application/json"
    """The media type that the body is sent as."""

    def build(self, server: str, defaults: dict[str, Any]) -> HttpRequest:
        found = Found(_BODY, self)
        try:
            body = plain(_BODY.given(self), raw_depth=2)
            if self.content_type == "application/json":
                check_import_pets_application_json_body(
                    body["body"],
                    found.inside(
                        "body",
                        "spec.yaml#/paths/~1unlike/post/requestBody/content/application~1json/schema",
                    ),
                )
            if self.content_type == "application/vnd.pets+json":
                check_import_pets_application_vnd_pets_json_body(
                    body["body"],
                    found.inside(
                        "body",
                        "spec.yaml#/paths/~1unlike/post/requestBody/content/application~1vnd.pets+json/schema",
                    ),
                )
            found.settle("ImportPets")
            headers = dict(_HEADERS)
            encoded: bytes | Iterable[bytes] = b""
            if self.content_type == "application/json":
                encoded = json_body(body["body"])
                headers["Content-Type"] = "application/json"
            elif self.content_type == "application/vnd.pets+json":
                encoded = json_body(body["body"])
                headers["Content-Type"] = "application/vnd.pets+json"
            elif self.content_type == "text/csv":
                encoded = raw_body(body["body"])
                headers["Content-Type"] = "text/csv"
            else:
                encoded, headers["Content-Type"] = file_body(
                    body["body"], "application/octet-stream"
                )
            url = server + "/unlike"
            return HttpRequest("POST", url, headers, encoded)
        except Unwritable as error:
            raise found.unwritable("ImportPets", error) from None

    @classmethod
    def read(cls, response: HttpResponse) -> None:
        if response.status == 204 or undescribed(response, "204"):
            return None
        raise failure("ImportPets", response)


_HEADERS: dict[str, str] = {}
_BODY = Fields(
    "spec.yaml#/paths/~1unlike/post/requestBody",
    {
        "body": "body",
    },
    frozenset({"body"}),
)
