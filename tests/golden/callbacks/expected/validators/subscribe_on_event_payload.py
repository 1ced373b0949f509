"""The rules of SubscribeOnEventPayload."""

from __future__ import annotations

from typing import Any

from .._support.formats import is_object
from .._support.violations import Found

__all__ = ["check_subscribe_on_event_payload"]


def check_subscribe_on_event_payload(fields: Any, found: Found) -> None:
    """Note in `found` which rules of SubscribeOnEventPayload
    (spec.yaml#/paths/~1subscriptions/post/callbacks/onEvent/{$request.body%23~1url}/post/requestBody/content/application~1json/schema)
    `fields` breaks.
    """
    allowed: tuple[object, ...]
    if not is_object(fields):
        found.refuse((), "type", "object", fields, None)
        return

    if (name := "kind") not in fields:
        found.refuse(name, "required", None, None, None)
    else:
        value = fields[name]
        allowed = ("born", "sold")
        if value not in allowed:
            found.refuse(name, "enum", allowed, value, None)
