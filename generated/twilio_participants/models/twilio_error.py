"""What `TwilioError` is."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from typing import Any

from .._support.models import Model, model
from .._support.readers import integer, text

__all__ = ["TwilioError", "read_twilio_error"]


@model
class TwilioError(Model):
    """What Twilio answers instead of the resource when a request fails."""

    code: int | None = None
    """The number of the error, under which Twilio's documentation explains it."""

    message: str | None = None
    """What went wrong, in words."""

    more_info: str | None = None
    """The URL of Twilio's documentation of the error."""

    status: int | None = None
    """The HTTP status code of the response."""

    extra: Mapping[str, Any] = field(default_factory=dict[str, Any], hash=False)
    """What came and is not described, or not as described, by its wire name."""


def read_twilio_error(data: dict[str, Any]) -> TwilioError:
    """The `TwilioError` that the JSON object `data` is; it is used up."""
    return TwilioError(
        code=integer(data, "code"),
        message=text(data, "message"),
        more_info=text(data, "more_info"),
        status=integer(data, "status"),
        extra=data,
    )
