"""What a change can mean for a caller, and all of them for a version."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeAlias

__all__ = ["SEVERITIES", "VERDICTS", "Direction", "Kind", "Severity"]

Severity: TypeAlias = Literal["breaking", "additive", "fix"]
Direction: TypeAlias = Literal["sent", "received"]

SEVERITIES: tuple[Severity, ...] = ("breaking", "additive", "fix")
"""The gravest first."""
VERDICTS = {"breaking": "major", "additive": "minor", "fix": "patch"}
"""What a change makes of the version of a package (Semantic Versioning 2.0.0 §6-8)."""


@dataclass(frozen=True, slots=True)
class Kind:
    """What a change of one kind means; in a direction where there is none, None."""

    sent: Severity | None
    sentence: str
    about: str
    received: Severity | None = None
