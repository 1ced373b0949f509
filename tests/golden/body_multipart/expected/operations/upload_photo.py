"""UploadPhoto: POST /photos"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from .._support.bodies import File, multipart_body
from .._support.encoding import Unwritable
from .._support.fields import Fields
from .._support.http import HttpRequest, HttpResponse
from .._support.models import model
from .._support.plain import plain
from .._support.readers import failure, undescribed
from .._support.requests import Request
from .._support.styles import Part, Style
from .._support.violations import Found
from ..validators.upload_photo_body import check_upload_photo_body

if TYPE_CHECKING:
    from ..models.upload_photo_about import UploadPhotoAbout

__all__ = ["UploadPhoto"]


@model
class UploadPhoto(Request[None]):
    """POST /photos"""

    photo: File | bytes | str
    """The photo."""

    thumbnails: Sequence[File | bytes | str] | None = None

    caption: str | None = None

    tags: Sequence[str] | None = None

    about: UploadPhotoAbout | None = None

    scan: File | bytes | str | None = None

    def build(self, server: str, defaults: dict[str, Any]) -> HttpRequest:
        found = Found(_BODY, self)
        try:
            body = plain(_BODY.given(self), raw_depth=2)
            check_upload_photo_body(body, found)
            found.settle("UploadPhoto")
            headers = dict(_HEADERS)
            encoded, headers["Content-Type"] = multipart_body(body, _PARTS)
            url = server + "/photos"
            return HttpRequest("POST", url, headers, encoded)
        except Unwritable as error:
            raise found.unwritable("UploadPhoto", error) from None

    @classmethod
    def read(cls, response: HttpResponse) -> None:
        if response.status == 204 or undescribed(response, "204"):
            return None
        raise failure("UploadPhoto", response)


_HEADERS: dict[str, str] = {}
_BODY = Fields(
    "spec.yaml#/paths/~1photos/post/requestBody/content/multipart~1form-data/schema",
    {
        "photo": "photo",
        "thumbnails": "thumbnails",
        "caption": "caption",
        "tags": "tags",
        "about": "about",
        "scan": "scan",
    },
)

_PARTS = {
    "photo": Part(content_type="image/png"),
    "about": Part(content_type="application/json"),
    "tags": Part(style=Style("form", explode=False)),
}
