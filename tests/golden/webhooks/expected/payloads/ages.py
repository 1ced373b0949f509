"""What ages brings."""

from __future__ import annotations

from .._support.decoders import as_integer, list_of
from .._support.payloads import received
from ..validators.ages_payload import check_ages_payload

__all__ = ["parse_ages"]


def parse_ages(body: bytes) -> list[int]:
    """What the request with this `body` brings.

    Raises:
        InvalidPayload: it is no JSON, or not as the description says.
    """
    return received(
        "parse_ages",
        body,
        list_of(as_integer),
        check_ages_payload,
        "spec.yaml#/webhooks/ages/post/requestBody/content/application~1json/schema",
    )
