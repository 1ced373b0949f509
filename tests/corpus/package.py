"""A generated package as a caller sees it: its requests, by method and path."""

from __future__ import annotations

import importlib
import json
import sys
from collections.abc import Callable
from dataclasses import fields
from pathlib import Path
from types import ModuleType
from typing import Any

from .calling import Call, Given, kind_of
from .library import mapping

__all__ = ["NoField", "Package", "Request"]

_TABLES = {
    "path": "_PATH",
    "query": "_QUERY",
    "header": "_HEADER",
    "cookie": "_COOKIE",
    "querystring": "_QUERYSTRING",
}


class NoField(Exception):
    """The model has no field for something that the description has."""


class Request:
    """The parameter model of one operation, and the module that it stands in."""

    def __init__(self, model: Any, module: ModuleType) -> None:
        self.model = model
        self._module = module
        self._fields = {one.name for one in fields(model)}

    def arguments(self, call: Call, given: Given) -> dict[str, Any]:
        """The values as the model takes them, by Python name.

        Raises:
            NoField: there is no field for one of them.
        """
        found: dict[str, Any] = {}
        for (location, name), value in given.parameters.items():
            found[self._name(location, name)] = value
        if given.has_body:
            found |= self._body(given.body, call.body.media_type if call.body else "")
        return found

    def _name(self, location: str, name: str) -> str:
        table: Any = getattr(self._module, _TABLES[location], {})
        if name not in table:
            raise NoField(f"{location} parameter {name}")
        return str(table[name])

    def _body(self, value: Any, media_type: str) -> dict[str, Any]:
        table: Any = getattr(self._module, "_BODY", {})
        known = mapping(value)
        if isinstance(value, dict) and kind_of(media_type) not in ("text", "bytes"):
            found = {
                str(table[name]): one for name, one in known.items() if name in table
            }
            rest = {name: one for name, one in known.items() if name not in table}
            if "body" not in self._fields or (found and not rest):
                if rest and "extra" not in self._fields:
                    raise NoField("what else the body may have")
                return found | ({"extra": rest} if rest else {})
        if "body" not in self._fields:
            raise NoField(f"a body of {media_type}")
        return {"body": value}


class Package:
    """The package `name` in a folder."""

    def __init__(self, folder: Path, name: str) -> None:
        sys.path.insert(0, str(folder))
        self._name = name
        self._folder = folder / name
        lock = json.loads((self._folder / "fragmint.lock").read_bytes())
        self._operations: list[dict[str, Any]] = lock["operations"]
        self._by_key: dict[tuple[str, str], Request] | None = None

    def module(self, name: str) -> Any:
        """A module of the package; None if it has none of that name."""
        try:
            return importlib.import_module(f"{self._name}.{name}")
        except ModuleNotFoundError:
            return None

    def request(self, method: str, path: str) -> Request | None:
        """The model of an operation, by what the manifest says of it."""
        if self._by_key is None:
            self._by_key = dict(self._requests())
        rooted = path if path.startswith("/") else f"/{path}"
        return self._by_key.get((method, path)) or self._by_key.get((method, rooted))

    def _requests(self) -> list[tuple[tuple[str, str], Request]]:
        found: list[tuple[tuple[str, str], Request]] = []
        for one in self._operations:
            module, _, name = one.get("request", "").rpartition(".")
            if module and (home := self.module(module)):
                request = Request(getattr(home, name), home)
                found.append(((one["method"], one["path"]), request))
        return found

    @property
    def answered(self) -> Callable[[Any], Any] | None:
        """What turns a model into the JSON of a response again."""
        found: Callable[[Any], Any] | None = getattr(
            self.module("_support.plain"), "answered", None
        )
        return found
