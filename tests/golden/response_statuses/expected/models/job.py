"""What `Job` is."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from typing import Any

from .._support.models import Model, model
from .._support.readers import number

__all__ = ["Job", "read_job"]


@model
class Job(Model):
    """Job."""

    progress: float | None = None

    extra: Mapping[str, Any] = field(default_factory=dict[str, Any], hash=False)
    """What came and is not described, or not as described, by its wire name."""


def read_job(data: dict[str, Any]) -> Job:
    """The `Job` that the JSON object `data` is; it is used up."""
    return Job(
        progress=number(data, "progress"),
        extra=data,
    )
