"""The rules of UploadPhotoBody."""

from __future__ import annotations

from typing import Any

from .._support.bodies import is_binary
from .._support.format_times import valid_date
from .._support.formats import is_list, is_object
from .._support.violations import Found

__all__ = ["check_upload_photo_body", "check_upload_photo_about"]


def check_upload_photo_body(fields: Any, found: Found) -> None:
    """Note in `found` which rules of UploadPhotoBody
    (spec.yaml#/paths/~1photos/post/requestBody/content/multipart~1form-data/schema)
    `fields` breaks.
    """
    if not is_object(fields):
        found.refuse((), "type", "object", fields, None)
        return

    words = "The photo."
    if (name := "photo") not in fields:
        found.refuse(name, "required", None, None, words)
    else:
        value = fields[name]
        if not is_binary(value):
            found.refuse(name, "type", "binary", value, words)

    if (name := "thumbnails") in fields:
        value = fields[name]
        if not is_list(value):
            found.refuse(name, "type", "array", value, None)
        else:
            if len(value) > 3:
                found.refuse(name, "maxItems", 3, value, None)
            for index, item in enumerate(value):
                if not is_binary(item):
                    found.refuse((name, index), "type", "binary", item, None)

    if (name := "caption") in fields:
        value = fields[name]
        if not isinstance(value, str):
            found.refuse(name, "type", "string", value, None)
        elif len(value) > 80:
            found.refuse(name, "maxLength", 80, value, None)

    if (name := "tags") in fields:
        value = fields[name]
        if not is_list(value):
            found.refuse(name, "type", "array", value, None)
        else:
            for index, item in enumerate(value):
                if not isinstance(item, str):
                    found.refuse((name, index), "type", "string", item, None)

    if (name := "about") in fields:
        value = fields[name]
        check_upload_photo_about(
            value,
            found.inside(
                name,
                "spec.yaml#/paths/~1photos/post/requestBody/content/multipart~1form-data/schema/properties/about",
            ),
        )

    if (name := "scan") in fields:
        value = fields[name]
        if not is_binary(value):
            found.refuse(name, "type", "binary", value, None)


def check_upload_photo_about(fields: Any, found: Found) -> None:
    """Note in `found` which rules of
    spec.yaml#/paths/~1photos/post/requestBody/content/multipart~1form-data/schema/properties/about
    `fields` breaks.
    """
    if not is_object(fields):
        found.refuse((), "type", "object", fields, None)
        return

    if (name := "taken") in fields:
        value = fields[name]
        if not isinstance(value, str):
            found.refuse(name, "type", "string", value, None)
        elif not valid_date(value):
            found.refuse(name, "format", "date", value, None)
