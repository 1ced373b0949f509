"""Addresses of IP (RFC 3986 §3.2.2), as they have to be written."""

from __future__ import annotations

from .format_checks import Check, at_first

_WHOLE: dict[str, str] = {}
__getattr__ = at_first(globals(), _WHOLE)

_BYTE = "(?:25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])"
IPV4 = rf"(?:{_BYTE}\.){{3}}{_BYTE}"
_GROUP = "[0-9A-Fa-f]{1,4}"
_LAST = f"(?:{_GROUP}:{_GROUP}|{IPV4})"


def _ipv6() -> str:
    """RFC 3986 §3.2.2: eight groups, or fewer with one ``::`` for all that lack."""
    ends = [f"(?:{_GROUP}:){{{n}}}{_LAST}" for n in range(5, -1, -1)]
    some = [
        f"(?:(?:{_GROUP}:){{0,{n - 1}}}{_GROUP})?::{end}" if n else f"::{end}"
        for n, end in enumerate([*ends, _GROUP, ""])
    ]
    return f"(?:(?:{_GROUP}:){{6}}{_LAST}|{'|'.join(some)})"


IPV6 = _ipv6()
valid_ipv4: Check
_WHOLE["valid_ipv4"] = IPV4  # RFC 2673 §3.2
valid_ipv6: Check
_WHOLE["valid_ipv6"] = IPV6
