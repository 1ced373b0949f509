"""The rules of UploadPhotoBody."""

from __future__ import annotations

from typing import Any

from .._support.bodies import is_binary
from .._support.formats import is_object
from .._support.violations import Found

__all__ = ["check_upload_photo_body"]


def check_upload_photo_body(fields: Any, found: Found) -> None:
    """Note in `found` which rules of UploadPhotoBody
    (spec.yaml#/paths/~1photos/post/parameters/0) `fields` breaks.
    """
    if not is_object(fields):
        found.refuse((), "type", "object", fields, None)
        return

    if (name := "photo") not in fields:
        found.refuse(name, "required", None, None, None)
    else:
        value = fields[name]
        schema = "spec.yaml#/paths/~1photos/post/parameters/0"
        if not is_binary(value):
            found.refuse(name, "type", "binary", value, None, schema)

    if (name := "caption") in fields:
        value = fields[name]
        schema = "spec.yaml#/paths/~1photos/post/parameters/1"
        if not isinstance(value, str):
            found.refuse(name, "type", "string", value, None, schema)
