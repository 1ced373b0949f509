"""A target, and the one table of its options: what each is called, takes and means."""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from functools import cache
from pathlib import Path
from typing import Any

from ..diagnostics import Place, Problem, Problems
from . import kinds
from .kinds import Kind

__all__ = ["Option", "Target", "checked", "options"]

_REQUIRED = "required"


@dataclass(frozen=True, slots=True)
class Option:
    """An option of a target, which is a field of it.

    Args:
        name: As the configuration has it.
        field: The field of `Target`.
        kind: What it takes.
        meaning: What it is for, in a few words.
        otherwise: What holds where it is left out, as the documentation has it.
        default: That as a value of TOML; None where it is none.
    """

    name: str
    field: str
    kind: Kind
    meaning: str
    otherwise: str
    default: str | int | None

    @property
    def is_required(self) -> bool:
        """Whether it cannot be left out."""
        return self.otherwise == _REQUIRED


def _option(kind: Kind, meaning: str, otherwise: str = "") -> Mapping[str, Any]:
    return {"kind": kind, "meaning": meaning, "otherwise": otherwise}


@dataclass(frozen=True, slots=True, kw_only=True)
class Target:
    """One package to generate.

    The fields with metadata are the options, in the order of the documentation.

    Args:
        name: What the configuration calls the target.
        config: The file of the configuration; None where there is none.
        prefix: What places in the package put before the names of the description's
            files, to be relative to the configuration: such as ``spec/``.
        pagination: Operations, by name or pattern, with what is declared of each, and
            where.
    """

    name: str = ""
    config: Path | None = None
    prefix: str = ""
    spec: Path = field(metadata=_option(kinds.FILE, "the root document", _REQUIRED))
    output: Path = field(
        default=Path(),
        metadata=_option(kinds.FOLDER, "the folder in which the package is made"),
    )
    package: str = field(
        metadata=_option(kinds.NAME, "the name of the package", "the table's name")
    )
    operations: tuple[str, ...] = field(
        default=(),
        metadata=_option(
            kinds.TEXTS,
            "those wanted, by operationId or `METHOD /path`, in which `*` stands for "
            "anything; the rest of the description is not looked at, webhooks included",
            "all",
        ),
    )
    overlays: tuple[Path, ...] = field(
        default=(),
        metadata=_option(
            kinds.FILES,
            "OpenAPI Overlays, applied to `spec` one after another",
            "none",
        ),
    )
    root: Path | None = field(
        default=None,
        metadata=_option(
            kinds.FOLDER,
            "the folder that no `$ref` may leave; `spec` is in it",
            "the folder of `spec`",
        ),
    )
    strict: bool = field(
        default=False, metadata=_option(kinds.FLAG, "every warning is an error")
    )
    testing: bool = field(
        default=True,
        metadata=_option(
            kinds.FLAG,
            "whether there is a module for tests of what uses the package",
        ),
    )
    line_length: int = field(
        default=88,
        metadata=_option(
            kinds.LINE_LENGTH, "how many columns black lays the package out in"
        ),
    )
    formats: tuple[tuple[str, str], ...] = field(
        default=(),
        metadata=_option(
            kinds.TYPES,
            "Python types for strings of a format, as `module:name`",
            "none",
        ),
    )
    assert_formats: str | tuple[str, ...] = field(
        default="default",
        metadata=_option(
            kinds.ASSERTED,
            "the formats that what goes out is checked for",
        ),
    )
    transport: str = field(
        default="httpx2",
        metadata=_option(kinds.TRANSPORT, "what the client sends by"),
    )
    templates: Path | None = field(
        default=None,
        metadata=_option(
            kinds.TEMPLATES,
            "a folder of templates that take the place of fragmint's",
            "none",
        ),
    )
    pagination: tuple[tuple[str, tuple[tuple[str, Any], ...], Place], ...] = field(
        default=(),
        metadata=_option(kinds.DECLARATIONS, "operations that are paginated", "none"),
    )

    @property
    def base(self) -> Path:
        """The folder that the files of the description are named from."""
        return self.spec.parent if self.root is None else self.root

    @property
    def home(self) -> Path:
        """The folder of the configuration."""
        return Path() if self.config is None else self.config.parent

    @property
    def folder(self) -> Path:
        """The folder of the package itself."""
        return self.output / self.package

    def name_of(self, path: Path) -> str:
        """What a file of the description is called, in whatever folder a checkout is.

        That is the way to it from `base`. Where this leaves `base`, which is not in
        `home` either, it would lead back through the folders around the checkout: then
        it is that from `home`, such as ``./fix.yaml``.
        """
        name = _way(path, self.base)
        if name.startswith("../") and f"{_way(self.base, self.home)}/"[:3] == "../":
            return f"./{_way(path, self.home)}"
        return name

    def path_of(self, name: str) -> str:
        """Where the file is that `name_of` calls so."""
        return f"{self.home if name.startswith('./') else self.base}/{name}"


def _way(path: Path, start: Path) -> str:
    return os.path.relpath(path, start).replace(os.sep, "/")


@cache
def options() -> Mapping[str, Option]:
    """All options, by name."""
    found: dict[str, Option] = {}
    for one in fields(Target):
        if one.metadata:
            name = one.name.replace("_", "-")
            said = one.metadata["otherwise"]
            default: Any = None if said else one.default
            default = str(default) if isinstance(default, Path) else default
            otherwise = said or f"`{json.dumps(default)}`"
            kind, meaning = one.metadata["kind"], one.metadata["meaning"]
            found[name] = Option(name, one.name, kind, meaning, otherwise, default)
    return found


def checked(target: Target) -> Target:
    """`target` itself, if all of its options are right.

    Raises:
        Problems: some are not.
    """
    problems = [
        Problem("bad-option", message, None, hint)
        for option in options().values()
        for message, hint in option.kind.faults(getattr(target, option.field))
    ]
    if problems:
        raise Problems(problems)
    return target
