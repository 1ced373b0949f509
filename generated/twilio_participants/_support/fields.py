"""Which fields of a model go out where, and under which name."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from sys import maxsize
from types import MappingProxyType
from typing import Any

from .models import Texts, made
from .unset import UNSET

_NONE: Mapping[str, Texts] = MappingProxyType({})


class Fields(dict[str, str]):
    """The fields of a model that go out in one place, Python names by wire name.

    `schema` points to what the description says of them. None is left out, but of the
    fields that `nulls` has, by their Python names, `UNSET` is. `texts` has the types in
    fields that are not written as they usually are, by the same names. `whole` is what
    messages call all that is checked.
    """

    __slots__ = ("_writers", "given", "schema", "whole")

    given: Callable[[object], dict[str, Any]]
    """The values of a model that are given, by wire name."""

    def __init__(
        self,
        schema: str,
        names: Mapping[str, str],
        nulls: frozenset[str] = frozenset(),
        texts: Mapping[str, Texts] = _NONE,
        whole: str = "the request",
    ) -> None:
        super().__init__(names)
        self.schema = schema
        self.whole = whole
        self._writers = {name: _writer(one) for name, one in texts.items()}
        scope: dict[str, Any] = {"_UNSET": UNSET}
        lines = ["fields = {}"]
        for wire_name, name in names.items():
            scope[f"_wire_{name}"] = wire_name
            left_out = "_UNSET" if name in nulls else "None"
            lines.append(f"if (value := model.{name}) is not {left_out}:")
            written = "value"
            if name in self._writers:
                scope[f"_write_{name}"] = self._writers[name]
                written = f"_write_{name}(value)"
            lines.append(f" fields[_wire_{name}] = {written}")
        self.given = made("given(model)", [*lines, "return fields"], scope)

    def held(self, defaults: Mapping[str, Any]) -> dict[str, Any]:
        """Those of `defaults` that are values of these fields."""
        found = {name: defaults[name] for name in self if name in defaults}
        for wire_name in found:
            if (write := self._writers.get(self[wire_name])) is not None:
                found[wire_name] = write(found[wire_name])
        return found


def _writer(texts: Texts) -> Callable[[Any], Any]:
    from .plain import plain  # only few need it

    # Which bytes stay is for those to say who write the whole.
    return partial(plain, raw_depth=maxsize, texts=texts)
