"""Where the keys of a TOML document stand, which its parser does not tell.

The text has been parsed before, so that what is met here is TOML for sure.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from typing import TypeAlias

__all__ = ["Keys", "keys_of"]

Keys: TypeAlias = dict[tuple[str, ...], tuple[int, int]]
"""For each key, with those of the tables around it, where it starts and ends."""

_TOKEN = re.compile(
    r"""
    (?P<skip>[ \t\r]+|\#[^\n]*)
    |(?P<text>\"{3}(?:\\.|[^\\])*?\"{3,5}|'{3}.*?'{3,5}|"(?:\\.|[^"\\\n])*"|'[^'\n]*')
    |(?P<bare>[\w-]+)
    |(?P<mark>.)
    """,
    re.VERBOSE | re.DOTALL | re.ASCII,
)


def keys_of(text: str) -> Keys:
    """The first stretch of each key and of each table's name in a document.

    Args:
        text: TOML that `tomllib` has read.
    """
    walk = _Walk(text)
    walk.document()
    return walk.found


class _Walk:
    def __init__(self, text: str) -> None:
        self.found: Keys = {}
        self.tokens = _tokens(text)
        self.kind, self.now, self.start = next(self.tokens)

    def take(self) -> str:
        """What stands here, to go on with the next; a line break is one too."""
        taken = self.now
        self.kind, self.now, self.start = next(self.tokens)
        return taken

    def document(self) -> None:
        table: tuple[str, ...] = ()
        while self.kind != "end":
            if self.now == "\n":
                self.take()
            elif self.now == "[":
                while self.now == "[":
                    self.take()
                table = self.key(())
                while self.now == "]":
                    self.take()
            else:
                self.entry(table)

    def entry(self, table: tuple[str, ...]) -> None:
        key = self.key(table)
        self.take()  # the equals sign
        self.value(key)

    def key(self, table: tuple[str, ...]) -> tuple[str, ...]:
        """Where a key stands; the key, with those around it."""
        while self.kind in ("bare", "text"):
            stretch = self.start, self.start + len(self.now)
            name = self.now
            if self.kind == "text":
                name = tomllib.loads(f"it = {name}")["it"]
            self.take()
            table = (*table, name)
            self.found.setdefault(table, stretch)
            if self.now == ".":
                self.take()
        return table

    def value(self, key: tuple[str, ...]) -> None:
        if self.now == "{":
            self.take()
            while self.now != "}":
                if self.now in (",", "\n"):
                    self.take()
                else:
                    self.entry(key)
            self.take()
        elif self.now == "[":
            self.take()
            while self.now != "]":
                if self.now in (",", "\n"):
                    self.take()
                else:
                    self.value(key)
            self.take()
        else:
            while self.now not in (",", "\n", "]", "}", ""):
                self.take()


def _tokens(text: str) -> Iterator[tuple[str, str, int]]:
    for match in _TOKEN.finditer(text):
        if match.lastgroup != "skip":
            yield str(match.lastgroup), match[0], match.start()
    yield "end", "", len(text)
