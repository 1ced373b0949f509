"""Where Pets is: give one of these to a client as its base_url."""

from __future__ import annotations

__all__ = [
    "yours",
]


def yours(
    *,
    version: str = "v1",
    tenant: str,
) -> str:
    """Yours."""
    return "https://" + tenant + ".example.com/" + version
