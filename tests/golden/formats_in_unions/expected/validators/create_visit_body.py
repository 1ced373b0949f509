"""The rules of CreateVisitBody."""

from __future__ import annotations

from typing import Any

from .._support.format_addresses import valid_ipv4
from .._support.formats import is_object
from .._support.violations import Found
from .day import is_day
from .guest import check_guest, is_guest
from .host import check_host, is_host
from .moment import is_moment

__all__ = ["check_create_visit_body"]


def check_create_visit_body(fields: Any, found: Found) -> None:
    """Note in `found` which rules of CreateVisitBody
    (spec.yaml#/paths/~1visits/post/requestBody/content/application~1json/schema)
    `fields` breaks.
    """
    if not is_object(fields):
        found.refuse((), "type", "object", fields, None)
        return

    if (name := "at") in fields:
        value = fields[name]
        if (
            sum(
                (
                    is_day(value),
                    is_moment(value),
                )
            )
            != 1
        ):
            found.refuse(name, "oneOf", ("Day", "Moment"), value, None)

    if (name := "who") in fields:
        value = fields[name]
        if is_object(value) and value.get("kind") == "guest":
            check_guest(
                value, found.inside(name, "spec.yaml#/components/schemas/Guest")
            )
        elif is_object(value) and value.get("kind") == "host":
            check_host(value, found.inside(name, "spec.yaml#/components/schemas/Host"))
        elif not is_guest(value) and not is_host(value):
            found.refuse(
                name,
                "anyOf",
                {"Guest": check_guest, "Host": check_host},
                value,
                None,
                tag=("kind", ("guest", "host"), value),
            )

    if (name := "host") in fields:
        value = fields[name]
        if isinstance(value, str) and bool(valid_ipv4(value)):
            found.refuse(name, "not", None, value, None)
