"""Something happened."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._support.payloads import received
from .._support.unreadable import as_record
from ..models.subscribe_on_event_payload import read_subscribe_on_event_payload
from ..validators.subscribe_on_event_payload import check_subscribe_on_event_payload

if TYPE_CHECKING:
    from ..models.subscribe_on_event_payload import SubscribeOnEventPayload

__all__ = ["parse_on_event"]


def parse_on_event(body: bytes) -> SubscribeOnEventPayload:
    """What the request with this `body` brings.

    Raises:
        InvalidPayload: it is no JSON, or not as the description says.
    """
    return received(
        "parse_on_event",
        body,
        as_record(read_subscribe_on_event_payload),
        check_subscribe_on_event_payload,
        "spec.yaml#/paths/~1subscriptions/post/callbacks/onEvent/{$request.body%23~1url}/post/requestBody/content/application~1json/schema",
    )
