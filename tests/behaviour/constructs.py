"""An inline description, and the package that is made of it: imported, and in use."""

from __future__ import annotations

import atexit
import importlib
import sys
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from importlib import import_module
from pathlib import Path
from tempfile import TemporaryDirectory
from textwrap import dedent
from typing import Any

from fragmint.config import Target
from fragmint.diagnostics import Problem
from fragmint.pipeline import generate

SERVER = "https://api.example.com"
HEAD = f"""\
openapi: 3.1.1
info: {{title: Pets, version: "1"}}
servers: [{{url: "{SERVER}"}}]
"""


def described(text: str) -> str:
    """A whole description: `text` is one, or what stands below the usual head."""
    text = dedent(text).lstrip("\n")
    return text if text.startswith(("openapi:", "swagger:")) else HEAD + text


class Answers:
    """A transport that keeps what is sent and answers with what it is told to."""

    def __init__(self, package: Package, answer: Any = None) -> None:
        self.sent: list[Any] = []
        self.answer = answer or package.response(204)

    def send(self, request: Any, timeout: Any) -> Any:
        self.sent.append(request)
        return self.answer

    def close(self) -> None:
        pass


@dataclass(frozen=True)
class Package:
    """A generated package: what it exports are its attributes."""

    name: str
    folder: Path
    warnings: tuple[Problem, ...]

    def module(self, name: str) -> Any:
        """One of its modules."""
        return import_module(f"{self.name}.{name}" if name else self.name)

    def __getattr__(self, name: str) -> Any:
        return getattr(self.module(""), name)

    def client(self, *, answer: Any = None, **settings: Any) -> Any:
        """A client that never connects to anything; its transport keeps what it sends."""
        return self.Client(**{"transport": Answers(self, answer)} | settings)

    def sent(self, request: Any, **settings: Any) -> Any:
        """What goes out for `request`, credentials and all."""
        client = self.client(**settings)
        with client:
            client.send(request)
        (sent,) = client._transport.sent
        return sent

    def built(self, operation: str, /, **given: Any) -> Any:
        """What goes out, but for the credentials, of `operation`."""
        return self.client().prepare(getattr(self, operation)(**given))

    def response(
        self, status: int, body: bytes = b"", kind: str = "", **headers: str
    ) -> Any:
        """A response of this package's."""
        named = {key.replace("_", "-").lower(): one for key, one in headers.items()}
        if kind or body:
            named["content-type"] = kind or "application/json"
        return self.HttpResponse(status=status, headers=named, body=body)

    def read(
        self, name: str, body: str | bytes = b"", status: int = 200, kind: str = ""
    ) -> Any:
        """What the operation `name` reads out of a response."""
        data = body.encode() if isinstance(body, str) else body
        return getattr(self, name).read(self.response(status, data, kind))

    def plain(self, value: Any) -> Any:
        """`value` in JSON's terms, as a server says it."""
        return self.module("_support.plain").answered(value)

    def refused(self, operation: str, /, **given: Any) -> Any:
        """The violations for which `operation` is not sent."""
        try:
            self.built(operation, **given)
        except self.InvalidRequest as error:
            return error.violations
        raise AssertionError(f"{operation} was not refused")

    @property
    def loaded(self) -> set[str]:
        """Its modules that are imported, but for those of the runtime."""
        start = f"{self.name}."
        loaded = {m.removeprefix(start) for m in sys.modules if m.startswith(start)}
        return {m for m in loaded if not m.startswith("_support")}


@cache
def folder() -> Path:
    """Where packages are made and Python finds them; it is gone with the process."""
    made = TemporaryDirectory(prefix="fragmint-")
    atexit.register(made.cleanup)
    sys.path.insert(0, made.name)
    return Path(made.name)


@cache
def make(text: str, **options: Any) -> Package:
    """The package of the description `text`, made once."""
    key = described(text) + repr(sorted(options.items()))
    return make_anew(text, f"made_{sha256(key.encode()).hexdigest()[:12]}", **options)


def make_anew(text: str, name: str, **options: Any) -> Package:
    """The package `name` of the description `text`, over what was there before."""
    spec = folder() / f"{name}.yaml"
    spec.write_text(described(text), "utf-8")
    target = Target(spec=spec, output=folder(), package=name, **options)
    warnings = generate(target).warnings
    importlib.invalidate_caches()
    return Package(name, folder() / name, warnings)


def steps(violations: Any) -> dict[tuple[str | int, ...], str]:
    """Where the violations are, and the rule of each."""
    return {one.path: one.rule for one in violations}


def pointers(violations: Any) -> list[str]:
    """Where in the description the broken rules stand, but for its file."""
    return [one.pointer.partition("#")[2] for one in violations]
