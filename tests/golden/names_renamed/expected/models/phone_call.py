"""What `PhoneCall` is."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from typing import Any, ClassVar

from .._support.models import Model, model
from .._support.readers import text
from .._support.renames import warn_renamed

__all__ = ["PhoneCall", "read_phone_call"]


@model
class PhoneCall(Model):
    """PhoneCall."""

    _names: ClassVar[Mapping[str, str]] = {
        "state": "status",
    }

    @property
    def status(self) -> str | None:
        """Deprecated: it is called `state` now."""
        warn_renamed("PhoneCall.status", "PhoneCall.state")
        return self.state

    sid: str | None = None

    state: str | None = None
    """How it goes"""

    extra: Mapping[str, Any] = field(default_factory=dict[str, Any], hash=False)
    """What came and is not described, or not as described, by its wire name."""


def read_phone_call(data: dict[str, Any]) -> PhoneCall:
    """The `PhoneCall` that the JSON object `data` is; it is used up."""
    return PhoneCall(
        sid=text(data, "sid"),
        state=text(data, "status"),
        extra=data,
    )
