"""Where Pets is: give one of these to a client as its base_url."""

from __future__ import annotations

__all__ = [
    "https_api_example_com",
    "http_api_example_com",
]


def https_api_example_com() -> str:
    """https://api.example.com"""
    return "https://api.example.com"


def http_api_example_com() -> str:
    """http://api.example.com"""
    return "http://api.example.com"
