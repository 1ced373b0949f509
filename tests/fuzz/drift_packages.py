"""Packages in memory: made of descriptions, imported, and called as a caller would."""

from __future__ import annotations

import ast
import json
import re
import sys
import typing
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import MISSING, dataclass
from datetime import date, datetime
from functools import cached_property
from importlib import import_module
from importlib.abc import Loader, MetaPathFinder
from importlib.machinery import ModuleSpec
from itertools import count
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from types import ModuleType, NoneType, UnionType
from typing import Any, Literal, Union, get_args, get_origin
from uuid import UUID

from fragmint.comparing.surface import Surface
from fragmint.comparing.survey import survey
from fragmint.config import Target
from fragmint.pipeline import make
from fragmint.support.errors import InvalidResponse
from fragmint.support.http import HttpResponse
from fragmint.support.models import Model
from fragmint.support.trials import fits
from fragmint.support.unset import Unset
from fragmint.support.violations import InvalidRequest
from fragmint.writing.manifest import NAME

__all__ = ["Package", "packages"]

_SERVER = "https://pets.example.com"
_RUNTIME = re.compile(r"(^ *from )\.+_support\b", re.MULTILINE)
_READ = {"_support/decoders.py", "_support/typed.py"}
"""What a comparison reads of the runtime, beside what is the same in all packages."""
_NUMBERS = count()


@contextmanager
def packages(*descriptions: Any) -> Iterator[list[Package]]:
    """The packages of descriptions, which can be imported for a while; all of them keep
    the names that the first has.

    Raises:
        Problems: one of them cannot be made.
    """
    made: list[Package] = []
    for one in descriptions:
        lock = made[0].files[NAME] if made else None
        made.append(Package(f"drifted_{next(_NUMBERS)}", one, _files(one, lock)))
    finder = _Finder({one.name: one.files for one in made})
    sys.meta_path.insert(0, finder)
    try:
        yield made
    finally:
        sys.meta_path.remove(finder)
        for name in [one for one in sys.modules if one.startswith("drifted_")]:
            del sys.modules[name]


def _files(description: Any, lock: bytes | None) -> dict[str, bytes]:
    """What is made of a description, but for the runtime that all have in common."""
    with TemporaryDirectory(prefix="drift-") as folder:
        spec = Path(folder, "api.json")
        spec.write_text(json.dumps(description), "utf-8")
        target = Target(spec=spec, output=Path(folder), package="pets")
        if lock is not None:
            target.folder.mkdir()
            (target.folder / NAME).write_bytes(lock)
        files, _ = make(target)
    return {
        path: data
        for path, data in files.items()
        if not path.startswith("_support/") or path in _READ
    }


class _Finder(MetaPathFinder, Loader):
    """Imports packages that are nowhere but here; all have one runtime."""

    def __init__(self, files: Mapping[str, Mapping[str, bytes]]) -> None:
        self.files = files

    def find_spec(self, fullname: str, path: Any, target: Any = None) -> Any:
        package, _, module = fullname.partition(".")
        files = self.files.get(package)
        if files is None:
            return None
        stem = module.replace(".", "/")
        is_package = not module or any(one.startswith(f"{stem}/") for one in files)
        return ModuleSpec(fullname, self, is_package=is_package)

    def exec_module(self, module: ModuleType) -> None:
        package, _, name = module.__name__.partition(".")
        stem = name.replace(".", "/")
        file = f"{stem}.py" if stem else "__init__.py"
        data = self.files[package].get(file, b"").decode()
        text = _RUNTIME.sub(r"\1fragmint.support", data)
        exec(compile(text, f"{package}/{file}", "exec"), module.__dict__)


