"""A pet is there"""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._support.payloads import received
from .._support.unreadable import as_record
from ..models.pet import read_pet
from ..validators.pet import tolerate_pet

if TYPE_CHECKING:
    from ..models.pet import Pet

__all__ = ["parse_new_pet"]


def parse_new_pet(body: bytes) -> Pet:
    """What the request with this `body` brings.

    Raises:
        InvalidPayload: it is no JSON, or not as the description says.
    """
    return received(
        "parse_new_pet",
        body,
        as_record(read_pet),
        tolerate_pet,
        "spec.yaml#/components/schemas/Pet",
    )
