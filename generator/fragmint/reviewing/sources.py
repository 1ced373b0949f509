"""From a generated file back to the line of the description that it is made from."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from contextlib import suppress
from pathlib import PurePosixPath
from typing import Any

from ..diagnostics import Place
from ..planning.names import load_promises, module_of
from ..reading import Description, Pointer
from ..reading.pointers import from_fragment, resolve

__all__ = ["source_of"]

_ORIGIN = re.compile(r'["(]([^\s"#]+)#(/[^\s"]*)')
_NAMED = frozenset({"models", "operations", "payloads", "types"})
_OPERATION = re.compile(r"([A-Z]+) (/.*)")


def source_of(
    description: Description, lock: Mapping[str, Any]
) -> Callable[[str, str], Place]:
    """What tells where the files of a package come from, by their paths and texts.

    Rules say so themselves; of operations, models and payloads, the names in the
    manifest `lock` do. What is made from all of the description leads to its start.
    """
    classes = load_promises(lock).names.get("classes", {})
    modules = {module_of(name): key for key, name in classes.items()}

    def place(path: str, text: str) -> Place:
        folder, stem = PurePosixPath(path).parts[0], PurePosixPath(path).stem
        if folder == "validators":
            for file, fragment in _ORIGIN.findall(text):
                if found := _written(description, file, fragment):
                    return found
        pointer: Pointer = ()
        if folder in _NAMED and stem in modules:
            pointer = _pointer(modules[stem])
            with suppress(KeyError):  # to where it leads, if not all the way
                pointer = resolve(description.value, pointer)[1]
        return description.place(pointer, key=True)

    return place


def _written(description: Description, file: str, fragment: str) -> Place | None:
    """The place that a text names; a docstring has it in parentheses."""
    source = description.sources.get(file.removeprefix(description.prefix))
    if source is None:
        return None
    for one in (fragment, fragment.rstrip(".").removesuffix(")")):
        with suppress(KeyError, ValueError):
            _, pointer = resolve(source.value, from_fragment(one))
            return source.place(pointer, key=True)
    return None


def _pointer(key: str) -> Pointer:
    """What a name in the manifest is that of, as a pointer into the description."""
    if found := _OPERATION.fullmatch(key):
        return ("paths", found[2], found[1].lower())
    steps = re.sub(r"^payload | (in|out)$", "", key).split("/")[1:]
    return tuple(one.replace("~1", "/").replace("~0", "~") for one in steps)