@dataclass(frozen=True)
class Package:
    """A package, by the name that it is imported by, and what it is made of."""

    name: str
    description: Any
    files: Mapping[str, bytes]

    @cached_property
    def surface(self) -> Surface:
        """What `fragmint diff` sees of it."""
        return survey(self.files, self.name)

    @cached_property
    def names(self) -> dict[str, Any]:
        """All that it exports of its own."""
        __import__(self.name)
        package = sys.modules[self.name]
        homes: dict[str, str] = package._HOMES
        own = ("._support", ".client")
        names = [name for name, home in homes.items() if not home.startswith(own)]
        return {name: getattr(package, name) for name in names}

    @cached_property
    def request(self) -> Any:
        """The class of its one operation."""
        lock = json.loads(self.files[NAME])
        [one] = lock["operations"]
        return self.names[one["request"].rpartition(".")[2]]

    @cached_property
    def places(self) -> dict[str, dict[str, str]]:
        """Which arguments go where: by the place, then by the name on the wire."""
        module = sys.modules[self.request.__module__]
        found = {}
        for place in ("path", "query", "header", "body"):
            fields = getattr(module, f"_{place.upper()}", None)
            if fields is not None:
                found[place] = dict(fields)
        return found

    @cached_property
    def _hints(self) -> dict[Any, dict[str, Any]]:
        return {}

    def hints(self, owner: Any) -> dict[str, Any]:
        """The annotations of the fields of a class."""
        known = self._hints
        if owner not in known:
            names = {**_GENERAL, **self.names}
            own = sys.modules[owner.__module__].__dict__
            known[owner] = {
                name: eval(said, {**names, **own}) if isinstance(said, str) else said
                for name, said in owner.__annotations__.items()
                if not str(said).startswith("ClassVar")
            }
        return known[owner]

    def called(self, call: str) -> Any:
        """The request that a caller makes with the source `call`."""
        names = {**_GENERAL, **self.names}
        return eval(call, names)

    def done(self, call: str) -> tuple[Any, ...] | str:
        """What goes out for a call; or why nothing does."""
        if call not in self._done:
            self._done[call] = self._sent(call)
        return self._done[call]

    def _sent(self, call: str) -> tuple[Any, ...] | str:
        try:
            sent = self.called(call).build(_SERVER, {})
        except InvalidRequest as error:
            broken = "; ".join(f"{one.path} {one.rule}" for one in error.violations)
            return f"InvalidRequest: {broken}"
        except Exception as error:  # noqa: BLE001  # whatever it is, the caller sees it
            return f"{type(error).__name__}: {error}"
        return sent.method, sent.url, dict(sent.headers), sent.body

    @cached_property
    def _done(self) -> dict[str, tuple[Any, ...] | str]:
        return {}

    def got(self, answer: Any) -> Any:
        """What it reads of an answer; or why it can read nothing."""
        headers = {"content-type": "application/json"}
        body = json.dumps(answer).encode()
        try:
            return self.request.read(
                HttpResponse(status=200, headers=headers, body=body)
            )
        except InvalidResponse as error:
            return error

    @cached_property
    def returned(self) -> Any:
        """The annotation of what a caller gets."""
        [base] = self.request.__orig_bases__
        said = get_args(base)[0]
        return (
            eval(said.__forward_arg__, {**_GENERAL, **self.names})
            if isinstance(said, typing.ForwardRef)
            else said
        )

    @cached_property
    def checks(self) -> dict[str, Any]:
        """The functions that say what is wrong with any value, by name."""
        library = self.surface.library
        found = {}
        for name in library.checks:
            one = library.validators[name]
            if ast.unparse(one.node.args.args[0].annotation or one.node) == "Any":
                stem = one.file.removesuffix(".py").replace("/", ".")
                found[name] = getattr(import_module(f"{self.name}.{stem}"), name)
        return found

    def passes(self, check: str, value: Any) -> bool:
        """Whether one of the checks refuses nothing of a value."""
        return fits(self.checks[check], value)

    def refuses_no_more(self, check: str, than: Package) -> bool:
        """Whether that is said of one of the checks, beside another package's."""
        key = check, than.name
        if key not in self._said:
            own, other = self.surface.library, than.surface.library
            self._said[key] = own.refuses_no_more(check, other, check)
        return self._said[key]

    @cached_property
    def _said(self) -> dict[tuple[str, str], bool]:
        return {}

    # --- calls ------------------------------------------------------------------------

    def calls(self, given: Any) -> list[str]:
        """The calls, as source, by which a caller gives what goes to each place in
        `given`; none if types do not let one.
        """
        key = json.dumps(given)
        if key not in self._calls:
            found = {self._call(given, Random(number)) for number in range(2)}
            self._calls[key] = sorted(one for one in found if one is not None)
        return self._calls[key]

    @cached_property
    def _calls(self) -> dict[str, list[str]]:
        return {}

    def _call(self, given: Any, random: Random) -> str | None:
        if not isinstance(given, dict):
            return None
        hints = self.hints(self.request)
        values: dict[str, Any] = {}
        extra: dict[str, Any] | None = None
        for place, table in self.places.items():
            inside = given.get(place, {})
            if place == "body" and table == {"body": "body"}:
                inside = {"body": inside} if "body" in given else {}
            if not isinstance(inside, dict):
                return None
            for wire, value in inside.items():
                if wire in table:
                    values[table[wire]] = value
                elif place == "body" and "extra" in hints:
                    extra = {**(extra or {}), wire: value}
                else:
                    return None
        if extra is not None:
            values["extra"] = extra
        return self._made(self.request, values, random)

    def _made(self, owner: Any, values: dict[str, Any], random: Random) -> str | None:
        hints = self.hints(owner)
        fields = owner.__dataclass_fields__
        needed = {one for one in hints if one in fields and _is_needed(fields[one])}
        if needed - values.keys():
            return None
        said = []
        for name, value in values.items():
            source = self.typed(value, hints[name], random)
            if source is None:
                return None
            said.append(f"{name}={source}")
        return f"{owner.__name__}({', '.join(said)})"

    def typed(self, value: Any, hint: Any, random: Random) -> str | None:
        """`value` of JSON as a caller writes it who has to give a `hint`."""
        origin = get_origin(hint)
        if origin in (Union, UnionType):
            found = [self.typed(value, one, random) for one in get_args(hint)]
            fit = [one for one in found if one is not None]
            return random.choice(fit) if fit else None
        if origin is Literal:
            same = [o for o in get_args(hint) if o == value and type(o) is type(value)]
            return repr(value) if same else None
        if origin is not None:
            if issubclass(origin, Mapping) and isinstance(value, dict):
                inner = [
                    (k, self.typed(v, get_args(hint)[1], random))
                    for k, v in value.items()
                ]
                if any(one is None for _, one in inner):
                    return None
                return f"{{{', '.join(f'{k!r}: {one}' for k, one in inner)}}}"
            if issubclass(origin, Sequence) and isinstance(value, list):
                items = [self.typed(one, get_args(hint)[0], random) for one in value]
                if any(one is None for one in items):
                    return None
                return f"[{', '.join(map(str, items))}]"
            return None
        if hint is Any:
            return repr(value)
        if hint in (str, bool, int, NoneType):
            return repr(value) if type(value) is hint else None
        if hint is float:
            return repr(value) if type(value) in (int, float) else None
        if hint in _OF_TEXT and isinstance(value, str):
            try:
                return repr(_OF_TEXT[hint](value))
            except ValueError:
                return None
        if (
            isinstance(hint, type)
            and issubclass(hint, Model)
            and isinstance(value, dict)
        ):
            return self._model(hint, value, random)
        return None

    def _model(self, owner: Any, value: dict[str, Any], random: Random) -> str | None:
        hints = self.hints(owner)
        names: dict[str, str] = getattr(owner, "_names", {})
        table = {names.get(one, one): one for one in hints if one != "extra"}
        values = {table[key]: one for key, one in value.items() if key in table}
        extra = {key: one for key, one in value.items() if key not in table}
        if extra:
            if "extra" not in hints:
                return None
            values["extra"] = extra
        return self._made(owner, values, random)


_OF_TEXT: dict[Any, Any] = {
    date: date.fromisoformat,
    datetime: datetime.fromisoformat,
    UUID: UUID,
}
_GENERAL: dict[str, Any] = {
    name: getattr(typing, name) for name in ("Any", "Literal", "Mapping", "Sequence")
} | {"Unset": Unset, "UUID": UUID, "datetime": __import__("datetime")}
_GENERAL |= {"date": date, "Date": date, "DateTime": datetime}


def _is_needed(field: Any) -> bool:
    return field.default is MISSING and field.default_factory is MISSING
