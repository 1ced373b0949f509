"""The values of a description and its neighbours, and where references lead.

Small and apart from the generator's own reading: the judge must not share its faults.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, cast
from urllib.parse import unquote, urlsplit

import yaml

__all__ = ["Library", "Node", "Unresolved", "mapping", "sequence"]

_SCALARS = (
    ("null", re.compile(r"~|null|Null|NULL|"), "~nN\0"),
    ("bool", re.compile(r"(?:true|True|TRUE|false|False|FALSE)$"), "tTfF"),
    ("int", re.compile(r"[-+]?[0-9]+$"), "-+0123456789"),
    (
        "float",
        re.compile(r"[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?$"),
        "-+.0123456789",
    ),
)


class Unresolved(Exception):
    """A reference that leads nowhere."""


@dataclass(frozen=True, slots=True)
class Node:
    """A value and the file that it stands in, which its references are relative to."""

    value: Any
    file: Path

    def child(self, *keys: str | int) -> Node:
        """What stands below by these keys; null where there is none."""
        value = self.value
        for key in keys:
            try:
                value = value[key]
            except (KeyError, IndexError, TypeError):
                return Node(None, self.file)
        return Node(value, self.file)

    def fields(self) -> Iterator[tuple[str, Node]]:
        """The fields of a mapping; nothing of anything else."""
        for key, value in mapping(self.value).items():
            yield str(key), Node(value, self.file)

    def elements(self) -> Iterator[Node]:
        """The elements of a list; nothing of anything else."""
        for value in sequence(self.value):
            yield Node(value, self.file)


class Library:
    """Files by path, each read once."""

    def __init__(self, root: Path) -> None:
        self._files: dict[Path, Any] = {}
        self.root = Node(self.load(root.resolve()), root.resolve())

    @property
    def version(self) -> tuple[int, ...]:
        """The version of OpenAPI, as numbers."""
        said = self.root.child("openapi").value or self.root.child("swagger").value
        return tuple(int(part) for part in re.findall(r"\d+", str(said))[:2]) or (3, 0)

    def load(self, path: Path) -> Any:
        """The value of a file.

        Raises:
            Unresolved: there is no such file, or it is neither JSON nor YAML.
        """
        if path not in self._files:
            try:
                self._files[path] = _parsed(path)
            except (OSError, ValueError, yaml.YAMLError) as error:
                raise Unresolved(f"{path.name}: {error}") from None
        return self._files[path]

    def target(self, reference: str, file: Path) -> Node:
        """What `reference`, which stands in `file`, leads to.

        Raises:
            Unresolved: it leads nowhere, or over the network.
        """
        parts = urlsplit(reference)
        if parts.scheme or parts.netloc:
            raise Unresolved(reference)
        path = (file.parent / unquote(parts.path)).resolve() if parts.path else file
        node = Node(self.load(path), path)
        fragment = unquote(parts.fragment)
        if fragment and not fragment.startswith("/"):
            return Node(_anchored(node.value, fragment), path)
        for token in fragment.split("/")[1:]:
            key = token.replace("~1", "/").replace("~0", "~")
            value: Any = node.value
            if isinstance(value, list):
                found: Any = node.child(int(key) if key.isdecimal() else -1)
            else:
                found = node.child(key)
            if found.value is None:
                raise Unresolved(reference)
            node = found
        return node

    def resolved(self, node: Node) -> Node:
        """`node`, or what it refers to in the end. Fields beside a reference win.

        Raises:
            Unresolved: the reference leads nowhere, or round in a circle.
        """
        beside: dict[str, Any] = {}
        for _ in range(50):
            fields = mapping(node.value)
            reference = fields.get("$ref")
            if not isinstance(reference, str):
                return Node({**fields, **beside}, node.file) if beside else node
            others = {key: one for key, one in fields.items() if key != "$ref"}
            beside = {**others, **beside}
            node = self.target(reference, node.file)
        raise Unresolved("a circle of references")


def mapping(value: Any) -> dict[str, Any]:
    """`value` if it is a mapping, else an empty one."""
    return cast("dict[str, Any]", value) if isinstance(value, dict) else {}


def sequence(value: Any) -> list[Any]:
    """`value` if it is a list, else an empty one."""
    return value if isinstance(value, list) else []


class _Loader(yaml.CSafeLoader):
    """YAML 1.2's core schema: no dates, no `NO`, no sexagesimal numbers."""


_Loader.yaml_implicit_resolvers = {}
for _tag, _pattern, _starts in _SCALARS:
    for _start in _starts:
        _Loader.yaml_implicit_resolvers.setdefault(
            "" if _start == "\0" else _start, []
        ).append((f"tag:yaml.org,2002:{_tag}", re.compile(f"^(?:{_pattern.pattern})$")))


def _whole_number(loader: Any, node: yaml.ScalarNode) -> int:
    return int(loader.construct_scalar(node))


def _number(loader: Any, node: yaml.ScalarNode) -> float:
    return float(loader.construct_scalar(node))


_Loader.add_constructor("tag:yaml.org,2002:int", _whole_number)
_Loader.add_constructor("tag:yaml.org,2002:float", _number)


def _parsed(path: Path) -> Any:
    text = path.read_bytes().decode("utf-8-sig")
    if path.suffix == ".json":
        return json.loads(text)
    return _with_text_keys(yaml.load(text, _Loader))  # it is a safe one


def _with_text_keys(value: Any) -> Any:
    """Keys as JSON has them: `200:` is "200"."""
    if isinstance(value, dict):
        fields = value
        return {_key(key): _with_text_keys(one) for key, one in fields.items()}
    if isinstance(value, list):
        return [_with_text_keys(one) for one in value]
    return value


def _key(key: Any) -> str:
    if isinstance(key, str):
        return key
    return json.dumps(key) if key is None or isinstance(key, bool) else str(key)


def _anchored(value: Any, name: str) -> Any:
    todo = [value]
    while todo:
        one = todo.pop()
        if name in (mapping(one).get("$anchor"), mapping(one).get("$dynamicAnchor")):
            return one
        todo += mapping(one).values() or sequence(one)
    raise Unresolved(f"#{name}")
