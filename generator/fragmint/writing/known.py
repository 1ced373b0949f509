"""What pages came to the last time: one that says the same is not made again.

That stands in a cache in the package, among Python's own, in a folder that git is told
to ignore. Without it everything is made; with it comes the same, as a page is only
taken from the disk if it is, byte for byte, what came of the same plan by the same code
and templates.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from .manifest import content
from .render import Page

__all__ = [
    "CACHE",
    "NOTHING",
    "Known",
    "cached",
    "key_of",
    "planned",
    "recalled",
    "written",
]

CACHE = "__pycache__/fragmint.cache"
_IGNORED = {"__pycache__/.gitignore": b"*\n"}


@dataclass(frozen=True, slots=True)
class Known:
    """What is known of the pages of a package.

    Args:
        folder: That of the package.
        keys: For each path, what `key_of` has made of it.
    """

    folder: Path
    keys: Mapping[str, str]

    def text(self, path: str, source: bytes) -> str | None:
        """What a page comes to whose `source` is this digest, if it is known."""
        if not self.keys.get(path):
            return None
        try:
            text = content(f"{self.folder}/{path}").decode()
        except (OSError, UnicodeDecodeError):
            return None
        return text if key_of(source, text) == self.keys[path] else None


NOTHING = Known(Path(), {})


def planned(page: Page) -> bytes:
    """The digest of all that a page is made of, but for code and templates."""
    try:
        # It tells all of a plan. What pickle writes depends on which of the strings in
        # it that are equal are one.
        return sha256(repr(page).encode()).digest()
    except RecursionError:
        return b""  # too deep to be told


def written(text: str) -> bytes:
    """The digest of a page that is rendered, and not laid out."""
    return sha256(text.encode("utf-8", "surrogatepass")).digest()


def key_of(source: bytes, text: str) -> str:
    """What stands for a page that was made of `source`, and has come to `text`.

    Nothing if it is not known what it was made of.
    """
    return sha256(source + text.encode()).hexdigest()[:32] if source else ""


def recalled(folder: Path, tool: str) -> Known:
    """What the cache of a package says; nothing if another `tool` has written it."""
    try:
        said = json.loads((folder / CACHE).read_bytes())
        keys = said["pages"] if said["tool"] == tool else {}
        return Known(folder, {str(path): str(keys[path]) for path in keys})
    except (OSError, ValueError, LookupError, TypeError, RecursionError):
        return NOTHING


def cached(keys: Mapping[str, str], tool: str) -> dict[str, bytes]:
    """The cache, and what keeps it out of git, by path."""
    text = json.dumps({"tool": tool, "pages": keys}, indent=0)
    return {CACHE: text.encode(), **_IGNORED}
