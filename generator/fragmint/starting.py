"""The beginning of a target: what its description offers, and its text in TOML."""

from __future__ import annotations

import json
import keyword
import re
import sys
from collections.abc import Collection, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from .config import PROJECT, Target, targets_of
from .diagnostics import Problem, Problems
from .pipeline import plan

__all__ = ["Offer", "Offered", "known_targets", "new_name", "offer", "with_target"]


class Offered(NamedTuple):
    """An operation of a description.

    Args:
        name: What its method will be called, such as `calls.create`.
        written: How the configuration names it, such as `POST /calls`.
    """

    name: str
    written: str


class Offer(NamedTuple):
    """What a description offers.

    Args:
        package: What its package could be called.
        operations: In the order of the client's attributes.
    """

    package: str
    operations: tuple[Offered, ...]


def offer(spec: Path, operations: Sequence[str]) -> Offer:
    """What a description offers.

    Args:
        spec: The root document.
        operations: What is wanted of it, as the configuration names it; none: all.

    Raises:
        Problems: The description cannot be used.
    """
    target = Target(
        spec=spec, output=Path(), package="client", operations=tuple(operations)
    )
    package = plan(target)
    return Offer(
        _importable(package.title, spec.stem),
        tuple(
            Offered(
                f"{resource.attribute}.{method.name}",
                f"{method.operation.method} {method.operation.path}",
            )
            for resource in package.resources
            for method in resource.methods
        ),
    )


def _importable(*texts: str) -> str:
    """The name that the first of some texts makes that makes one."""
    for text in texts:
        name = re.sub(r"[\W_]+", "_", text.lower(), flags=re.ASCII).strip("_")
        if name.isidentifier():
            taken = keyword.iskeyword(name) or name in sys.stdlib_module_names
            return f"{name}_" if taken else name
    return "client"


def known_targets(path: Path, text: str) -> tuple[str, ...]:
    """The names of the targets of a configuration that says `text`.

    Raises:
        Problems: It is not as it should be.
    """
    if _is_empty(path, text):
        return ()
    return tuple(one.name for one in targets_of(path, text))


def new_name(name: str, path: Path, known: Collection[str]) -> str:
    """`name`, if a new target can be called so.

    Args:
        name: What it is to be called.
        path: The configuration.
        known: The names of its targets.

    Raises:
        Problems: There is one of the name.
    """
    if name not in known:
        return name
    message = f"{path} has a target {name}: fragmint generate {name} makes it anew"
    hint = "give a new one another name: --package NAME"
    raise Problems([Problem("bad-option", message, None, hint)])


def with_target(
    path: Path, text: str, name: str, options: Mapping[str, str | Sequence[str]]
) -> tuple[str, Target]:
    """The text of a configuration with one more target, and that.

    Args:
        path: The configuration.
        text: What it says; all of that is kept.
        name: What the target is called, and its package; none that there is.
        options: Its options.

    Raises:
        Problems: The configuration has no place for it.
    """
    known = known_targets(path, text)
    table = "tool.fragmint.targets" if path.name == PROJECT else "targets"
    lines = [f"[{table}.{name if name.isascii() else _text(name)}]"]
    for option, value in options.items():
        lines += _entry(option, value)
    end = "\r\n" if "\r\n" in text else "\n"
    if text:
        lines = ["", *lines] if text.endswith("\n") else ["", "", *lines]
    whole = text + end.join([*lines, ""])
    try:
        targets = {one.name: one for one in targets_of(path, whole)}
    except Problems as error:
        if not known:
            raise
        message = f"no target can be added to {path}"
        hint = f"it must have each target as a table of its own: [{table}.{known[0]}]"
        more = Problem("bad-config", message, None, hint)
        raise Problems([*error.problems, more]) from None
    return whole, targets[name]


def _is_empty(path: Path, text: str) -> bool:
    import tomllib

    try:
        config: Any = tomllib.loads(text)
        if path.name == PROJECT:
            config = config["tool"]["fragmint"]
    except (tomllib.TOMLDecodeError, LookupError, TypeError):
        return False  # whoever reads it, says so
    return config in ({}, {"targets": {}})


def _entry(option: str, value: str | Sequence[str]) -> list[str]:
    if isinstance(value, str):
        return [f"{option} = {_text(value)}"]
    if len(value) == 1:
        return [f"{option} = [{_text(value[0])}]"]
    return [f"{option} = [", *(f"    {_text(one)}," for one in value), "]"]


def _text(text: str) -> str:
    """A string of TOML, which has the escapes of JSON and needs one more."""
    try:
        text.encode()
    except UnicodeEncodeError:
        message = f"{text} is no UTF-8, which a configuration is written in"
        hint = "give it another name"
        raise Problems([Problem("bad-option", message, None, hint)]) from None
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")
