"""The rules of ImportPetsApplicationVndPetsJsonBody."""

from __future__ import annotations

from typing import Any

from .._support.formats import is_integer, is_list, is_object
from .._support.violations import Found

__all__ = ["check_import_pets_application_vnd_pets_json_body"]


def check_import_pets_application_vnd_pets_json_body(fields: Any, found: Found) -> None:
    """Note in `found` which rules of ImportPetsApplicationVndPetsJsonBody
    (spec.yaml#/paths/~1unlike/post/requestBody/content/application~1vnd.pets+json/schema)
    `fields` breaks.
    """
    if not is_object(fields):
        found.refuse((), "type", "object", fields, None)
        return

    if (name := "ids") not in fields:
        found.refuse(name, "required", None, None, None)
    else:
        value = fields[name]
        if not is_list(value):
            found.refuse(name, "type", "array", value, None)
        else:
            for index, item in enumerate(value):
                if type(item) is not int and not is_integer(item):
                    found.refuse((name, index), "type", "integer", item, None)
