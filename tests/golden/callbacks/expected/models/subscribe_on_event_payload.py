"""What `SubscribeOnEventPayload` is."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from typing import Any, Literal

from .._support.models import Model, Promised, model
from .._support.readers import text

__all__ = ["SubscribeOnEventPayload", "read_subscribe_on_event_payload"]


@model
class SubscribeOnEventPayload(Model):
    """SubscribeOnEventPayload."""

    _promised = Promised("kind")

    kind: Literal["born", "sold"] | str | None = None

    extra: Mapping[str, Any] = field(default_factory=dict[str, Any], hash=False)
    """What came and is not described, or not as described, by its wire name."""


def read_subscribe_on_event_payload(data: dict[str, Any]) -> SubscribeOnEventPayload:
    """The `SubscribeOnEventPayload` that the JSON object `data` is; it is used up."""
    return SubscribeOnEventPayload(
        kind=text(data, "kind"),
        extra=data,
    )
