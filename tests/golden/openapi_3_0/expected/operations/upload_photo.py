"""UploadPhoto: POST /photos"""

from __future__ import annotations

from typing import Any

from .._support.bodies import File, multipart_body
from .._support.encoding import Unwritable
from .._support.fields import Fields
from .._support.http import HttpRequest, HttpResponse
from .._support.models import model
from .._support.plain import plain
from .._support.readers import failure, undescribed
from .._support.requests import Request
from .._support.violations import Found
from ..validators.upload_photo_body import check_upload_photo_body

__all__ = ["UploadPhoto"]


@model
class UploadPhoto(Request[bytes]):
    """POST /photos"""

    photo: File | bytes | str | None = None

    def build(self, server: str, defaults: dict[str, Any]) -> HttpRequest:
        found = Found(_BODY, self)
        try:
            body = plain(_BODY.given(self), raw_depth=2)
            check_upload_photo_body(body, found)
            found.settle("UploadPhoto")
            headers = dict(_HEADERS)
            encoded, headers["Content-Type"] = multipart_body(body)
            url = server + "/photos"
            return HttpRequest("POST", url, headers, encoded)
        except Unwritable as error:
            raise found.unwritable("UploadPhoto", error) from None

    @classmethod
    def read(cls, response: HttpResponse) -> bytes:
        if response.status == 200 or undescribed(response, "200"):
            return response.body
        raise failure("UploadPhoto", response)


_HEADERS: dict[str, str] = {
    "Accept": "image/png",
}
_BODY = Fields(
    "spec.yaml#/paths/~1photos/post/requestBody/content/multipart~1form-data/schema",
    {
        "photo": "photo",
    },
)
