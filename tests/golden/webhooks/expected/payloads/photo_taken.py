"""A photo was taken."""

from __future__ import annotations

__all__ = ["parse_photo_taken"]


def parse_photo_taken(body: bytes) -> bytes:
    """What the request with this `body` brings."""
    return body
