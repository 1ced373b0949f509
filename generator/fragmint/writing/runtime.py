"""The modules of the runtime that a package reaches: it gets these, and no others."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from .layout import layout
from .manifest import plain

__all__ = ["runtime"]

_OURS = 88

SUPPORT = Path(__file__).resolve().parents[1] / "support"
_OF_PACKAGE = re.compile(r"^ *from \.+_support\.(\w+)", re.MULTILINE)
_OF_RUNTIME = re.compile(r"^ *from \.{1,2}(\w+)", re.MULTILINE)


def runtime(texts: Mapping[str, str], line_length: int = 88) -> dict[str, bytes]:
    """The files of `_support` for a package of the modules `texts`, by path.

    A module is reached by what imports it, in a function and for types too.

    Args:
        texts: The modules of the package, by path.
        line_length: How many columns a line may take. Ours take 88 at most.
    """
    waiting = {"__init__"}.union(*map(_named, texts.values()))
    reached: dict[str, bytes] = {}
    seen: set[str] = set()
    while waiting:
        name = waiting.pop()
        seen.add(name)
        for path in _files(name):
            content = plain(path.read_bytes())
            reached[f"_support/{path.relative_to(SUPPORT).as_posix()}"] = content
            waiting |= {*_OF_RUNTIME.findall(content.decode())} - seen
    if line_length == _OURS:
        return reached
    ours = {path: content.decode() for path, content in reached.items()}
    return {path: text.encode() for path, text in layout(ours, line_length)[0].items()}


def _named(text: str) -> Iterator[str]:
    """What a module of the package names of `_support`."""
    yield from _OF_PACKAGE.findall(text)
    if "_support import " in text:  # as only templates of somebody's own have it
        for node in ast.walk(ast.parse(text)):
            match node:
                case ast.ImportFrom("_support", names, level) if level:
                    yield from (one.name for one in names)
                case _:
                    pass


def _files(name: str) -> Iterable[Path]:
    """A module, or all of a folder; within one, what it names is one of its own."""
    module = SUPPORT / f"{name}.py"
    return [module] if module.is_file() else sorted((SUPPORT / name).glob("*.py"))
