"""Where Pets is: give one of these to a client as its base_url."""

from __future__ import annotations

from typing import Literal

__all__ = [
    "real_one",
    "to_play_with",
    "default",
]


def real_one(
    *,
    region: Literal["eu", "us"] = "eu",
    port: str = "443",
    version: str = "v1",
) -> str:
    """The real one.

    Args:
        region: Where the data lives.
    """
    return "https://" + region + ".example.com:" + port + "/" + version


def to_play_with() -> str:
    """To play with."""
    return "https://sandbox.example.com/"


def default() -> str:
    """/relative"""
    return "/relative"
