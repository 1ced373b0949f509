"""Dates and times (RFC 3339), as they have to be written."""

from __future__ import annotations

from .format_checks import Check, at_first
from .formats import patterns

_WHOLE: dict[str, str] = {}
__getattr__ = at_first(globals(), _WHOLE)

_DATE = (
    "(?:[0-9]{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12][0-9]|3[01])"
    "|(?:0[469]|11)-(?:0[1-9]|[12][0-9]|30)|02-(?:0[1-9]|1[0-9]|2[0-8]))"
    # The years that have one more day (appendix C).
    "|(?:[0-9]{2}(?:0[48]|[2468][048]|[13579][26])|(?:[02468][048]|[13579][26])00)"
    "-02-29)"
)
_LOCAL = r"(?:[01][0-9]|2[0-3]):[0-5][0-9]:(?:[0-5][0-9]|60)(?:\.[0-9]+)?"
_TIME = f"{_LOCAL}(?:[Zz]|[+-](?:[01][0-9]|2[0-3]):[0-5][0-9])"
_DATE_TIME = f"{_DATE}[Tt]{_TIME}"

valid_date: Check
_WHOLE["valid_date"] = _DATE
valid_time_local: Check
_WHOLE["valid_time_local"] = _LOCAL
valid_date_time_local: Check
_WHOLE["valid_date_time_local"] = f"{_DATE}[Tt]{_LOCAL}"


def valid_time(value: str) -> bool:
    """RFC 3339 §5.6: ``12:00:00Z``."""
    return patterns[_TIME].fullmatch(value) is not None and (
        value[6:8] != "60" or _is_leap(value)
    )


def valid_date_time(value: str) -> bool:
    """RFC 3339 §5.6: ``2026-01-31T12:00:00Z``."""
    return patterns[_DATE_TIME].fullmatch(value) is not None and (
        value[17:19] != "60" or _is_leap(value[11:])
    )


def _is_leap(time: str) -> bool:
    """Whether the second 60 of `time` comes after 23:59:59 UTC (RFC 3339 §5.7)."""
    minutes = int(time[:2]) * 60 + int(time[3:5])
    if time[-1] not in "Zz":
        offset = int(time[-5:-3]) * 60 + int(time[-2:])
        minutes += offset if time[-6] == "-" else -offset
    return minutes % 1440 == 1439


valid_duration: Check
_WHOLE["valid_duration"] = (  # RFC 3339 appendix A
    r"(?ai:P(?:\d+W|(?=.)(?!T\Z)(?:\d+D|\d+M(?:\d+D)?|\d+Y(?:\d+M(?:\d+D)?)?)?"
    r"(?:T(?:\d+S|\d+M(?:\d+S)?|\d+H(?:\d+M(?:\d+S)?)?))?))"
)
valid_rfc_2822: Check
_WHOLE["valid_rfc_2822"] = (  # RFC 2822 §3.3, with the zones of §4.3
    r"(?ai:\s*(?:(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)\s*,\s*)?(?:0?[1-9]|[12]\d|3[01])\s+"
    r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)\s+\d{2,}\s+"
    r"(?:[01]\d|2[0-3]):[0-5]\d(?::(?:[0-5]\d|60))?\s+"
    r"(?:[+-]\d{4}|UT|GMT|[ECMP][SD]T|[A-IK-Z])\s*)"
)
