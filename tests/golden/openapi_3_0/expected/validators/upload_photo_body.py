"""The rules of UploadPhotoBody."""

from __future__ import annotations

from typing import Any

from .._support.bodies import is_binary
from .._support.formats import is_object
from .._support.violations import Found

__all__ = ["check_upload_photo_body"]


def check_upload_photo_body(fields: Any, found: Found) -> None:
    """Note in `found` which rules of UploadPhotoBody
    (spec.yaml#/paths/~1photos/post/requestBody/content/multipart~1form-data/schema)
    `fields` breaks.
    """
    if not is_object(fields):
        found.refuse((), "type", "object", fields, None)
        return

    if (name := "photo") in fields:
        value = fields[name]
        if not is_binary(value):
            found.refuse(name, "type", "binary", value, None)
